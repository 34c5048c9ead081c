// Runs `measured/bareScript.cts` on n8n's Node.js, with the same probe inside as n8n has.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { startService, type Service } from '../../harness/process/child.cts';
import { newTempDir } from '../../harness/paths.cts';
import { until } from '../../harness/process/poll.cts';
import { GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_PROJECT_ID, GOOD_USER } from '../../emulator/users.cts';
import type { BareJob, BareResult } from '../measured/bareScript.cts';
import { compiled } from './compiled.cts';
import { Probe, type Usage } from './probe.cts';
import { askSocket } from './socket.cts';

export class BareScript {
	private readonly service: Service;
	private readonly probe: Probe;
	private readonly url: string;
	private readonly token: string;
	private readonly socket: string;

	private constructor(service: Service, socket: string, probe: Probe, url: string, token: string) {
		this.service = service;
		this.socket = socket;
		this.probe = probe;
		this.url = url;
		this.token = token;
	}

	static async start(nodeBin: string, emulatorUrl: string): Promise<BareScript> {
		const probe = new Probe();
		const socket = path.join(newTempDir('bare-script'), 'socket');
		const service = startService('bare script', nodeBin, [compiled('bareScript'), socket], { env: probe.env });
		const url = `${emulatorUrl}/v2/${GOOD_PROJECT_ID}/ocr/general-text`;
		await until(
			() => {
				if (service.exit() !== undefined) throw new Error(service.tail());
				return existsSync(socket);
			},
			{ what: 'the bare script' },
		);
		return new BareScript(service, socket, probe, url, await logIn(emulatorUrl));
	}

	/** Posts all images of a folder, `parallel` at a time. */
	async execute(imageFolder: string, parallel: number): Promise<{ result: BareResult; usage: Usage }> {
		const files = readdirSync(imageFolder)
			.sort()
			.map((name) => path.join(imageFolder, name));
		const job: BareJob = { files, url: this.url, token: this.token, parallel };
		return await this.probe.measure(this.service.pid, async () => {
			const answer = JSON.parse(await askSocket(this.socket, JSON.stringify(job))) as BareResult | { error: string };
			if ('error' in answer) throw new Error(`Bare script: ${answer.error}`);
			return answer;
		});
	}

	async settle(): Promise<void> {
		await this.probe.settle();
	}

	async stop(): Promise<void> {
		await this.service.stop();
	}
}

async function logIn(emulatorUrl: string): Promise<string> {
	const user = { name: GOOD_USER, password: GOOD_PASSWORD, domain: { name: GOOD_ACCOUNT } };
	const answer = await fetch(`${emulatorUrl}/v3/auth/tokens`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({
			auth: {
				identity: { methods: ['password'], password: { user } },
				scope: { project: { id: GOOD_PROJECT_ID } },
			},
		}),
	});
	const token = answer.headers.get('x-subject-token');
	if (token === null) throw new Error(`Login: ${answer.status} ${await answer.text()}`);
	return token;
}
