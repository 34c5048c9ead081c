// Writes docs/performance.md from the figures of a run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { PROJECT } from '../../harness/paths.cts';
import type { Bar } from '../bars.cts';
import type { Figures } from '../measure.cts';
import { SCENARIOS } from '../scenarios.cts';
import { drawCharts, WAY_NAMES } from './charts.cts';

export interface RunFacts {
	started: Date;
	n8n: string;
	node: string;
	/** 1-minute load of the machine before and after the run. */
	load: [before: number, after: number];
}

const FOLDER = path.join(PROJECT, 'docs', 'performance');

export function writePage(facts: RunFacts, figures: readonly Figures[], bars: readonly Bar[]): void {
	mkdirSync(FOLDER, { recursive: true });
	const charts = drawCharts(figures);
	for (const [name, svg] of Object.entries(charts)) writeFileSync(path.join(FOLDER, `${name}.svg`), svg);
	const notes = readFileSync(path.join(__dirname, 'notes.md'), 'utf8');
	writeFileSync(
		path.join(PROJECT, 'docs', 'performance.md'),
		[
			'# Performance',
			'',
			'Written by `npm run bench`. All figures of one run on one machine, side by side; ratios travel to other machines, seconds do not.',
			'',
			...machine(facts),
			'',
			'## Bars',
			'',
			...table(
				['', 'Bar', 'Reached', 'Wanted', ''],
				bars.map((bar) => [String(bar.number), bar.what, bar.reached, bar.wanted, bar.met ? 'met' : '**not met**']),
			),
			'',
			...Object.keys(charts).flatMap((name) => [`![${name}](performance/${name}.svg)`, '']),
			'## Figures',
			'',
			...SCENARIOS.flatMap(({ name, title, binaryMode }) => {
				const rows = figures.filter(({ scenario }) => scenario === name);
				if (rows.length === 0) return [];
				const where = binaryMode === 'filesystem' ? 'files on disk' : 'files in memory';
				return [`### ${title} (${where})`, '', ...scenarioTable(rows), '', ...rows.flatMap(profileOf)];
			}),
			notes.trim(),
			'',
		].join('\n'),
	);
}

function machine({ started, n8n, node, load }: RunFacts): string[] {
	const [cpu] = cpus();
	return table(
		['', ''],
		[
			['Date', started.toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
			['Processor', `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`],
			['Memory', `${Math.round(totalmem() / 2 ** 30)} GB`],
			['System', `Linux ${release().split('-')[0]}`],
			['n8n', `${n8n}, Node.js ${node}, one process, SQLite`],
			['Other work on the machine', `load ${load[0].toFixed(1)} before the run, ${load[1].toFixed(1)} after`],
		],
	);
}

const COLUMNS: Array<[head: string, value: (row: Figures) => string]> = [
	['Way', ({ way }) => WAY_NAMES[way]],
	['Results', ({ imagesOut, images, status }) => `${imagesOut} of ${images}${status === 'success' ? '' : `, ${status}`}`],
	['Time, s', ({ wallSeconds }) => short(wallSeconds)],
	['÷ limit', ({ ratioToLimit }) => short(ratioToLimit)],
	['Execution, s', ({ executionSeconds }) => short(executionSeconds)],
	['Until saved, s', ({ savedSeconds }) => short(savedSeconds)],
	['Idle, MB', ({ idleMB }) => whole(idleMB)],
	['Peak above idle, MB', ({ aboveIdleMB }) => whole(aboveIdleMB)],
	['Of it reading / at work / saving', ({ way, ...row }) => (way === 'bare' ? '' : [row.aboveIdleReadingMB, row.aboveIdleWorkingMB, row.aboveIdleSavingMB].map(whole).join(' / '))],
	['CPU per image, ms', ({ cpuPerImage }) => short(cpuPerImage * 1000)],
	['Saved data, MB', ({ savedMB }) => short(savedMB)],
	['Database growth, MB', ({ databaseGrowthMB }) => short(databaseGrowthMB)],
	['Calls / logins', ({ calls, logins }) => `${calls} / ${logins}`],
	['Most at once', ({ peakParallel }) => String(peakParallel)],
	['Paid twice', ({ paidTwice }) => String(paidTwice)],
	['Longest pause, ms', ({ longestStall, longestStallOfAll }) => `${whole(longestStall)} (${whole(longestStallOfAll)})`],
	['Of it computing, ms', ({ longestStallComputing }) => whole(longestStallComputing)],
	['Answer to items, ms', ({ answerToItemsSeconds }) => whole(answerToItemsSeconds * 1000)],
];

function scenarioTable(rows: readonly Figures[]): string[] {
	return table(
		COLUMNS.map(([head]) => head),
		rows.map((row) => COLUMNS.map(([, value]) => value(row))),
	);
}

/** Whose code the main thread runs, where that was measured. */
function profileOf({ way, msByOwner = {} }: Figures): string[] {
	const rows = Object.entries(msByOwner);
	const all = rows.reduce((sum, [, ms]) => sum + ms, 0);
	const shown = rows.filter(([, ms]) => ms >= 0.005 * all);
	if (shown.length === 0) return [];
	return [
		`${WAY_NAMES[way]}, time of the main thread by whose code it runs (a further run, profiled):`,
		'',
		...table(['', 'ms per image', 'Part'], shown.map(([owner, ms]) => [owner, short(ms), `${Math.round((100 * ms) / all)} %`])),
		'',
	];
}

function short(value: number | undefined): string {
	return value === undefined ? '' : String(Number(value.toPrecision(3)));
}

function whole(value: number): string {
	return String(Math.round(value));
}

function table(head: string[], rows: string[][]): string[] {
	const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
