// Pseudo-random numbers that depend on nothing but their seed, so that a document can be named by
// its seed and drawn again on another machine.

// Looked up once: noise takes millions of numbers, and a look-up of a global is slow inside a test's sandbox.
const { imul } = Math;

/** 32-bit FNV-1a hash of a text. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value >>> 0;
}

/** A stream of pseudo-random numbers (mulberry32). Two streams of one seed are equal. */
export class Random {
	private state: number;

	/** @param seed any text or number; `new Random('7/receipt/3')` is the usual form. */
	constructor(seed: string | number) {
		this.state = hash(String(seed));
	}

	/** A number in [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let value = this.state;
		value = imul(value ^ (value >>> 15), value | 1);
		value ^= value + imul(value ^ (value >>> 7), value | 61);
		return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
	}

	/** A number in [low, high). */
	between(low: number, high: number): number {
		return low + (high - low) * this.next();
	}

	/** A whole number in [low, high], both ends included. */
	int(low: number, high: number): number {
		return low + Math.floor((high - low + 1) * this.next());
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** One of the choices; throws when there is none. */
	pick<T>(choices: readonly T[]): T {
		const index = this.int(0, choices.length - 1);
		if (index < 0 || index >= choices.length) throw new Error('Nothing to pick from');
		return choices[index] as T;
	}

	/** `count` different choices in random order (all of them, when there are fewer). */
	sample<T>(choices: readonly T[], count: number): T[] {
		const left = [...choices];
		const taken: T[] = [];
		while (taken.length < count && left.length > 0) {
			taken.push(...left.splice(this.int(0, left.length - 1), 1));
		}
		return taken;
	}

	/** A text of digits, the first one not 0. */
	digits(count: number): string {
		let text = String(this.int(1, 9));
		while (text.length < count) text += String(this.int(0, 9));
		return text;
	}
}
