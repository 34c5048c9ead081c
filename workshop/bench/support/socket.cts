import { connect } from 'node:net';

/** Sends a text over a Unix socket and gives the answer, when the other side has ended it. */
export async function askSocket(socket: string, question: string): Promise<string> {
	return await new Promise((resolve, reject) => {
		let answer = '';
		connect({ path: socket, allowHalfOpen: true })
			.on('error', reject)
			.on('data', (part) => (answer += part.toString()))
			.on('end', () => resolve(answer))
			.end(question);
	});
}
