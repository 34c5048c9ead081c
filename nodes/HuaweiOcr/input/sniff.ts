import { OcrError } from '../errors/ocrError';
import { isBigTiff } from './tiff/index';

/** What a file is that the service doesn't read, and the way out. */
export interface OtherContent {
	/** As a noun with its article: "a web page (HTML)". */
	name: string;
	/** What to do, as the beginning of a message. */
	remedy: string;
	description: string;
}

/** bytes that are looked at */
const HEAD_BYTES = 2048;

const DOWNLOAD: Omit<OtherContent, 'name'> = {
	remedy: 'Check where the file comes from',
	description:
		'The download needs a login or another address: a server that refuses a download often answers with such text instead of the file. Open the address in a private browser window, and give the node before this one the credential it needs.',
};
const CONVERT: Omit<OtherContent, 'name'> = {
	remedy: 'Convert the file to JPG or PNG',
	description:
		'Phones and programs save such pictures, but the service doesn\'t read them. On an iPhone, Settings > Camera > Formats > Most Compatible makes it take JPG pictures; Export or Save As converts those that are there.',
};
const PRINT: Omit<OtherContent, 'name'> = {
	remedy: 'Save the file as PDF',
	description:
		'The service reads pictures and PDFs. Save or export the document as PDF first; text that is already in it can also be read without OCR, for example by the node Extract From File.',
};
const UNPACK: Omit<OtherContent, 'name'> = {
	remedy: 'Unpack the file first',
	description: 'The node Compression, with the operation Decompress, turns it into the files it holds.',
};
const OTHER: Omit<OtherContent, 'name'> = {
	remedy: 'Leave this file out',
	description: 'It holds no picture to be read. A Filter node before this one can let through just pictures and PDFs.',
};

type Test = (file: Buffer) => boolean;

const begins = (hex: string, at = 0): Test => {
	const wanted = Buffer.from(hex, 'hex');
	return (file) => file.subarray(at, at + wanted.length).equals(wanted);
};
const beginsWith = (text: string, at = 0): Test => begins(Buffer.from(text, 'latin1').toString('hex'), at);

/** Brands of files in boxes, the family of MP4 (ISO 14496-12). */
const brand = (...names: string[]): Test => {
	return (file) => beginsWith('ftyp', 4)(file) && names.includes(file.toString('latin1', 8, 12));
};

const zipHolds = (folder: string): Test => {
	return (file) => beginsWith('PK\x03\x04')(file) && file.subarray(0, HEAD_BYTES * 4).includes(folder);
};

/** Formats by their signatures, the more exact ones first. */
const BINARY: ReadonlyArray<[name: string, way: Omit<OtherContent, 'name'>, test: Test]> = [
	['a HEIC picture', CONVERT, brand('heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1')],
	['an AVIF picture', CONVERT, brand('avif', 'avis')],
	['a JPEG 2000 picture', CONVERT, begins('0000000c6a5020200d0a870a')],
	['a JPEG 2000 picture', CONVERT, begins('ff4fff51')],
	['a JPEG XL picture', CONVERT, begins('0000000c4a584c200d0a870a')],
	['a JPEG XL picture', CONVERT, begins('ff0a')],
	['a JPEG XR picture', CONVERT, begins('4949bc01')],
	['a JBIG2 picture', CONVERT, begins('974a42320d0a1a0a')],
	['a raw picture of a camera (CR3)', CONVERT, brand('crx ')],
	['a BigTIFF', CONVERT, isBigTiff],
	['a DjVu document', PRINT, beginsWith('AT&TFORM')],
	['a PostScript file', PRINT, beginsWith('%!PS')],
	['a PostScript file', PRINT, begins('c5d0d3c6')],
	['a Windows metafile', CONVERT, begins('d7cdc69a')],
	['a medical picture (DICOM)', CONVERT, beginsWith('DICM', 128)],
	['a Word document', PRINT, zipHolds('word/')],
	['an Excel workbook', PRINT, zipHolds('xl/')],
	['a PowerPoint presentation', PRINT, zipHolds('ppt/')],
	['an OFD document', PRINT, zipHolds('OFD.xml')],
	['an OpenDocument file', PRINT, zipHolds('mimetypeapplication/vnd.oasis')],
	['a ZIP archive', UNPACK, beginsWith('PK\x03\x04')],
	['an old Office document', PRINT, begins('d0cf11e0a1b11ae1')],
	['an RTF document', PRINT, beginsWith('{\\rtf')],
	['a gzip archive', UNPACK, begins('1f8b08')],
	['a 7-Zip archive', UNPACK, begins('377abcaf271c')],
	['a RAR archive', UNPACK, beginsWith('Rar!\x1a\x07')],
	['a video or sound file', OTHER, (file) => beginsWith('ftyp', 4)(file)],
	['a sound file', OTHER, beginsWith('ID3')],
	['a sound or video file', OTHER, beginsWith('OggS')],
	['a sound or video file', OTHER, begins('1a45dfa3')],
	['a signature of a mail (PKCS #7)', OTHER, (file) => begins('3080', 0)(file) || /^3082....06092a864886f70d0107/.test(file.toString('hex', 0, 15))],
];

