// npm run check:large: pages of PDFs and frames of TIFFs, taken out of files made in different ways, have
// to show what the whole file shows. Ends non-zero when one shows something else, or nothing.
// `check:large -- NAME` runs the kinds whose names contain it.
import { checkPdf } from './large/checkPdf.cts';
import { PDF_KINDS } from './large/pdfs.cts';
import { checkTiff } from './large/checkTiff.cts';
import { TIFF_KINDS } from './large/tiffs.cts';

const LEAST_PDFS = 40;
const LEAST_TIFFS = 20;

async function main(): Promise<void> {
	const only = process.argv[2] ?? '';
	const begun = performance.now();
	let failed = 0;
	const report = (name: string, problems: string[]) => {
		if (problems.length > 0) failed++;
		for (const problem of problems) console.log(`${name}: ${problem}`);
	};
	const pdfs = PDF_KINDS.filter(({ name }) => name.includes(only));
	for (const kind of pdfs) report(kind.name, await checkPdf(kind));
	const tiffs = TIFF_KINDS.filter(({ name }) => name.includes(only));
	for (const kind of tiffs) report(kind.name, await checkTiff(kind));
	const isWhole = only === '' && (pdfs.length < LEAST_PDFS || tiffs.length < LEAST_TIFFS) ? ', too few kinds' : '';
	console.log(`${pdfs.length} kinds of PDF, ${tiffs.length} kinds of TIFF, ${failed} failed${isWhole}; ${((performance.now() - begun) / 1000).toFixed(1)} s`);
	process.exitCode = failed > 0 || isWhole !== '' ? 1 : 0;
}

if (require.main === module) void main();
