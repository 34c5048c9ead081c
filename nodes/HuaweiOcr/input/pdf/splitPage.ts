import { OverBudget, PdfSyntaxError } from './damage';
import type { ObjectStore } from './objects';
import { INHERITED, type Leaf } from './pageTree';
import { usedResources } from './resources';
import { isDict, nameOf, PdfName, PdfRef, PdfString, type PdfDict, type PdfObject, type PdfValue } from './values';
import { PdfWriter, writeValue } from './write';

/** What of a page decides how it looks. The rest leads to other pages, or is for editors. */
const PAGE_KEYS = ['Contents', 'Annots', 'Group', 'UserUnit', 'BleedBox', 'TrimBox', 'ArtBox'];

/** What of an annotation leads away from its page. */
const LEADING_AWAY = ['P', 'A', 'AA', 'Dest', 'Parent'];

/** What all form fields of a file share for being drawn. */
const FORM_KEYS = ['DR', 'DA', 'Q', 'NeedAppearances'];

/** In a dictionary that tells its type, these are never drawn. */
const NEVER_DRAWN = new Set(['Metadata', 'PieceInfo', 'StructTreeRoot', 'Thumb']);

/** Form fields above one widget. */
const MAX_FIELD_LEVELS = 32;

/** Widgets of one field on all pages; more are one on each page, and none needs the others. */
const MAX_FIELD_KIDS = 64;

/** References of one page. */
const MAX_REFERENCES = 200_000;

/** bytes that a page may have beyond those of the file: what was packed there and is plain here */
const MAX_ADDED = 16 * 1024 * 1024;

/**
 * A PDF that holds one page and what it needs. Objects keep their numbers and are copied as they
 * stand; streams are never unpacked.
 * @throws PdfSyntaxError when a part is damaged, OverBudget
 */
export async function splitPage(store: ObjectStore, leaf: Leaf): Promise<Buffer> {
	return await new PageCopy(store, leaf).make();
}

class PageCopy {
	readonly #writer = new PdfWriter();

	/** All numbers that anything refers to, copied or not. */
	readonly #seen = new Set<number>();

	readonly #queue: number[] = [];

	/** Objects that are written changed, by number. */
	readonly #changed = new Map<number, { object: PdfObject; value: PdfDict }>();

	/** Form fields: the numbers of those of their kids that belong to this page. */
	readonly #fieldKids = new Map<number, Set<number>>();

	readonly #formRoots = new Set<number>();

	constructor(
		readonly store: ObjectStore,
		readonly leaf: Leaf,
	) {}

