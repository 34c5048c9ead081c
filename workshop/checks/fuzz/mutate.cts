/** Words and numbers that parsers stumble over. */
const TOKENS = ['obj', 'endobj', 'stream\n', 'endstream', 'xref\n', 'trailer<<', 'startxref\n', '/Kids[', '/Length ', '/Prev ', '/Type/Pages', '/Type/ObjStm', '/XRefStm ', '/W[', '/Index[', '[[[[[[[[', '<<<<<<<<', ')))', '(', '>>', ']', ' 0 R', '%', '-1', '0', '4294967295', '99999999999', '/Filter/FlateDecode', '/Predictor 12/Columns ', '/Root 1 0 R', '/Encrypt<</Filter/Standard/V 2/R 3>>'].map((text) => Buffer.from(text));

const BYTES = [0, 1, 0x20, 0x7f, 0x80, 0xff];

type Random = () => number;

const upTo = (random: Random, most: number): number => Math.floor(random() * most);

/** A place, more often near the beginning and the end, where files say what they are. */
function place(random: Random, length: number): number {
	const at = random();
	if (at < 0.25) return upTo(random, Math.min(length, 200));
	if (at < 0.5) return Math.max(0, length - 1 - upTo(random, Math.min(length, 600)));
	return upTo(random, length);
}

const CHANGES: Array<(file: Buffer, random: Random) => Buffer> = [
	/** A bit turned over. */
	(file, random) => {
		const at = place(random, file.length);
		file[at] = (file[at] ?? 0) ^ (1 << upTo(random, 8));
		return file;
	},
	/** A byte that often means something. */
	(file, random) => {
		file[place(random, file.length)] = BYTES[upTo(random, BYTES.length)] as number;
		return file;
	},
	/** Four bytes as a number. */
	(file, random) => {
		const at = Math.min(place(random, file.length), Math.max(0, file.length - 4));
		if (file.length >= 4) file.writeUInt32LE([0, 1, 0x7fffffff, 0xffffffff, file.length, at][upTo(random, 6)] as number, at);
		return file;
	},
	/** A digit for another. */
	(file, random) => {
		for (let at = place(random, file.length), tries = 0; tries < 300; at++, tries++) {
			const byte = file[at] ?? 0;
			if (byte < 0x30 || byte > 0x39) continue;
			file[at] = 0x30 + upTo(random, 10);
			break;
		}
		return file;
	},
	/** A part cut out. */
	(file, random) => {
		const at = place(random, file.length);
		return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + upTo(random, 60))]);
	},
	/** The end cut off. */
	(file, random) => file.subarray(0, 1 + place(random, file.length)),
	/** A part repeated. */
	(file, random) => {
		const at = place(random, file.length);
		const part = file.subarray(at, at + 1 + upTo(random, 80));
		return Buffer.concat([file.subarray(0, at), ...Array.from({ length: 1 + upTo(random, 40) }, () => part), file.subarray(at)]);
	},
	/** A word put in. */
	(file, random) => {
		const at = place(random, file.length);
		return Buffer.concat([file.subarray(0, at), TOKENS[upTo(random, TOKENS.length)] as Buffer, file.subarray(at)]);
	},
	/** A word over what stands there, so that places stay true. */
	(file, random) => {
		(TOKENS[upTo(random, TOKENS.length)] as Buffer).copy(file, place(random, file.length));
		return file;
	},
	/** A part moved. */
	(file, random) => {
		const from = place(random, file.length);
		file.copy(file, place(random, file.length), from, from + 1 + upTo(random, 200));
		return file;
	},
];

/** A copy of a file with one to eight changes. */
export function mutate(original: Buffer, random: Random): Buffer {
	let file: Buffer = Buffer.from(original);
	for (let left = 1 + upTo(random, 8); left > 0 && file.length > 0; left--) {
		file = Buffer.from((CHANGES[upTo(random, CHANGES.length)] as (typeof CHANGES)[number])(file, random));
	}
	return file;
}
