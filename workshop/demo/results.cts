// Result files of one run: per image a table, the items, and a picture.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toCsv } from './csv.cts';
import { drawPicture, pagesOf } from './picture.cts';
import type { BlockItem } from '../harness/session.cts';

/** Characters that some file system forbids. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;

export interface WrittenResults {
	/** Paths of the files written. */
	files: string[];
	/** Why there is no picture, if there is none. */
	noPicture?: string;
}

export class ResultFolder {
	readonly path: string;
	private readonly taken = new Set<string>();

	constructor(folder: string) {
		this.path = folder;
	}

	/** `scan` for scan.png; where that is taken `scan.png`, then `scan.png-2` and so on. */
	private baseName(name: string): string {
		const whole = name.replace(FORBIDDEN, '_').slice(-100) || 'image';
		for (let count = 0; ; count++) {
			const candidate = count === 0 ? path.parse(whole).name : count === 1 ? whole : `${whole}-${count}`;
			// File systems that don't tell cases apart would overwrite one with the other.
			const key = candidate.toLowerCase();
			if (!this.taken.has(key)) {
				this.taken.add(key);
				return candidate;
			}
		}
	}

	/**
	 * Writes NAME.csv, NAME.json and NAME.boxes.png (of a PDF: NAME.page-2.boxes.png and so on);
	 * files of an earlier run are replaced.
	 * @param image undefined when its bytes are not at hand: no picture then
	 */
	async write(name: string, blocks: readonly BlockItem[], image: Buffer | undefined): Promise<WrittenResults> {
		await mkdir(this.path, { recursive: true });
		const base = path.join(this.path, this.baseName(name));
		await writeFile(`${base}.csv`, toCsv(blocks));
		await writeFile(`${base}.json`, `${JSON.stringify(blocks, null, 2)}\n`);
		const files = [`${base}.csv`, `${base}.json`];
		if (!image) return { files, noPicture: 'the image could not be fetched a second time' };
		try {
			for (const page of pagesOf(blocks)) {
				const onPage = blocks.filter((block) => (block.page ?? 1) === page);
				const suffix = onPage[0]?.page === undefined ? '' : `.page-${page}`;
				const picture = `${base}${suffix}.boxes.png`;
				await writeFile(picture, await drawPicture(image, page, onPage));
				files.push(picture);
			}
		} catch (error) {
			return { files, noPicture: error instanceof Error ? error.message : String(error) };
		}
		return { files };
	}
}
