// Specimens: the same seed gives the same one, other seeds give others, and what their truth says stands on them.
import { composeSpecimen, kindOf, SPECIMEN_KINDS, specimen } from '../../workshop/documents/specimens/kinds.cts';
import { Random } from '../../workshop/documents/random.cts';
import { cardNumber, creditCode, idNumber, inCapitals } from '../../workshop/documents/specimens/invented.cts';
import type { TruthValue } from '../../workshop/documents/specimens/specimen.cts';

/** All texts of a truth; keys are left out. */
function textsOf(value: TruthValue): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

describe.each(SPECIMEN_KINDS)('%s', (kind) => {
	test('depends on its seed alone', () => {
		const [first, again, second, third] = [1, 1, 2, 3].map((seed) => JSON.stringify(specimen(kind, seed).truth));
		expect(again).toBe(first);
		expect(new Set([first, second, third]).size).toBe(3);
	});

	test('has a title and an operation for the demo and the documentation', () => {
		expect(kindOf(kind).title).toMatch(/^[A-Z]/);
		expect(kindOf(kind).operation).toMatch(/^[a-z-]+$/);
	});

	test('is a picture of the size that it says', async () => {
		const { width, height, image } = await composeSpecimen(kind, 1, { scale: 0.2, turn: 90 }).render();
		expect(image.readUInt32BE(16)).toBe(width);
		expect(image.readUInt32BE(20)).toBe(height);
	});
});

test('names and numbers of the truth are printed as they are told', () => {
	for (const kind of ['mvs-invoice', 'taxi-invoice', 'vehicle-license-front', 'business-card'] as const) {
		const { page, truth } = specimen(kind, 4);
		const printed = page.runs.map((run) => run.words).join('\n');
		const missing = textsOf(truth).filter((words) => words.length > 1 && !printed.includes(words) && !/^(?:\d{4}-|[¥\d])/.test(words));
		// The taxi's place is part of the title, and a card's department may follow the title in one run.
		expect(missing).toEqual([]);
	}
});

test('invented numbers have the right check digits and belong to nobody', () => {
	const random = new Random('numbers');
	for (let count = 0; count < 50; count++) {
		const id = idNumber(random, { year: 1990, month: 2, day: 3 }, count % 2 === 0);
		expect(id).toMatch(/^99\d{4}19900203\d{3}[\dX]$/);
		expect(Number(id[16]) % 2 === 1).toBe(count % 2 === 0);
		expect(creditCode(random)).toMatch(/^9199\d{4}MA[0-9A-Z]{8}$/);
		const card = Array.from(cardNumber(random), Number);
		const sum = card.reduceRight((total, digit, index) => {
			const value = (card.length - index) % 2 === 0 ? digit * 2 : digit;
			return total + (value > 9 ? value - 9 : value);
		}, 0);
		expect(sum % 10).toBe(0);
	}
});

test.each([
	[120_300, '壹仟贰佰零叁圆整'],
	[1_000_000, '壹万圆整'],
	[10_050_05, '壹万零伍拾圆零伍分'],
	[17_739_966, '壹拾柒万柒仟叁佰玖拾玖圆陆角陆分'],
	[50, '零圆伍角整'],
])('%d cents in capitals', (cents, words) => {
	expect(inCapitals(cents)).toBe(words);
});
