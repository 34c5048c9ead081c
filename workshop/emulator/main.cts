// `npm run emulator`: the emulator as a program, until Ctrl+C.
import { parseArgs } from 'node:util';
import type { EmulatorOptions } from './options.cts';
import { startEmulator } from './server.cts';
import { GOOD_ACCESS_KEY, GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_PROJECT_ID, GOOD_SECRET_KEY, GOOD_USER } from './users.cts';

const HELP = `Emulator of Huawei Cloud IAM and OCR General Text.

  npm run emulator -- [options]

  --port N            port on 127.0.0.1 (default 8787; 0 = any free one)
  --profile NAME      current (default) or seed: which edition's limits and fields
  --engine NAME       ocr (default, reads for real) or fixture (generated answers at once)
  --blocks N          blocks per image of the fixture engine (default 10)
  --latency MS        added to each OCR answer
  --per-second N      calls per second and user
  --per-minute N      calls per minute and user
  --max-parallel N    parallel calls per user
  --token-life S      life of a token in seconds (default 86400)
  --allow-private-urls   lets "url" reach loopback and private networks
  --quiet             no line per call
  --help
`;

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8787' },
		profile: { type: 'string', default: 'current' },
		engine: { type: 'string', default: 'ocr' },
		blocks: { type: 'string', default: '10' },
		latency: { type: 'string', default: '0' },
		'per-second': { type: 'string' },
		'per-minute': { type: 'string' },
		'max-parallel': { type: 'string' },
		'token-life': { type: 'string', default: '86400' },
		'allow-private-urls': { type: 'boolean', default: false },
		quiet: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

function readOptions(): EmulatorOptions {
	const { profile, engine } = values;
	if (profile !== 'current' && profile !== 'seed') throw new Error(`--profile is current or seed, not ${profile}`);
	if (engine !== 'ocr' && engine !== 'fixture') throw new Error(`--engine is ocr or fixture, not ${engine}`);
	const throttle = [];
	if (values['per-second']) throttle.push({ calls: Number(values['per-second']), seconds: 1 });
	if (values['per-minute']) throttle.push({ calls: Number(values['per-minute']), seconds: 60 });
	return {
		port: Number(values.port),
		profile,
		engine,
		throttle,
		fixture: { blocks: Number(values.blocks) },
		latencyMs: Number(values.latency),
		tokenLifeMs: Number(values['token-life']) * 1000,
		allowPrivateUrls: values['allow-private-urls'],
		...(values['max-parallel'] ? { maxParallel: Number(values['max-parallel']) } : {}),
		...(values.quiet ? {} : { log: (line: string) => console.log(line) }),
	};
}

async function main(): Promise<void> {
	if (values.help) {
		console.log(HELP);
		return;
	}
	const emulator = await startEmulator(readOptions());
	console.log(`Huawei Cloud emulator on ${emulator.url} (engine ${values.engine}, profile ${values.profile})

Credential "Huawei Cloud OCR API":
  Account Name      ${GOOD_ACCOUNT}
  IAM User Name     ${GOOD_USER}
  IAM Password      ${GOOD_PASSWORD}
  Region            cn-north-4
  Project ID        (can be left empty; it is ${GOOD_PROJECT_ID})
  OCR Endpoint      ${emulator.url}
  IAM Endpoint      ${emulator.url}

Credential "Huawei Cloud OCR Access Key API":
  Access Key ID     ${GOOD_ACCESS_KEY}
  Secret Access Key ${GOOD_SECRET_KEY}
  Region            cn-north-4
  Project ID        ${GOOD_PROJECT_ID}
  Endpoint          ${emulator.url}

More users, faults and counters: workshop/emulator/README.md. Ctrl+C ends it.`);
	const stop = (): void => void emulator.close();
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
