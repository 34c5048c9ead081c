const PIECE = 65_536;

/** Takes in bytes up to a limit, and tells when it is reached. */
export class ByteSink {
	private readonly pieces: Buffer[] = [];
	private piece = Buffer.allocUnsafe(PIECE);
	private used = 0;
	private before = 0;

	/** @param limit bytes; what comes behind them is counted and not kept */
	constructor(private readonly limit: number) {}

	get length(): number {
		return this.before + this.used;
	}

	get isOver(): boolean {
		return this.length > this.limit;
	}

	writeByte(byte: number): void {
		if (this.used === PIECE) this.nextPiece();
		this.piece[this.used++] = byte;
	}

	write(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) {
			if (this.used === PIECE) this.nextPiece();
			const taken = Math.min(PIECE - this.used, bytes.length - at);
			this.piece.set(bytes.subarray(at, at + taken), this.used);
			this.used += taken;
			at += taken;
		}
	}

	private nextPiece(): void {
		this.before += PIECE;
		this.used = 0;
		if (this.before > this.limit) return;
		this.pieces.push(this.piece);
		this.piece = Buffer.allocUnsafe(PIECE);
	}

	/** All bytes; only while the limit isn't passed. */
	toBuffer(): Buffer {
		return Buffer.concat([...this.pieces, this.piece.subarray(0, this.used)]);
	}
}
