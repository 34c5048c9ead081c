// What the process writes while the node runs: n8n's log at its most talkative level, console, errors.

/** Keeps everything that is written to stdout and stderr. @returns ends it and gives the text */
export function captureOutput(): () => string {
	const chunks: string[] = [];
	const streams = [process.stdout, process.stderr];
	const originals = streams.map((stream) => stream.write.bind(stream));
	for (const stream of streams) {
		stream.write = (chunk: string | Uint8Array) => {
			chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
			return true;
		};
	}
	return () => {
		streams.forEach((stream, index) => {
			const original = originals[index];
			if (original) stream.write = original;
		});
		return chunks.join('');
	};
}
