// The fixed set of documents that recognition is checked with, and the form of the demo.
import { compose } from './compose.cts';
import type { ComposedDocument } from './compose.cts';
import { drawPage } from './kinds/draw.cts';
import type { Page } from './page.cts';
import { Random } from './random.cts';
import { sampleFormPage } from './sampleForm.cts';
import type { Language } from './texts.cts';
import type { DocumentKind, RenderedDocument } from './types.cts';

const FORM_NAME = 'vehicle-use-request';

/** [name, kind, language, layout, clockwise turn in degrees] */
const PAGES: [string, DocumentKind, Language, number, number][] = [
	['notice-zh', 'plain-text', 'zh', 0, 0],
	['notice-zh-turned-180', 'plain-text', 'zh', 0, 180],
	['notice-zh-skewed-5', 'plain-text', 'zh', 0, 5],
	['letter-en', 'plain-text', 'en', 0, 0],
	['letter-en-turned-270', 'plain-text', 'en', 1, 270],
	['letter-en-skewed-minus-5', 'plain-text', 'en', 0, -5],
	['form-zh-turned-90', 'form-zh', 'zh', 0, 90],
	['form-mixed', 'form-zh', 'zh', 4, 0],
	['form-mixed-skewed-5', 'form-zh', 'zh', 4, 5],
	['form-en', 'form-en', 'en', 2, 0],
	['table-zh', 'table-ruled', 'zh', 0, 0],
	['table-zh-turned-270', 'table-lineless', 'zh', 1, 270],
	['table-en-skewed-minus-5', 'table-ruled', 'en', 1, -5],
	['table-en-turned-90', 'table-lineless', 'en', 0, 90],
	['receipt-zh', 'receipt', 'zh', 0, 0],
	['receipt-zh-turned-180', 'receipt', 'zh', 0, 180],
	['receipt-en', 'receipt', 'en', 0, 0],
	['receipt-en-skewed-5', 'receipt', 'en', 0, 5],
];

/** The same as PAGES, as a cheap scanner gives them: grain, specks, uneven light, JPEG. */
const SCANS: typeof PAGES = [
	['invoice-en-scanned', 'invoice', 'en', 0, 2],
	['receipt-zh-scanned', 'receipt', 'zh', 2, -3],
	['price-list-zh-scanned-upside-down', 'price-list', 'zh', 0, 181],
];
const SCAN = { paper: '#f7f5ee', format: 'jpeg' } as const;

function composeForm(name: string, turn: number): ComposedDocument {
	return compose(sampleFormPage(), { name, kind: 'form-zh', turn });
}

function samplePage(kind: DocumentKind, language: Language, layout: number): Page {
	return drawPage(kind, language, layout, new Random(`sample/${kind}/${language}/${layout}`));
}

/** The whole set with its truth; images are drawn by `render()`. */
export function composeSampleDocuments(): ComposedDocument[] {
	return [
		composeForm(FORM_NAME, 0),
		composeForm(`${FORM_NAME}-turned-90`, 90),
		composeForm(`${FORM_NAME}-skewed-minus-5`, -5),
		...PAGES.map(([name, kind, language, layout, turn]) => compose(samplePage(kind, language, layout), { name, kind, turn })),
		...SCANS.map(([name, kind, language, layout, turn]) => {
			const noise = { seed: name, grain: 6, specks: 40, shade: 20 };
			return compose(samplePage(kind, language, layout), { ...SCAN, name, kind, turn, noise });
		}),
	];
}

/** The same set with its images: Chinese, English and mixed, tables and receipts, upright, turned and skewed. */
export async function renderSampleDocuments(): Promise<RenderedDocument[]> {
	const documents: RenderedDocument[] = [];
	for (const document of composeSampleDocuments()) documents.push(await document.render());
	return documents;
}

/** A filled-in and stamped form in Chinese and English, upright; PNG. */
export function sampleForm(): Promise<RenderedDocument> {
	return composeForm(FORM_NAME, 0).render();
}
