import '../../workshop/harness/environment.cts';
import { ERROR_CATALOGUE } from '../../huaweiCloud/errors/catalogue.ts';
import { imageItems, runOcr, useEmulator } from '../support/engine.cts';

const emulator = useEmulator({ fixture: { blocks: 1 } });

/** Codes that an OCR call can be answered with; the logins' own are tested with the logins. */
const CODES = [
	...new Set(
		ERROR_CATALOGUE.filter(({ family }) => ['ocr', 'platform', 'gateway'].includes(family))
			.map(({ code }) => code)
			.filter((code) => /^(AIS|ModelArts|APIG)\.\d{4}$/.test(code))
			// Codes of other operations; the emulator never answers General Text with them.
			.filter((code) => !/^AIS\.01(1[7-9]|2\d)$/.test(code)),
	),
];

test('the catalogue covers the documentation', () => {
	expect(CODES.length).toBeGreaterThan(60);
});

test.each(CODES)('%s keeps its code and message, and begins with what to do', async (code) => {
	const message = `Documented message of ${code}.`;
	emulator().control.failOcr({ kind: 'error', code, message }, 'always');
	const run = await runOcr({
		emulator: emulator(),
		items: await imageItems(2),
		parameters: { options: { maxRetries: 0, maxConcurrency: 2 } },
		settings: { onError: 'continueRegularOutput' },
	});
	expect(run.items).toHaveLength(2);
	for (const [index, { json, pairedItem }] of run.items.entries()) {
		expect(json).toMatchObject({ errorCode: code, source: `scan-${index}.png`, httpStatus: expect.any(Number) as number });
		expect(json.error).toMatch(new RegExp(`^[A-Z].+\\("scan-${index}\\.png", item ${index}\\) \\[${code}\\]$`));
		expect(json.errorDescription).toContain(`${code}: ${message}`);
		expect(json.requestId).toMatch(/^[0-9a-f]{32}/);
		expect(pairedItem).toEqual({ item: index });
	}
});
