// Every kind of specimen, by the name that the demo and the checks call it by: what the files in `kinds/` export.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Random } from '../random.cts';
import { compose, type ComposedDocument, type Presentation } from '../compose.cts';
import type { KindOfSpecimen, Specimen, Specimens, Truth } from './specimen.cts';

const FOLDER = path.join(__dirname, 'kinds');

// Found by listing the folder, so that a new kind is a new file and no line anywhere else.
const load = createRequire(__filename);
const KINDS: ReadonlyMap<string, KindOfSpecimen> = gather(readdirSync(FOLDER).filter((name) => name.endsWith('.cts')).sort());

/** @throws TypeError for a file without kinds, and for a kind that two files have */
function gather(files: readonly string[]): Map<string, KindOfSpecimen> {
	const kinds = new Map<string, KindOfSpecimen>();
	for (const file of files) {
		const { specimens } = load(path.join(FOLDER, file)) as { specimens?: Specimens };
		if (specimens === undefined) throw new TypeError(`specimens/kinds/${file} exports no "specimens"`);
		for (const [name, kind] of Object.entries(specimens)) {
			if (kinds.has(name)) throw new TypeError(`specimens/kinds/${file}: there is a kind "${name}" already`);
			kinds.set(name, kind);
		}
	}
	return kinds;
}

/** One of SPECIMEN_KINDS. */
export type SpecimenKind = string;
export const SPECIMEN_KINDS: readonly SpecimenKind[] = [...KINDS.keys()].sort();

/** @throws TypeError for a name that no kind has */
export function kindOf(kind: SpecimenKind): KindOfSpecimen {
	const found = KINDS.get(kind);
	if (!found) throw new TypeError(`There is no specimen "${kind}". Kinds: ${SPECIMEN_KINDS.join(', ')}`);
	return found;
}

/** @param seed any; the same one draws the same specimen. */
export function specimen(kind: SpecimenKind, seed: string | number): Specimen {
	return kindOf(kind).make(new Random(`${seed}/${kind}`));
}

export type ComposedSpecimen = ComposedDocument & { truth: Truth };

/** A specimen as a picture, turned and scaled as asked. */
export function composeSpecimen(kind: SpecimenKind, seed: string | number, look: Pick<Presentation, 'turn' | 'scale' | 'noise' | 'format'> = {}): ComposedSpecimen {
	const { page, truth } = specimen(kind, seed);
	return { ...compose(page, { name: kind, kind: 'specimen', paper: kindOf(kind).around ?? '#c9ced4', ...look }), truth };
}
