// `npm run bench`: see docs/performance.md, which it writes.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { checkBars, type Bar } from './bars.cts';
import { Bench, type Figures } from './measure.cts';
import { summary } from './report/summary.cts';
import { writePage } from './report/page.cts';
import { SCENARIOS } from './scenarios.cts';
import { EmulatorProcess } from '../harness/process/emulatorProcess.cts';
import { TestBed } from './support/n8nUnderTest.cts';

const HELP = `Measures the node in a real n8n against hand-made workflows and a bare script.

  npm run bench -- [options]

  --quick          only what shows the first bar (under 6 minutes)
  --only A,B       only these scenarios: ${SCENARIOS.map(({ name }) => name).join(', ')}
  --share N        only every Nth image, to try things out; bars are not checked
  --write          writes docs/performance.md also when not everything was measured
  --help
`;

const { values } = parseArgs({
	options: {
		quick: { type: 'boolean', default: false },
		only: { type: 'string' },
		share: { type: 'string', default: '1' },
		write: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});

async function main(): Promise<void> {
	if (values.help) {
		console.log(HELP);
		return;
	}
	const share = Number(values.share);
	const only = values.only?.split(',');
	const scenarios = SCENARIOS.filter(
		({ name, quick }) => (!values.quick || quick === true) && (only?.includes(name) ?? true),
	).map((scenario) => ({
		...scenario,
		sizes: scenario.sizes.filter((_, index) => index % share === 0),
		// What n8n needs by itself explains a figure; no bar of the quick run hangs on it.
		ways: scenario.ways.filter((way) => !values.quick || way !== 'n8n-alone'),
	}));

	const figures: Figures[] = [];
	const started = new Date();
	const loadBefore = loadavg()[0] ?? 0;
	const emulator = await EmulatorProcess.start();
	try {
		const bed = await TestBed.prepare(emulator.url);
		const { n8n, node } = bed.install;
		const bench = new Bench(bed, emulator, (result) => {
			figures.push(result);
			console.error(`${result.scenario}, ${result.way}: ${round(result.wallSeconds)} s`);
		});
		const writesPage = share === 1 && (values.write || scenarios.length === SCENARIOS.length);
		for (const scenario of scenarios) {
			await bench.measure(scenario);
			console.log(JSON.stringify(summary(scenario, figures), (_, value: unknown) => (typeof value === 'number' ? round(value) : value)));
			// After each one: a run that is broken off leaves what it has.
			const load: [number, number] = [loadBefore, loadavg()[0] ?? 0];
			if (writesPage) writePage({ started, n8n, node, load }, figures, checkBars(figures));
		}
		if (share === 1) tellBars(checkBars(figures));
	} finally {
		await emulator.stop();
	}
}

/** The exit code tells whether all were met. */
function tellBars(bars: readonly Bar[]): void {
	for (const { met, number, what, reached, wanted } of bars) {
		console.log(`${met ? 'met    ' : 'NOT MET'} ${number}. ${what}: ${reached} (${wanted})`);
	}
	if (bars.some(({ met }) => !met)) process.exitCode = 1;
}

function round(value: number): number {
	return Number(value.toPrecision(4));
}

// Ending by `exit` lets the hooks of the helpers end n8n and the emulator.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

void main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