	async make(): Promise<Buffer> {
		const { store, leaf } = this;
		const object = await store.get(leaf.ref.number);
		const catalog = await store.dict(store.root);
		if (!object || !isDict(object.value) || !catalog) throw new PdfSyntaxError('A page that is missing', 0);
		this.#seen.add(leaf.ref.number);
		const page = await this.#page(object.value);
		await this.#annotations(page);
		const form = await this.#form(catalog);
		const layers = catalog.get('OCProperties');
		this.#refer(page);
		if (form) this.#refer(form);
		if (layers !== undefined) this.#refer(layers);
		for (const { value } of this.#changed.values()) this.#refer(value);
		await this.#copyAll();
		const [treeNumber, rootNumber] = this.#freeNumbers();
		page.set('Parent', new PdfRef(treeNumber, 0));
		this.#write(object, page);
		for (const { object: original, value } of this.#changed.values()) this.#write(original, value);
		this.#writer.object(treeNumber, 0, `<</Type/Pages/Count 1/Kids[${leaf.ref.number} ${object.generation} R]>>`);
		const root: PdfDict = new Map<string, PdfValue>([['Pages', new PdfRef(treeNumber, 0)]]);
		if (form) root.set('AcroForm', form);
		if (layers !== undefined) root.set('OCProperties', layers);
		root.set('Type', new PdfName('Catalog'));
		this.#writer.object(rootNumber, 0, writeValue(root));
		return this.#writer.finish(rootNumber);
	}

	/** The page with what it inherits, and without what it doesn't need. */
	async #page(original: PdfDict): Promise<PdfDict> {
		const page: PdfDict = new Map();
		for (const key of PAGE_KEYS) {
			const value = original.get(key);
			if (value !== undefined) page.set(key, value);
		}
		for (const key of INHERITED) {
			const value = original.get(key) ?? this.leaf.inherited.get(key);
			if (value !== undefined) page.set(key, value);
		}
		const resources = await this.store.dict(page.get('Resources'));
		const used = resources && (await usedResources(this.store, resources, page.get('Contents')));
		if (used) page.set('Resources', used);
		page.set('Type', new PdfName('Page'));
		return page;
	}

	/** Annotations are drawn, but must not bring along the pages they lead to. */
	async #annotations(page: PdfDict): Promise<void> {
		const list = await this.store.resolve(page.get('Annots'));
		if (!Array.isArray(list)) {
			page.delete('Annots');
			return;
		}
		const kept: PdfValue[] = [];
		for (const entry of list) {
			const object = entry instanceof PdfRef ? await this.store.get(entry.number) : undefined;
			const dict = object ? object.value : entry;
			if (!isDict(dict)) continue;
			const value = new Map(dict);
			for (const key of LEADING_AWAY) value.delete(key);
			if (object && nameOf(dict.get('Subtype')) === 'Widget') {
				await this.#field(object.number, dict.get('Parent'));
				if (dict.get('Parent') instanceof PdfRef) value.set('Parent', dict.get('Parent') as PdfRef);
			}
			if (object) {
				this.#changed.set(object.number, { object, value });
				this.#seen.add(object.number);
			}
			kept.push(object ? entry : value);
		}
		page.set('Annots', kept);
	}

