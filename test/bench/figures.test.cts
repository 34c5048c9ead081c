import { checkBars } from '../../workshop/bench/bars.cts';
import type { Figures } from '../../workshop/bench/measure.cts';
import { cpuSeconds, longestStall } from '../../workshop/bench/support/probe.cts';
import { pngOfSize } from '../../workshop/bench/support/images.cts';
import { physicalLimit, SCENARIOS, type Way } from '../../workshop/bench/scenarios.cts';
import { generalText } from '../../nodes/HuaweiOcr/resources/generalText/index.ts';
import { checkImage } from '../../nodes/HuaweiOcr/input/imageLimits.ts';

function figures(scenario: string, way: Way, changes: Partial<Figures>): Figures {
	return { scenario, way, images: 100, status: 'success', wallSeconds: 2, imagesOut: 100, ...changes } as Figures;
}

test('a node that is slower than 1.25 times the script misses its bar', () => {
	const barOf = (seconds: number) =>
		checkBars([figures('main', 'node', { wallSeconds: seconds }), figures('main', 'bare', {})])[0];
	expect(barOf(2.5)).toMatchObject({ number: 1, reached: '1.25', met: true });
	expect(barOf(2.6)).toMatchObject({ reached: '1.3', met: false });
});

test('1,000 images with a missing result miss their bar', () => {
	const bars = checkBars([
		figures('thousand', 'node', { images: 1000, imagesOut: 999, opened: { items: 10_000, seconds: 1 } }),
	]);
	expect(bars.map(({ met }) => met)).toEqual([false, true]);
});

test('only bars of what was measured are checked', () => {
	expect(checkBars([])).toEqual([]);
	expect(checkBars([figures('large', 'node', { longestStall: 151 })])).toMatchObject([{ number: 6, met: false }]);
});

test('processor time and pauses count within their span only', () => {
	const record = {
		cpu: [[0, 0], [10, 5], [20, 12], [30, 40]] as Array<[number, number]>,
		stalls: [[5, 400, 400], [22, 15, 12], [90, 40, 40]] as Array<[number, number, number]>,
	};
	expect(cpuSeconds(record, { started: 10, ended: 20 })).toBeCloseTo(0.007);
	expect(longestStall(record, { started: 10, ended: 30 })).toEqual({ length: 15, computing: 12 });
});

test('the physical limit is that of calls at once or that of the rate, whichever is longer', () => {
	const limitOf = (name: string) => physicalLimit(SCENARIOS.find((each) => each.name === name) ?? SCENARIOS[0]!);
	expect([limitOf('main'), limitOf('parallel-1'), limitOf('small'), limitOf('limited')]).toEqual([2, 20, 2, 10]);
});

test.each([50_000, 2_000_000, 7_000_000])('a generated image of %i bytes passes the checks before sending', (bytes) => {
	const image = pngOfSize(bytes, 7);
	expect(image.length).toBe(bytes);
	expect(checkImage(image, 'original', generalText.api).format).toBe('PNG');
});
