// Draws pages as the emulator does, but small: what is compared is whether two files show the same.
import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface Drawn {
	width: number;
	height: number;
	data: Uint8Array;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Pages of one file by their numbers; a page that can't be drawn is undefined, and so is each of a file that can't be opened. */
export async function drawPages(file: Buffer, pages: number[]): Promise<Array<Drawn | undefined>> {
	library ??= PDFiumLibrary.init();
	const document = await (await library).loadDocument(file).catch(() => undefined);
	if (!document) return pages.map(() => undefined);
	try {
		const drawn: Array<Drawn | undefined> = [];
		for (const page of pages) {
			drawn.push(
				await Promise.resolve()
					.then(async () => {
						const sheet = document.getPage(page - 1);
						const { width, height, data } = await sheet.render({ scale: 1, renderFormFields: true, render: (options) => Promise.resolve(options.data) });
						return { width, height, data };
					})
					.catch(() => undefined),
			);
		}
		return drawn;
	} finally {
		document.destroy();
	}
}

export function looksSame(a: Drawn, b: Drawn): boolean {
	return a.width === b.width && a.height === b.height && Buffer.compare(a.data, b.data) === 0;
}

/** Whether anything but one colour is on it. */
export function hasInk({ data }: Drawn): boolean {
	for (let at = 4; at < data.length; at++) if (data[at] !== data[at % 4]) return true;
	return false;
}
