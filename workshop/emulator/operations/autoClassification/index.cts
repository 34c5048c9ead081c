// Mixed cards and tickets: operations 6.
import { EngineRefusal } from '../../engine/engine.cts';
import { findSeals } from '../seal/find.cts';
import type { SentFile } from '../operation.cts';
import { documentOperation, WITH_PDF } from '../reading/documentOperation.cts';
import { contentOf } from './content.cts';
import { kindOf } from './kinds.cts';
import { readParameters } from './parameters.cts';
import { readParts } from './parts.cts';
import { partOf } from './paper.cts';

export const autoClassification = documentOperation({
	path: 'auto-classification',
	rules: { formats: WITH_PDF },
	parameters: readParameters,
	page: ({ page }) => page,
	async read(page, { parameters: { types, extended, detectSeal }, picture, file }) {
		const elements: unknown[] = [];
		for (const { place, page: part, location } of await readParts(page, picture)) {
			const kind = kindOf(part);
			if (!kind || (types.length > 0 && !types.includes(kind.type))) continue;
			const { status, content } = await contentOf(kind, extended, part, sizeless(file), picture);
			elements.push({
				status,
				type: kind.type,
				location,
				content,
				...(detectSeal ? { seal_mark: findSeals(place.cells.size === 0 ? await picture.pixels() : partOf(await picture.pixels(), place), part.direction).length > 0 } : {}),
			});
		}
		if (elements.length === 0) throw new EngineRefusal('AIS.0104');
		return elements;
	},
});

/** A part has no size of its own that an answer would tell. */
const sizeless = ({ format }: SentFile): SentFile => ({ format });
