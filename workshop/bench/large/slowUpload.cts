// A way to the emulator whose upload is as slow as an office's: bytes go through at a fixed rate, shared by
// all connections. Answers come back at once.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Bytes let through at a time. */
const PORTION = 16_384;

export class SlowUpload {
	/** Bytes from the client so far, headers included. */
	sent = 0;
	private freeAt = 0;
	private readonly sockets = new Set<Socket>();

	private constructor(
		readonly url: string,
		private readonly bytesPerSecond: number,
		private readonly stopListening: () => Promise<void>,
	) {}

	/** @param target address of the emulator */
	static async start(target: string, bytesPerSecond: number): Promise<SlowUpload> {
		const { hostname, port } = new URL(target);
		const server = createServer({ pauseOnConnect: true });
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port: own } = server.address() as AddressInfo;
		const slow = new SlowUpload(`http://127.0.0.1:${own}`, bytesPerSecond, async () => {
			await new Promise<void>((resolve) => server.close(() => resolve()));
		});
		server.on('connection', (client) => slow.pass(client, connect(Number(port), hostname)));
		return slow;
	}

	private pass(client: Socket, server: Socket): void {
		for (const [socket, other] of [[client, server], [server, client]] as const) {
			this.sockets.add(socket);
			socket.on('error', () => other.destroy());
			socket.on('close', () => {
				this.sockets.delete(socket);
				other.destroy();
			});
		}
		server.pipe(client);
		void this.upload(client, server).catch(() => client.destroy());
	}

	private async upload(client: Socket, server: Socket): Promise<void> {
		for await (const chunk of client as AsyncIterable<Buffer>) {
			for (let at = 0; at < chunk.length; at += PORTION) {
				const portion = chunk.subarray(at, at + PORTION);
				this.sent += portion.length;
				// Each portion takes its time on the line, behind those of other connections.
				const now = performance.now();
				this.freeAt = Math.max(now, this.freeAt) + (portion.length / this.bytesPerSecond) * 1000;
				if (this.freeAt - now > 1) await sleep(this.freeAt - now);
				if (!server.write(portion)) await new Promise((resolve) => server.once('drain', resolve));
			}
		}
		server.end();
	}

	async stop(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await this.stopListening();
	}
}
