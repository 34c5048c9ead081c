// The files that the examples read, where their node "Settings" looks for them.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeSpecimen, type SpecimenKind } from '../documents/specimens/kinds.cts';
import { sampleDocument } from '../harness/pictures.cts';

/** By folder below n8n's folder for files: name of the file → sample document. */
const SCANS: Record<string, Record<string, string>> = {
	scans: {
		'vehicle-use-request.png': 'vehicle-use-request',
		'vehicle-use-request-skewed-minus-5.png': 'vehicle-use-request-skewed-minus-5',
		'form-mixed.png': 'form-mixed',
	},
	inbox: { 'scan0001.png': 'vehicle-use-request', 'scan0002.png': 'receipt-en' },
	forms: { 'form-1.png': 'vehicle-use-request', 'form-2.png': 'form-mixed' },
	documents: { 'letter.png': 'letter-en', 'price-table.png': 'table-zh', 'notice.png': 'notice-zh' },
	// To send to the webhooks and to upload in the form.
	'to-send': { 'table.png': 'table-zh', 'receipt.png': 'receipt-en', 'letter.png': 'letter-en' },
};

/** Specimens of documents to send to the webhook, the form and the mailbox: name of the file → kind. */
const TO_SEND: Record<string, SpecimenKind> = { 'id-card.png': 'id-card', 'tickets.png': 'mixed', 'invoice.png': 'vat-invoice' };

/** Folders that an example writes into. */
const TO_WRITE = ['inbox/filed', 'inbox/unclear', 'nightly'];

/** Object storage of the emulator: images with addresses that its OCR service can download. */
export interface ObjectStorage {
	putObject(bucket: string, region: string, key: string, object: { bytes: Buffer; publicRead?: boolean; contentType?: string }): string;
}

/** Puts the files there that are missing, and images into the object storage; what a developer changed stays. */
export async function provideExampleFiles(folder: string, storage: ObjectStorage, region: string): Promise<void> {
	for (const each of [...Object.keys(SCANS), ...TO_WRITE]) mkdirSync(path.join(folder, each), { recursive: true });
	for (const [below, files] of Object.entries(SCANS)) {
		for (const [name, sample] of Object.entries(files)) {
			const file = path.join(folder, below, name);
			if (!existsSync(file)) writeFileSync(file, (await sampleDocument(sample)).image);
		}
	}
	for (const [name, kind] of Object.entries(TO_SEND)) {
		const file = path.join(folder, 'to-send', name);
		if (!existsSync(file)) writeFileSync(file, (await composeSpecimen(kind, name).render()).image);
	}
	const urls: string[] = [];
	for (const sample of ['letter-en', 'receipt-zh', 'notice-zh']) {
		const bytes = (await sampleDocument(sample)).image;
		urls.push(storage.putObject('examples', region, `${sample}.png`, { bytes, publicRead: true, contentType: 'image/png' }));
	}
	// One that fails, so that the example has something to collect.
	const [first = ''] = urls;
	urls.push(first.replace('letter-en', 'no-such-letter'));
	const list = path.join(folder, 'nightly', 'urls.txt');
	if (!existsSync(list)) writeFileSync(list, `${urls.join('\n')}\n`);
}
