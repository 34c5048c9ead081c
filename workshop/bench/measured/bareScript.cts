// The floor: what one would write by hand for the same job outside n8n. Reads each file when its turn
// comes, encodes it, posts it as JSON, takes the answer apart; N at a time.
//
//   node bareScript.cjs SOCKET    and then one job per connection to this Unix socket
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import axios from 'axios';

export interface BareJob {
	files: string[];
	url: string;
	token: string;
	parallel: number;
}

/** Times are ms since 1970. */
export interface BareResult {
	started: number;
	ended: number;
	blocks: number;
}

interface Answer {
	result: { words_block_list: unknown[] };
}

async function work({ files, url, token, parallel }: BareJob): Promise<BareResult> {
	const started = Date.now();
	let next = 0;
	let blocks = 0;
	const worker = async (): Promise<void> => {
		for (let file = files[next++]; file !== undefined; file = files[next++]) {
			const image = (await readFile(file)).toString('base64');
			const { data } = await axios.post<Answer>(url, { image }, { headers: { 'X-Auth-Token': token } });
			blocks += data.result.words_block_list.length;
		}
	};
	await Promise.all(Array.from({ length: parallel }, worker));
	return { started, ended: Date.now(), blocks };
}

createServer({ allowHalfOpen: true }, (connection) => {
	let job = '';
	connection.on('data', (part) => (job += part.toString()));
	connection.on('end', () => {
		void work(JSON.parse(job) as BareJob)
			.catch((error: unknown) => ({ error: String(error) }))
			.then((result) => connection.end(JSON.stringify(result)));
	});
}).listen(process.argv[2]);
