import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { renderSpecimen, tableSpecimen } from '../../documents/tableSpecimens.cts';
import { check, group } from '../support/check.cts';
import { ExampleDesk } from './exampleDesk.cts';
import type { Play } from './play.cts';

const START = 'When clicking Execute workflow';

/** The examples that read documents of a kind, as they are, with the engine that reads. */
export function examplesOfDocumentsSuite(play: () => Play): void {
	const desk = new ExampleDesk(play);

	group('Example workflows for documents', () => {
		check("A user turns scanned tables into one sheet of rows, and gets the service's own Excel file of each scan", async () => {
			const { stage } = play();
			await stage.withRealReading(async () => {
				const folder = path.join(stage.filesFolder, 'tables');
				mkdirSync(folder, { recursive: true });
				const note = tableSpecimen('delivery-note', 1);
				const count = tableSpecimen('stock-count', 1);
				for (const specimen of [note, count]) writeFileSync(path.join(folder, `${specimen.name}.png`), (await renderSpecimen(specimen, { turn: 0, scale: 0.8 })).image);
				stage.emulator.control.resetCounters();
				const done = await stage.lab.execute(await desk.ensureImported('table-to-excel'), START);
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				assert.equal(stage.emulator.control.counters().answered, 2, 'one call a scan');

				const [header = [], ...rows] = await readSheet(path.join(folder, 'rows.xlsx'));
				const teams = note.cells.filter(({ row, column, rowSpan }) => row > 1 && column === 0 && rowSpan > 1).flatMap(({ text, rowSpan }) => Array<string>(rowSpan).fill(text));
				assert.deepEqual(rows.slice(0, 7).map((row) => row[header.indexOf('Team')]), teams);
				assert.equal(rows.length, 8 + 9);
				for (const { name, cells } of [note, count]) {
					const own = (await readSheet(path.join(folder, `${name}-excel.xlsx`))).flat().map(String);
					const printed = cells.filter(({ text }) => text !== '').map(({ text }) => text);
					assert.deepEqual(printed.filter((text) => !own.includes(text)), [], name);
				}
				await desk.picture('table-to-excel', done);
			});
		}, { timeout: 120_000 });
	});
}
