// Each specimen in each pose, sent to every operation that reads tables.
import { renderPage, pageSpecimen } from '../../documents/pageSpecimens.cts';
import { renderSpecimen, TABLE_KINDS, tableSpecimen } from '../../documents/tableSpecimens.cts';
import { ocr, tokenOf } from '../../emulator/client.cts';
import type { Emulator } from '../../emulator/server.cts';
import type { Pose } from '../documents/poses.cts';
import { add, type AnsweredCell, compare, f1, foundCells, noScore, plain, type Score, wantedCells } from './score.cts';

/** What has to be reached: cells F1, other parts of a page. */
const BAR = 0.97;

interface Region {
	type: string;
	words_block_list: AnsweredCell[];
}

interface Page {
	table_result: { table_list: Array<{ words_block_list: AnsweredCell[] }> };
	kv_result: { kv_block_list: Array<{ key: string; value: string }> };
	layout_result: { layout_block_list: Array<{ type: string; text: string }> };
}

export interface Outcome {
	/** "general-table cells" */
	name: string;
	score: Score;
	isGood: boolean;
}

/** @param told one line for each specimen and pose that is not all right */
export async function checkTables(emulator: Emulator, specimens: number, poses: readonly Pose[], told: (line: string) => void): Promise<Outcome[]> {
	const token = await tokenOf(emulator);
	const scores = new Map<string, Score>();
	const ask = async (operation: string, field: 'image' | 'data', image: Buffer, more: Record<string, unknown>): Promise<unknown> => {
		const reply = await ocr(emulator, { [field]: image.toString('base64'), ...more }, { token, operation });
		if (reply.status !== 200) throw new Error(`${operation} answered ${reply.status} ${reply.text.slice(0, 200)}`);
		return (reply.json as { result: unknown }).result;
	};
	const note = (name: string, specimen: string, pose: Pose, score: Score): void => {
		const total = scores.get(name) ?? noScore();
		add(total, score);
		scores.set(name, total);
		if (f1(score) < 1) told(`${name}, ${specimen}, ${pose.name}: F1 ${f1(score).toFixed(3)}; missing ${shown(score.missing)}; too much ${shown(score.extra)}`);
	};
	const jobs = poses.flatMap((pose) => Array.from({ length: specimens }, (_, number) => ({ pose, number })));
	await Promise.all(
		jobs.map(async ({ pose, number }) => {
			for (const kind of TABLE_KINDS) {
				const specimen = tableSpecimen(kind, number);
				const { image } = await renderSpecimen(specimen, pose);
				const wanted = wantedCells(specimen.cells);
				for (const [operation, more] of [['general-table', { return_text_location: number % 2 === 0 }], ['financial-statement', {}]] as const) {
					const { words_region_list: regions } = (await ask(operation, 'image', image, more)) as { words_region_list: Region[] };
					note(`${operation} cells`, specimen.name, pose, compare(wanted, foundCells(regions.flatMap((region) => (region.type === 'table' ? region.words_block_list : [])))));
				}
				const [page] = (await ask('smart-document-recognizer', 'data', image, { table: true, single_orientation_mode: false })) as Page[];
				note('smart-document-recognizer cells', specimen.name, pose, compare(wanted, foundCells(page?.table_result.table_list.flatMap((table) => table.words_block_list) ?? [])));
			}
			await checkPage(number, pose);
		}),
	);
	return [...scores].map(([name, score]) => ({ name, score, isGood: f1(score) >= BAR }));

	async function checkPage(number: number, pose: Pose): Promise<void> {
		const specimen = pageSpecimen(number);
		const { image } = await renderPage(specimen, pose);
		const [page] = (await ask('smart-document-recognizer', 'data', image, { table: true, kv: true, layout: true, single_orientation_mode: false })) as Page[];
		const pair = ({ key, value }: { key: string; value: string }): string => `${plain(key)} = ${plain(value)}`;
		note('smart-document-recognizer key-values', specimen.name, pose, compare(specimen.pairs.map(pair), page?.kv_result.kv_block_list.map(pair) ?? []));
		const part = ({ type, text }: { type: string; text: string }): string => `${type}: ${plain(text)}`;
		const parts = page?.layout_result.layout_block_list ?? [];
		note('smart-document-recognizer layout', specimen.name, pose, compare(specimen.parts.map(part), parts.map(part)));
		// Each part with the one before it: the order in which the page is read.
		const order = (list: ReadonlyArray<{ type: string }>): string[] => list.slice(1).map(({ type }, index) => `${list[index]?.type ?? ''} > ${type}`);
		note('smart-document-recognizer order', specimen.name, pose, compare(order(specimen.parts), order(parts)));
		note('smart-document-recognizer cells', specimen.name, pose, compare(wantedCells(specimen.cells), foundCells(page?.table_result.table_list.flatMap((table) => table.words_block_list) ?? [])));
	}
}

function shown(entries: readonly string[]): string {
	return entries.length === 0 ? 'nothing' : `${entries.slice(0, 4).join('; ')}${entries.length > 4 ? ` and ${entries.length - 4} more` : ''}`;
}
