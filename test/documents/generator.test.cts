import { composeDocuments, DOCUMENT_KINDS, generateDocuments } from '../../workshop/documents/generator.cts';
import { composeSampleDocuments } from '../../workshop/documents/samples.cts';
import type { ComposedDocument } from '../../workshop/documents/compose.cts';
import type { Point, Quad, TruthBlock } from '../../workshop/documents/types.cts';

// Drawing takes its time on a busy machine.
jest.setTimeout(60_000);

const COUNT = 220;
const documents = composeDocuments({ seed: 11, count: COUNT });

/** Truth alone, fit for comparing. */
function truth(document: ComposedDocument): string {
	return JSON.stringify(document);
}

function cross([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
	return (bx - ax) * (cy - by) - (by - ay) * (cx - bx);
}

/** Clockwise tilt of a block's top edge, degrees. */
function tilt([[x1, y1], [x2, y2]]: Quad): number {
	return (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
}

function angleBetween(a: number, b: number): number {
	const difference = (((a - b) % 360) + 360) % 360;
	return Math.min(difference, 360 - difference);
}

const lengthOf = ([[x1, y1], [x2, y2]]: Quad) => Math.hypot(x2 - x1, y2 - y1);
const squeeze = (text: string) => text.replace(/\s/g, '');

describe('generated documents', () => {
	test('one seed gives the same texts, places and pixels every time', async () => {
		const options = { seed: 'again', count: 22 };
		expect(composeDocuments(options).map(truth)).toEqual(composeDocuments(options).map(truth));
		const first = composeDocuments({ seed: 'again', count: 5, kinds: ['receipt'] })[4];
		const second = composeDocuments({ seed: 'again', count: 5, kinds: ['receipt'] })[4];
		// The fifth of a kind has a stamp and noise.
		expect((await first?.render())?.image.equals((await second?.render())?.image ?? Buffer.alloc(0))).toBe(true);
	});

	test('another seed gives other texts, but the same kinds, turns and disturbances', () => {
		const others = composeDocuments({ seed: 12, count: COUNT });
		const quarter = ({ direction }: ComposedDocument) => (Math.round(direction / 90) * 90) % 360;
		expect(others.map(({ kind }) => kind)).toEqual(documents.map(({ kind }) => kind));
		expect(others.map(quarter)).toEqual(documents.map(quarter));
		expect(others.map(({ mimeType }) => mimeType)).toEqual(documents.map(({ mimeType }) => mimeType));
		const same = others.filter(({ lines }, index) => lines.join() === documents[index]?.lines.join());
		expect(same).toEqual([]);
	});

	test('all kinds come up equally often, upright, turned and skewed by up to 8 degrees', () => {
		for (const kind of DOCUMENT_KINDS) {
			expect(documents.filter((document) => document.kind === kind)).toHaveLength(COUNT / DOCUMENT_KINDS.length);
		}
		for (const turn of [0, 90, 180, 270]) expect(documents.some(({ direction }) => direction === turn)).toBe(true);
		const skews = documents.map(({ direction }) => direction - Math.round(direction / 90) * 90);
		expect(Math.max(...skews.map(Math.abs))).toBeLessThanOrEqual(8);
		expect(Math.min(...skews)).toBeLessThan(-5);
		expect(Math.max(...skews)).toBeGreaterThan(5);
		expect(new Set(documents.map(({ name }) => name)).size).toBe(COUNT);
	});

	test('blocks lie inside the image, run clockwise and are tilted as the document says', () => {
		for (const { name, width, height, direction, blocks } of documents) {
			const wrong = blocks.filter(({ location, stray }) => {
				const inside = location.every(([x, y]) => x >= 0 && y >= 0 && x < width && y < height);
				const clockwise = cross(location[0], location[1], location[2]) > 0 && cross(location[2], location[3], location[0]) > 0;
				// Corners are whole pixels, so a short edge says little about the angle.
				const aligned = stray === true || lengthOf(location) < 80 || angleBetween(tilt(location), direction) < 1.2;
				return !inside || !clockwise || !aligned;
			});
			expect({ name, wrong }).toEqual({ name, wrong: [] });
		}
	});

	test('no block lies on another', () => {
		const middle = ({ location }: TruthBlock): Point => [
			location.reduce((sum, [x]) => sum + x, 0) / 4,
			location.reduce((sum, [, y]) => sum + y, 0) / 4,
		];
		const covers = ({ location }: TruthBlock, point: Point) =>
			location.every((corner, index) => cross(corner, location[(index + 1) % 4] as Point, point) >= 0);
		for (const { name, blocks } of documents) {
			const overlaps = blocks.filter((block) => blocks.some((other) => other !== block && covers(other, middle(block))));
			expect({ name, overlaps }).toEqual({ name, overlaps: [] });
		}
	});

	test('what tables and fields hold stands on the page', () => {
		for (const { name, blocks, tables, fields, emptyFields = [] } of documents) {
			const page = blocks.map(({ words }) => squeeze(words));
			const cells = tables.flatMap(({ header, rows }) => [header, ...rows].flat()).filter((cell) => cell !== '');
			// A wrapped cell is put together from several blocks: its beginning must be one of them.
			const missingCells = cells.filter((cell) => !page.some((words) => words !== '' && squeeze(cell).startsWith(words)));
			const missingFields = Object.entries(fields).flat().filter((text) => !page.some((words) => words.includes(squeeze(text))));
			const missingLabels = emptyFields.filter((label) => !page.some((words) => words.includes(squeeze(label))));
			expect({ name, missingCells, missingFields, missingLabels }).toEqual({ name, missingCells: [], missingFields: [], missingLabels: [] });
		}
	});

	test('each row of a table has as many cells as its header', () => {
		const tables = documents.flatMap((document) => document.tables);
		expect(tables.length).toBeGreaterThan(COUNT / 2);
		for (const { header, rows } of tables) expect(rows.map((row) => row.length)).toEqual(rows.map(() => header.length));
	});

	test('the sets contain what the benchmark asks for', () => {
		const ofKind = (kind: string) => documents.filter((document) => document.kind === kind);
		expect(ofKind('table-empty-cells').every(({ tables }) => tables[0]?.rows.flat().includes(''))).toBe(true);
		expect(ofKind('table-ruled').some(({ tables }) => tables.length === 2)).toBe(true);
		expect(ofKind('table-wrapped').every(({ tables, blocks }) => blocks.length > (tables[0]?.rows.length ?? 0) * 4)).toBe(true);
		expect(ofKind('form-zh').some(({ emptyFields }) => emptyFields?.length === 1)).toBe(true);
		expect(documents.some(({ blocks }) => blocks.some(({ stray }) => stray))).toBe(true);
		expect(ofKind('two-columns').every(({ blocks }) => blocks.length >= 15)).toBe(true);
	});

	test('two columns are read one after the other', () => {
		const upright = documents.filter(({ kind, direction }) => kind === 'two-columns' && direction === 0);
		expect(upright.length).toBeGreaterThan(2);
		for (const { blocks, width } of upright) {
			const columns = blocks.filter(({ stray }) => !stray).slice(1).map(({ location }) => location[0][0] > width / 2);
			expect(columns).toEqual([...columns].sort((a, b) => Number(a) - Number(b)));
		}
	});

	test('images come one by one, in the size that the truth says', async () => {
		const found: string[] = [];
		for await (const { name, image, mimeType, width, height } of generateDocuments({ seed: 3, count: 2, kinds: ['receipt', 'plain-text'] })) {
			expect(mimeType).toBe('image/png');
			expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([width, height]);
			found.push(name);
		}
		expect(found).toEqual(['receipt-001', 'plain-text-001']);
	});
});

describe('sample documents', () => {
	const samples = composeSampleDocuments();

	test('hold Chinese, English and mixed text, tables and receipts, in all turns that are checked', () => {
		expect(samples.length).toBeGreaterThanOrEqual(12);
		expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
		expect(samples.map(({ direction }) => direction)).toEqual(expect.arrayContaining([0, 5, 90, 180, 270, 355]));
		const text = (name: string) => samples.find((sample) => sample.name === name)?.lines.join(' ') ?? '';
		expect(text('letter-en')).not.toMatch(/\p{Script=Han}/u);
		expect(text('notice-zh')).toMatch(/\p{Script=Han}/u);
		expect(text('vehicle-use-request')).toMatch(/申请人[\s\S]*Applicant/);
	});

	test('the form knows what was filled in', () => {
		const form = samples.find(({ name }) => name === 'vehicle-use-request');
		expect(form?.fields).toMatchObject({ 编号: 'QL-20417', 申请人: '林思源', 用车时间: '2026-03-20 08:30', 行政部门: '郭立新' });
	});
});
