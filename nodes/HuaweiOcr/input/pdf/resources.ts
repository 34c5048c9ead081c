import type { Budget } from './budget';
import { expectUnreadable } from './damage';
import type { ObjectStore } from './objects';
import { unescapeName } from './parse';
import { listOf } from './unpack';
import { isDict, nameOf, PdfRef, type PdfDict, type PdfValue } from './values';

/** Kinds of resources that may be large: pictures and forms, fonts, patterns. */
const HEAVY = ['XObject', 'Font', 'Pattern'] as const;

/** bytes of unpacked page content that are looked through */
const MAX_CONTENT = 4 * 1024 * 1024;

/** Streams that make up one content. */
const MAX_PARTS = 1_000;

/**
 * The resources of a page without the heavy ones that its content never names. Many programs give all
 * pages one list with the pictures of the whole document.
 * @returns undefined when the list has to stay as it is
 */
export async function usedResources(
	store: ObjectStore,
	resources: PdfDict,
	contents: PdfValue | undefined,
): Promise<PdfDict | undefined> {
	const heavy = new Map<string, PdfDict>();
	for (const kind of HEAVY) {
		const list = await store.dict(resources.get(kind));
		if (list && list.size > 0) heavy.set(kind, list);
	}
	if (Array.from(heavy.values()).every(({ size }) => size < 2)) return undefined;
	const content = await pageContent(store, contents, MAX_CONTENT);
	if (!content) return undefined;
	const names = await namesIn(content, new Set(Array.from(heavy.values()).flatMap((list) => [...list.keys()])), store.budget);
	const used = new Map(resources);
	for (const [kind, list] of heavy) {
		const kept = new Map(Array.from(list).filter(([name]) => names.has(name)));
		// What is drawn may itself draw by the page's list, in files of an old rule.
		if (!(await haveOwnResources(store, kept))) return undefined;
		used.set(kind, kept);
	}
	return used;
}

/** The unpacked content of a page; undefined where it is too long or packed in an unusual way. */
export async function pageContent(
	store: ObjectStore,
	contents: PdfValue | undefined,
	most: number,
): Promise<Buffer | undefined> {
	const parts: Buffer[] = [];
	let left = most;
	const isList = contents instanceof PdfRef ? Array.isArray(await store.resolve(contents)) : Array.isArray(contents);
	const list = listOf(isList ? await store.resolve(contents) : contents);
	if (list.length > MAX_PARTS) return undefined;
	for (const part of list) {
		const object = part instanceof PdfRef ? await store.get(part.number) : undefined;
		if (!object) continue;
		if (!object.stream) return undefined;
		try {
			const data = await store.unpack(object, left);
			if (!data) return undefined;
			parts.push(data, Buffer.from('\n'));
			left -= data.length;
		} catch (error) {
			expectUnreadable(error);
			return undefined;
		}
	}
	return Buffer.concat(parts);
}

/** Matches looked at between two pauses. */
const NAMES_AT_ONCE = 4096;

/** Which of the names stand in a content. One inside text or a picture only makes the list longer. */
async function namesIn(content: Buffer, wanted: ReadonlySet<string>, budget: Budget): Promise<Set<string>> {
	const found = new Set<string>();
	let looked = 0;
	for (const [, name] of content.toString('latin1').matchAll(/\/([^\s\0()<>[\]{}/%]{1,255})/g)) {
		const plain = (name as string).includes('#') ? unescapeName(name as string) : (name as string);
		if (wanted.has(plain)) found.add(plain);
		if (++looked % NAMES_AT_ONCE !== 0) continue;
		budget.spend(NAMES_AT_ONCE / 4);
		await budget.rest();
	}
	budget.spend(content.length / 64);
	return found;
}

async function haveOwnResources(store: ObjectStore, list: PdfDict): Promise<boolean> {
	for (const value of list.values()) {
		const dict = await store.dict(value);
		if (!dict) continue;
		const needsThem = nameOf(dict.get('Subtype')) === 'Form' || nameOf(dict.get('Subtype')) === 'Type3';
		if (needsThem && !isDict(await store.resolve(dict.get('Resources')))) return false;
	}
	return true;
}