/** Kinds of text, told by how they begin, without white space. */
const TEXTS: ReadonlyArray<[name: string, way: Omit<OtherContent, 'name'>, pattern: RegExp]> = [
	['a web page (HTML)', DOWNLOAD, /^<(!doctype\s+html|html|head|body|script)\b/i],
	['an SVG drawing', CONVERT, /^<(!doctype\s+svg|svg)\b/i],
	['an XML answer', DOWNLOAD, /^<[a-z][\w:.-]*[\s>/]/i],
	['a JSON answer', DOWNLOAD, /^[[{]\s*(["{[\]}]|-?\d|true|false|null)/],
	['a calendar entry', OTHER, /^BEGIN:VCALENDAR/i],
	['an address card', OTHER, /^BEGIN:VCARD/i],
	['a key or certificate', OTHER, /^-----BEGIN [A-Z ]+-----/],
];

/** Heads of files in base64, as other nodes and mails bring them. */
const BASE64_HEADS = /^(JVBERi|\/9j\/|iVBORw0KGgo|R0lGOD|SUkq|TU0AKg|UklGR|Qk)/;

const BASE64: OtherContent = {
	name: 'the base64 text of a file, not the file itself',
	remedy: 'Turn the text into a file first',
	description:
		'The node Convert to File, with the operation Move Base64 String to File, makes a file of it. Text that begins with data: has to lose all up to its comma before that.',
};

/**
 * Tells what a file is that doesn't begin like any format of the service.
 * @returns undefined when nobody can tell
 */
export function sniff(bytes: Uint8Array): OtherContent | undefined {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const binary = BINARY.find(([, , test]) => test(file));
	if (binary) return { name: binary[0], ...binary[1] };
	const text = textOf(file);
	if (text === undefined) return undefined;
	if (isBase64(text)) return BASE64;
	const start = behindProlog(text);
	const known = TEXTS.find(([, , pattern]) => pattern.test(start));
	if (known) return { name: known[0], ...known[1] };
	if (isMail(text)) return { name: 'a mail message', ...OTHER, remedy: 'Take the attachments out of the mail first' };
	return text === '' ? undefined : { name: 'plain text', ...DOWNLOAD };
}

/** The beginning as text, in the encodings that servers use; undefined where it has bytes that no text has. */
function textOf(file: Buffer): string | undefined {
	const head = file.subarray(0, HEAD_BYTES);
	const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
	if (isUtf16) return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head).trim();
	// Control characters other than tabs, line and page breaks and escapes.
	if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return undefined;
	return head.toString('utf8').replace(/^\ufeff/, '').trim();
}

/** Text without the XML declaration and comments that may stand before everything else. */
function behindProlog(text: string): string {
	for (let rest = text; ; rest = rest.trimStart()) {
		const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : undefined;
		if (end === undefined) return rest;
		const at = rest.indexOf(end);
		// A comment or declaration that is longer than what is looked at belongs to some kind of XML.
		if (at < 0) return '<xml>';
		rest = rest.slice(at + end.length);
	}
}

function isBase64(text: string): boolean {
	if (/^data:[\w/+.-]*;base64,/i.test(text)) return true;
	const whole = text.replace(/[\r\n"]+/g, '');
	if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(whole)) return false;
	return BASE64_HEADS.test(whole) || whole.length >= 100;
}

function isMail(text: string): boolean {
	return /^(received|return-path|delivered-to|from|mime-version|message-id|x-[\w-]+|date|subject|to):\s.*\r?\n[\w-]+:\s/i.test(text);
}

/** The error of a file that the service doesn't read. @param accepted names of the formats it reads */
export function unknownFormat(bytes: Uint8Array, accepted: readonly string[]): OcrError {
	const content = sniff(bytes);
	if (!content) {
		return new OcrError(
			'Convert the file to JPG or PNG: its content is not an image that the service reads',
			`The first bytes are those of no accepted format (${accepted.join(', ')}), whatever the file name says.`,
			{ errorCode: 'Node.UnknownFormat', notAnImage: true },
		);
	}
	return new OcrError(
		`${content.remedy}: it holds ${content.name}, whatever its name says`,
		`${content.description} The service reads ${accepted.join(', ')}.`,
		{ errorCode: 'Node.UnknownFormat', notAnImage: true },
	);
}
