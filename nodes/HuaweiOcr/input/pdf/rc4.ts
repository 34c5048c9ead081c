/** The cipher of PDFs before 2008. OpenSSL 3 has dropped it, so Node.js can't decrypt it any more. */
export class Rc4 {
	readonly #state = Uint8Array.from({ length: 256 }, (_, index) => index);

	#i = 0;

	#j = 0;

	constructor(key: Uint8Array) {
		const state = this.#state;
		for (let i = 0, j = 0; i < 256; i++) {
			j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
			[state[i], state[j]] = [state[j] as number, state[i] as number];
		}
	}

	/** Encrypts or decrypts the next bytes. */
	next(data: Uint8Array): Buffer {
		const state = this.#state;
		const out = Buffer.alloc(data.length);
		let i = this.#i;
		let j = this.#j;
		for (let at = 0; at < data.length; at++) {
			i = (i + 1) & 255;
			const a = state[i] as number;
			j = (j + a) & 255;
			const b = state[j] as number;
			state[i] = b;
			state[j] = a;
			out[at] = (data[at] as number) ^ (state[(a + b) & 255] as number);
		}
		this.#i = i;
		this.#j = j;
		return out;
	}
}
