// `npm run check:layout-samples`: tables, lines and fields of eight real pages, against the outputs in
// test/layout/expected/. The pages are block lists (test/layout/fixtures/): where things stand and how sure the
// reading was is as the emulator's engine read it from photos and scans, wrong characters included; names, numbers
// and other words that belong to somebody were replaced by neutral ones of like length.
// `--write` writes the expected files anew, to be looked at.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readText } from '../../nodes/HuaweiOcr/layout/lines.ts';
import { readTables } from '../../nodes/HuaweiOcr/layout/tables/index.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';

const LAYOUT = path.join(__dirname, '..', '..', 'test', 'layout');

interface Sample {
	/** Of a file in fixtures/ and of one in expected/. */
	name: string;
	/** Labels to look for, and where their values stand. */
	fields?: string[];
	position?: 'below' | 'auto';
}

interface Page {
	direction: number;
	blocks: WordsBlock[];
}

const SAMPLES: Sample[] = [
	{ name: 'lineless-table' },
	{ name: 'merged-header-table' },
	{ name: 'bank-statement' },
	{ name: 'receipt-a', fields: ['Tax Invoice No', 'Total', 'Cash', 'Change', 'Rounding'] },
	{ name: 'receipt-b', fields: ['TEL', 'GST ID', 'GST TA AMT', 'GST 6%', 'Total', 'Cash'] },
	{
		name: 'vehicle-request-form',
		fields: ['用车部门', '用车时间', '乘车人数', '目的地', '联系人', '联系电话', '用车事由', '车牌号', '司机姓名', '接送地点', '用车部门负责人', '行政部负责人'],
	},
	{ name: 'customs-declaration-form', fields: ['运输方式', '监管方式', '贸易国（地区）', '运抵国（地区）', '指运港', '离境口岸', '包装种类', '成交方式'], position: 'below' },
	{ name: 'product-leaflet', fields: ['品牌', '品名', '产品编号', '净含量', '适用人群'] },
];

function describe({ blocks, direction }: Page, { fields = [], position = 'auto' }: Sample): string {
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

/** @throws Error when there is no such fixture, or when there is nothing on it. */
async function load(name: string): Promise<Page> {
	const page = JSON.parse(await readFile(path.join(LAYOUT, 'fixtures', `${name}.json`), 'utf8')) as Page;
	if (page.blocks.length === 0) throw new Error(`${name}: an empty page`);
	return page;
}

async function main(): Promise<void> {
	const write = process.argv.includes('--write');
	await mkdir(path.join(LAYOUT, 'expected'), { recursive: true });
	let differing = 0;
	for (const sample of SAMPLES) {
		const found = describe(await load(sample.name), sample);
		const file = path.join(LAYOUT, 'expected', `${sample.name}.txt`);
		if (write) await writeFile(file, found);
		const same = existsSync(file) && found === (await readFile(file, 'utf8'));
		if (!same) differing++;
		console.log(`${sample.name}: ${same ? 'as expected' : `differs\n${found}`}`);
	}
	console.log(`${SAMPLES.length} pages, ${differing} differing`);
	process.exitCode = differing > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
