import type { Steps } from '../turns/steps';

/** A file that came inside an answer, as base64 (operations 1). Plain data: results may be copied. */
export interface AnswerFile {
	/** Its key in the answer: `portrait_image`, `excel`. */
	key: string;
	content: Buffer;
	/** Without a dot: `png` */
	extension: string;
	mimeType: string;
}

/** An answer without base64. */
export interface WithoutFiles {
	/** By their names: the key, with `_2` and so on for further files of the same key. */
	files: Readonly<Record<string, AnswerFile>>;
	/** Keys whose text was not the file that they promise, or too large, or one too many. */
	unreadableFiles: readonly string[];
}

/** Characters of base64; the service's pictures are cut out of one of 10 MB. */
const LONGEST = 24 * 1024 * 1024;
/** Files of a page; a page of seals has a few. */
const MOST_FILES = 200;
/** Characters from which any text is looked at: no printed text that is base64 through and through is so long. */
const SUSPICIOUS = 1024;
/** So many values are looked at in one step. */
const IN_ONE_STEP = 4096;

const PICTURE_KEY = /(?:^|_)image$/;
const EXCEL_KEY = 'excel';

interface FileType {
	extension: string;
	mimeType: string;
	isPicture: boolean;
	/** Bytes that it begins with, as Latin-1 text. */
	head: string;
	/** Further text that it holds. */
	holds?: string;
}

const TYPES: readonly FileType[] = [
	{ extension: 'jpg', mimeType: 'image/jpeg', isPicture: true, head: '\xff\xd8\xff' },
	{ extension: 'png', mimeType: 'image/png', isPicture: true, head: '\x89PNG\r\n\x1a\n' },
	{ extension: 'bmp', mimeType: 'image/bmp', isPicture: true, head: 'BM' },
	{ extension: 'gif', mimeType: 'image/gif', isPicture: true, head: 'GIF8' },
	{ extension: 'webp', mimeType: 'image/webp', isPicture: true, head: 'RIFF', holds: 'WEBP' },
	{
		extension: 'xlsx',
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		isPicture: false,
		head: 'PK\x03\x04',
		holds: 'xl/',
	},
	{ extension: 'pdf', mimeType: 'application/pdf', isPicture: false, head: '%PDF-' },
];

/**
 * Takes the files out of a parsed answer, which is changed: where a file was, its name stands, and null
 * where the text was no such file. Keys that promise a file are `excel` and those that end in `image`; a
 * file under any other key is found by its content.
 */
export function* takeFiles(result: unknown): Steps<WithoutFiles> {
	const files = new Map<string, AnswerFile>();
	const unreadableFiles: string[] = [];
	const counts = new Map<string, number>();
	const waiting: object[] = typeof result === 'object' && result !== null ? [result] : [];
	for (let seen = 0; waiting.length > 0; ) {
		const holder = waiting.pop() as Record<string, unknown>;
		if (++seen % IN_ONE_STEP === 0) yield;
		// Coordinates, which most of an answer are, hold no files.
		if (Array.isArray(holder) && holder.every((each) => typeof each === 'number')) continue;
		for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
			if (++seen % IN_ONE_STEP === 0) yield;
			const value = holder[key];
			if (typeof value === 'object' && value !== null) waiting.push(value);
			if (typeof value !== 'string' || value === '') continue;
			const promised = promisedBy(String(key));
			if (promised === undefined && value.length < SUSPICIOUS) continue;
			const plain = nameOf(String(key));
			const file = fileOf(value, promised);
			yield;
			if (file && files.size < MOST_FILES) {
				const count = (counts.get(plain) ?? 0) + 1;
				counts.set(plain, count);
				const name = count === 1 ? plain : `${plain}_${count}`;
				files.set(name, { key: plain, ...file });
				holder[key] = name;
			} else if (file ?? promised) {
				unreadableFiles.push(plain);
				holder[key] = null;
			}
		}
	}
	return { files: Object.fromEntries(files), unreadableFiles };
}

/** A name for a binary field, whatever the answer's key holds. */
function nameOf(key: string): string {
	const name = key.replace(/\W+/g, '_').slice(0, 40);
	return /^[a-z]/i.test(name) ? name : `file_${name}`;
}

function promisedBy(key: string): 'picture' | 'xlsx' | undefined {
	if (key === EXCEL_KEY) return 'xlsx';
	return PICTURE_KEY.test(key) ? 'picture' : undefined;
}

/** @returns undefined for what is no file, not the promised one, or longer than any that is kept */
function fileOf(text: string, promised: 'picture' | 'xlsx' | undefined): Omit<AnswerFile, 'key'> | undefined {
	const start = /^data:[\w/+.-]{0,100};base64,/.exec(text.slice(0, 120))?.[0].length ?? 0;
	const head = Buffer.from(text.slice(start, start + 64), 'base64').toString('latin1');
	const type = TYPES.find((each) => head.startsWith(each.head));
	if (!type || (promised === 'picture' && !type.isPicture) || (promised === 'xlsx' && type.extension !== 'xlsx')) return undefined;
	if (text.length > LONGEST) return undefined;
	const content = Buffer.from(text.slice(start), 'base64');
	if (!isWhole(text, start, content.length) || (type.holds !== undefined && !content.includes(type.holds))) return undefined;
	return { content, extension: type.extension, mimeType: type.mimeType };
}

/** Whether so many bytes are all that the text can hold: the decoder leaves out what is no base64. */
function isWhole(text: string, start: number, bytes: number): boolean {
	let padding = 0;
	let breaks = 0;
	for (let at = text.length - 1; padding < 4 && (text[at] === '=' || text[at] === '\n'); at--) padding++;
	for (let at = text.indexOf('\n', start); at >= 0 && at < text.length - padding; at = text.indexOf('\n', at + 1)) {
		breaks += text[at - 1] === '\r' ? 2 : 1;
	}
	return bytes === Math.floor(((text.length - start - padding - breaks) * 3) / 4);
}
