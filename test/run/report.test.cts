import { hintsOf, Report } from '../../nodes/HuaweiOcr/report/report.ts';

const hints = (fill: (report: Report) => void) => {
	const report = new Report();
	fill(report);
	return hintsOf(report.facts).map(({ type, message }) => `${type}: ${message}`);
};

test('a run without anything to tell gives no hint', () => {
	expect(hints(({ facts }) => void (facts.billedCalls = 40))).toStrictEqual([]);
});

test.each<[string, (report: Report) => void, string]>([
	['one file of which pages were left', ({ facts }) => facts.partlyRead.push({ source: 'a.pdf', read: 1, pageCount: 12, kind: 'pages' }), 'warning: "a.pdf" has 12 pages, 1 was read. The option Pages reads others, * reads all.'],
	['frames', ({ facts }) => facts.partlyRead.push({ source: 'fax.tif', read: 2, pageCount: 30, kind: 'frames' }), 'warning: "fax.tif" has 30 frames, 2 were read. The option Pages reads others, * reads all.'],
	['several files', ({ facts }) => facts.partlyRead.push(...['a', 'b'].map((source) => ({ source, read: 1, pageCount: 2, kind: 'pages' as const }))), 'warning: Of 2 files not all pages were read, such as a; b. The option Pages with * reads all.'],
	['labels', (report) => { report.missingLabel('Cust No', 'Customer No.'); report.missingLabel('Cust No'); report.missingLabel('VAT'); }, 'warning: Labels not found: Cust No (2 times), nearest: "Customer No."; VAT.'],
	['doubt', ({ facts }) => void (facts.doubtfulFields = 2), 'warning: 2 fields should be looked at: see needsReview.'],
	['no table', ({ facts }) => void (facts.withoutTable = 1), 'warning: No table was found on 1 page.'],
	['empty pages', ({ facts }) => void (facts.pagesWithoutContent = 3), 'info: 3 pages without text. The option If No Text decides what comes out for them.'],
	['unsure blocks', ({ facts }) => void (facts.blocksLeftOut = 1), 'info: 1 words block left out because of Min Confidence.'],
	['skipped files', ({ facts }) => facts.skippedFiles.push('pixel.gif'), 'info: 1 file skipped that is no image or PDF: pixel.gif.'],
	['shrunk pictures', ({ facts }) => facts.shrunkPictures.push('big.png'), 'info: 1 picture above the limits of the service made to fit: big.png. Positions are those of the original.'],
	['an operation of other regions', ({ facts }) => facts.missingInRegion.push({ operation: 'Seal', region: 'ap-southeast-1', offered: ['cn-north-4', 'cn-east-3'] }), "warning: Seal is not known to be offered in the credential's region ap-southeast-1, but in cn-north-4, cn-east-3. Each operation is subscribed on its own, per region."],
	['what is billed document by document', ({ facts }) => void (facts.billedDocuments = 4), 'info: 4 documents found on the pages and read: so many are billed.'],
	['columns that are nearly numbers', (report) => { report.textColumn('Price', 1); report.textColumn('Price', 1); report.textColumn('Sum', 1); }, 'warning: Columns that stay text because not every cell was understood as a number: Price (2 cells); Sum (1 cell).'],
	['more calls than files', ({ facts }) => Object.assign(facts, { documents: 2, billedCalls: 12 }), 'info: 12 calls were answered and are billed.'],
	['calls sent again', ({ facts }) => Object.assign(facts, { documents: 1, billedCalls: 1, repeatedCalls: 3 }), 'info: 1 call was answered and is billed. Calls sent again after an answer that is not billed: 3.'],
	['answers of before', ({ facts }) => void (facts.reusedAnswers = 9), 'info: 9 answers taken from the try before, without another call.'],
])('%s', (_name, fill, hint) => {
	expect(hints(fill)).toStrictEqual([hint]);
});

test('long lists are cut, and say how many more there are', () => {
	const [hint] = hints(({ facts }) => facts.skippedFiles.push(...Array.from({ length: 12 }, (_, index) => `${index}.txt`)));
	expect(hint).toBe('info: 12 files skipped that are no image or PDF: 0.txt; 1.txt; 2.txt; 3.txt; 4.txt and 7 more.');
});

test('what asks for action comes first', () => {
	const types = hints(({ facts }) => {
		facts.reusedAnswers = 1;
		facts.withoutTable = 1;
	}).map((hint) => hint.split(':')[0]);
	expect(types).toStrictEqual(['warning', 'info']);
});
