// `npm run check:layout-samples`: tables, lines and fields of the real sample images beside the project,
// read by the emulator's engine, against the outputs in test/layout/expected/. Those were looked at by
// eye, beside the images: wrong characters in them are the engine's.
// `--write` writes the files anew, to be looked at. Without the samples there is nothing to check.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PLAIN_READING } from '../emulator/engine/engine.cts';
import { WorkerEngine } from '../emulator/engine/workerEngine.cts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readText } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

const SAMPLES = path.join(__dirname, '..', '..', '..', 'shared', 'samples');
const EXPECTED = path.join(__dirname, '..', '..', 'test', 'layout', 'expected');

interface Sample {
	file: string;
	/** Labels to look for, and where their values stand. */
	fields?: string[];
	position?: 'below' | 'auto';
}

const IMAGES: Sample[] = [
	{ file: 'lineless-table.jpg' },
	{ file: 'merged-header-table.png' },
	{ file: 'bank-statement.png' },
	{ file: 'receipt-a.jpg', fields: ['Tax Invoice No', 'Total', 'Cash', 'Change', 'Rounding'] },
	{ file: 'receipt-b.jpg', fields: ['TEL', 'GST ID', 'GST TA AMT', 'GST 6%', 'Total', 'Cash'] },
	{
		file: 'vehicle-request-form.jpg',
		fields: ['用车部门', '用车时间', '乘车人数', '目的地', '联系人', '联系电话', '用车事由', '车牌号', '司机姓名', '接送地点', '用车部门负责人', '行政部负责人'],
	},
	{ file: 'customs-declaration-form.jpg', fields: ['运输方式', '监管方式', '贸易国（地区）', '运抵国（地区）', '指运港', '离境口岸', '包装种类', '成交方式'], position: 'below' },
	{ file: 'product-leaflet.jpg', fields: ['品牌', '品名', '产品编号', '净含量', '适用人群'] },
];

function describe(blocks: WordsBlock[], direction: number, { fields = [], position = 'auto' }: Sample): string {
	const tables = readTables(blocks, direction).map(({ columns, rows }, index) => [`table ${index}`, ...[columns, ...rows].map((row) => `  ${row.join(' | ')}`)].join('\n'));
	const definitions = fields.map((label) => ({ name: label, findBy: 'label' as const, label, position }));
	const found = readFields(blocks, direction, definitions).map(({ name, text }) => `  ${name} = ${text ?? '(not found)'}`);
	return [
		...tables,
		...(found.length > 0 ? [`fields\n${found.join('\n')}`] : []),
		`text\n${readText(blocks, direction).replace(/^/gm, '  ')}`,
		'',
	].join('\n\n');
}

async function main(): Promise<void> {
	if (!existsSync(SAMPLES)) {
		console.log('No samples beside the project: nothing checked.');
		return;
	}
	const write = process.argv.includes('--write');
	await mkdir(EXPECTED, { recursive: true });
	const engine = new WorkerEngine(1);
	let differing = 0;
	try {
		for (const sample of IMAGES) {
			const bytes = await readFile(path.join(SAMPLES, sample.file));
			const page = await engine.recognise({
				bytes,
				imageHash: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
				format: sample.file.endsWith('.png') ? 'png' : 'jpeg',
				reading: { ...PLAIN_READING, detectDirection: true },
			});
			if (typeof page === 'string') throw new Error('The engine gave a fixture');
			const found = describe(page.blocks, page.direction, sample);
			const file = path.join(EXPECTED, `${sample.file.replace(/\.\w+$/, '')}.txt`);
			if (write) await writeFile(file, found);
			const expected = existsSync(file) ? await readFile(file, 'utf8') : '';
			const same = found === expected;
			if (!same) differing++;
			console.log(`${sample.file}: ${same ? 'as expected' : `differs\n${found}`}`);
		}
	} finally {
		await engine.close();
	}
	console.log(`${IMAGES.length} images, ${differing} differing`);
	process.exitCode = differing > 0 ? 1 : 0;
}

void main();