	/** Notes the form fields above a widget, so that they come along with just this page's kids. */
	async #field(widget: number, parent: PdfValue | undefined): Promise<void> {
		let child = widget;
		let above = parent;
		for (let level = 0; above instanceof PdfRef && level < MAX_FIELD_LEVELS; level++) {
			const { number } = above;
			const kids = this.#fieldKids.get(number) ?? new Set();
			this.#fieldKids.set(number, kids.add(child));
			const dict = await this.store.dict(above);
			if (!dict) break;
			child = number;
			above = dict.get('Parent');
		}
		this.#formRoots.add(child);
	}

	/** The form of the file, with the fields of this page; undefined where there are none. */
	async #form(catalog: PdfDict): Promise<PdfDict | undefined> {
		const place = catalog.get('AcroForm');
		const form = this.#formRoots.size === 0 ? undefined : await this.store.dict(place);
		if (!form) return undefined;
		const holder = place instanceof PdfRef ? place : this.store.root;
		const decrypt = this.#decrypter(holder instanceof PdfRef ? await this.store.get(holder.number) : undefined);
		for (const [number, kids] of this.#fieldKids) {
			const object = await this.store.get(number);
			if (!object || !isDict(object.value)) continue;
			const value = new Map(object.value);
			for (const key of LEADING_AWAY) if (key !== 'Parent') value.delete(key);
			if (!(await this.#isWholeField(value))) value.set('Kids', await this.#refsTo(kids));
			this.#changed.set(number, { object, value });
			this.#seen.add(number);
		}
		const own: PdfDict = new Map();
		for (const key of FORM_KEYS) {
			const value = form.get(key);
			if (value instanceof PdfString && decrypt) own.set(key, new PdfString(decrypt(value.bytes)));
			else if (value !== undefined) own.set(key, value);
		}
		own.set('Fields', await this.#refsTo(this.#formRoots));
		return own;
	}

	/**
	 * Which button of a group is on is told by its place among all: such a field needs all its kids. Their
	 * kids are the buttons themselves, which have no names of their own.
	 */
	async #isWholeField(field: PdfDict): Promise<boolean> {
		const kids = await this.store.resolve(field.get('Kids'));
		if (!Array.isArray(kids) || kids.length > MAX_FIELD_KIDS) return false;
		const first = await this.store.dict(kids[0]);
		return first !== undefined && !first.has('T') && !first.has('Kids');
	}

	async #refsTo(numbers: Iterable<number>): Promise<PdfRef[]> {
		const refs: PdfRef[] = [];
		for (const number of numbers) refs.push(new PdfRef(number, (await this.store.get(number))?.generation ?? 0));
		return refs;
	}

	/** Puts what a value refers to on the list of what has to come along. */
	#refer(value: PdfValue): void {
		const open: PdfValue[] = [value];
		for (let each = open.pop(); each !== undefined; each = open.pop()) {
			if (each instanceof PdfRef) {
				if (this.#seen.has(each.number)) continue;
				this.#seen.add(each.number);
				this.#queue.push(each.number);
				if (this.#seen.size > MAX_REFERENCES) throw new PdfSyntaxError('A page that needs too much', 0);
			} else if (Array.isArray(each)) {
				for (const inner of each) if (isContainer(inner)) open.push(inner);
			} else if (isDict(each)) {
				const isTyped = each.has('Type') || each.has('Subtype');
				for (const [key, inner] of each) if (isContainer(inner) && !(isTyped && NEVER_DRAWN.has(key))) open.push(inner);
			}
		}
	}

	async #copyAll(): Promise<void> {
		// The list grows while it is worked through.
		for (let index = 0; index < this.#queue.length; index++) {
			const object = await this.store.get(this.#queue[index] as number);
			// Absent objects count as null, and so do other pages, which are no part of this one.
			if (!object || isOfAnotherPage(object.value)) continue;
			this.#refer(object.value);
			await this.#copy(object);
			// Objects that overlap each other could be copied without end.
			if (this.#writer.length > this.store.bytes.length + MAX_ADDED) throw new OverBudget('a page is larger than the file');
		}
	}

	async #copy(object: PdfObject): Promise<void> {
		const { number, generation, value, raw, stream } = object;
		if (!stream) {
			this.#writer.object(number, generation, this.#isPlain(object) ? raw : writeValue(value, this.#decrypter(object)));
			return;
		}
		const data = await this.store.streamData(object);
		const head = stream.lengthIsTrue && this.#isPlain(object) ? raw : this.#withLength(object, data.length);
		this.#writer.object(number, generation, head, '\nstream\n', data, '\nendstream');
	}

	#isPlain({ isPacked }: PdfObject): boolean {
		return isPacked || this.store.decryptor === undefined;
	}

	#withLength(object: PdfObject, length: number): string {
		return writeValue(new Map(object.value as PdfDict).set('Length', length), this.#decrypter(object));
	}

	#write(object: PdfObject, value: PdfValue): void {
		this.#writer.object(object.number, object.generation, writeValue(value, this.#decrypter(object)));
	}

	/** Makes the strings of an object readable. */
	#decrypter(object: PdfObject | undefined): ((bytes: Buffer) => Buffer) | undefined {
		const { decryptor } = this.store;
		if (!decryptor || !object || object.isPacked) return undefined;
		return (bytes) => decryptor.string(bytes, object.number, object.generation);
	}

	/** Two numbers that nothing in the file refers to. */
	#freeNumbers(): [number, number] {
		const free: number[] = [];
		for (let number = 1; free.length < 2; number++) if (!this.#seen.has(number)) free.push(number);
		return free as [number, number];
	}
}

function isContainer(value: PdfValue): boolean {
	return typeof value === 'object' && value !== null;
}

function isOfAnotherPage(value: PdfValue): boolean {
	const type = isDict(value) ? nameOf(value.get('Type')) : undefined;
	return type === 'Page' || type === 'Pages' || type === 'Catalog';
}
