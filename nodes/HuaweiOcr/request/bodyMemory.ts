/** Bodies get some room to spare, so that the next image of about the same size fits in as well. */
const HEADROOM = 1.25;
/** While calls follow each other, one body is given back as the next is taken: more than this only wait for the end. */
const MOST_FREE = 2;

/**
 * Memory for request bodies, used again and again. Buffers of megabytes for every call would add up to
 * so much garbage outside V8's heap that it searches all of n8n's memory for garbage every few calls:
 * measured, three quarters of the node's processor time, and pauses of n8n of 0.3 s and more.
 */
export class BodyMemory {
	/** Smallest first. */
	private readonly free: Buffer[] = [];

	private readonly taken = new WeakMap<Buffer, Buffer>();

	/** @returns exactly so many bytes, with any content */
	take(bytes: number): Buffer {
		const fitting = this.free.findIndex((memory) => memory.length >= bytes);
		// Where none fits, the smallest makes room for the larger one.
		const [found] = this.free.splice(Math.max(0, fitting), 1);
		const memory =
			fitting < 0 || !found ? Buffer.allocUnsafeSlow(Math.ceil(bytes * HEADROOM)) : found;
		const body = memory.subarray(0, bytes);
		this.taken.set(body, memory);
		return body;
	}

	/** Takes a body back that nothing needs any more. Bodies that `take` did not give stay as they are. */
	giveBack(body: Buffer): void {
		const memory = this.taken.get(body);
		if (!memory) return;
		this.taken.delete(body);
		this.free.push(memory);
		this.free.sort((a, b) => a.length - b.length);
		if (this.free.length > MOST_FREE) this.free.shift();
	}
}

/**
 * Gives the memory of a file back at once, instead of whenever garbage is collected; the file is empty
 * then. Only for buffers that the caller owns. Where Node.js can't (20), garbage collection does it later.
 */
export function letGo(file: Buffer): void {
	const memory = file.buffer as ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };
	// Small buffers may be parts of a larger piece of memory that others use, too.
	if (memory.byteLength === file.byteLength) memory.transfer?.(0);
}
