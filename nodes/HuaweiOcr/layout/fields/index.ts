// Words blocks → the values of a form's fields.
import { mapInSteps, runAtOnce, type Steps } from '../../turns/steps';
import { readFrames } from '../page/frame';
import type { Frame } from '../page/frame';
import type { WordsBlock } from '../../result/types';
import { choose } from './choose';
import type { Choice, Wish } from './choose';
import type { FieldDefinition, FoundField, PageAround } from './definitions';
import { FormPage, knownLabels } from './form';
import { readLabel } from './keys';
import type { WantedLabel } from './keys';
import { findNamedLabels, findUnnamedLabels, labelsByPage, nearLabels } from './labels';
import type { Label } from './labels';
import { boundedWords } from './longest';
import { readTyped } from './typed';
import type { Typed } from './typed';
import { readingOrder } from './order';
import { meantPlaces } from './sections';
import { readRegion } from './region';
import type { PageSize } from './region';
import { lowestConfidence, pixelBox } from './value';
import { viewsOf } from './views';

export type { FieldDefinition, FoundField, FoundPair, PageAround, PixelBox } from './definitions';
export { pairsInSteps, readPairs } from './pairs';

/**
 * Finds the values of fields on a page. A label is matched without regard to case, width, spaces and
 * punctuation, with one wrong character in five forgiven. All texts that may be a value are weighed
 * together (reasons.ts); an empty place gives no text, a doubtful one `needsReview`.
 * @param direction the service's `direction` in degrees; negative when unknown
 * @param size of the image in px; without it, percent refer to the extent of the text
 * @param around what else is known of the page: its ruled cells
 * @returns one entry per definition, in their order
 */
export function* fieldsInSteps(
	blocks: readonly WordsBlock[],
	direction: number,
	definitions: readonly FieldDefinition[],
	size?: PageSize,
	around: PageAround = {},
): Steps<FoundField[]> {
	const bounded = boundedWords(blocks);
	const frames = yield* readFrames(bounded, direction);
	const wishes = new Wishes(definitions);
	const words = bounded.map((block) => block.words);
	const choices = wishes.isEmpty ? [] : yield* chooseAll(frames, wishes, around);
	return yield* mapInSteps(definitions, function* (definition): Steps<FoundField> {
		if (definition.findBy === 'region') return toRegionField(definition, yield* readRegion(frames, definition, size), words);
		const place = wishes.placeOf(definition);
		return toField(definition, choices[place]?.choice, choices[place]?.hasLabel ?? false);
	});
}

/** The same in one piece. */
export function readFields(...page: Parameters<typeof fieldsInSteps>): FoundField[] {
	return runAtOnce(fieldsInSteps(...page));
}

/** The labels that are looked for. Two fields with the same label and settings are one. */
class Wishes {
	readonly labels: WantedLabel[][] = [];
	readonly wishes: Wish[] = [];
	private readonly places = new Map<string, number>();

	constructor(definitions: readonly FieldDefinition[]) {
		for (const definition of definitions) {
			if (definition.findBy !== 'label' || this.places.has(idOf(definition))) continue;
			this.places.set(idOf(definition), this.labels.length);
			this.labels.push(readLabel(definition.label ?? ''));
			this.wishes.push({ position: definition.position ?? 'auto', ...(definition.type === undefined ? {} : { type: definition.type }) });
		}
	}

	get isEmpty(): boolean {
		return this.labels.length === 0;
	}

	placeOf(definition: FieldDefinition): number {
		return this.places.get(idOf(definition)) ?? -1;
	}
}

function idOf({ label = '', position = 'auto' }: FieldDefinition): string {
	return `${position} ${JSON.stringify(readLabel(label))}`;
}

function* chooseAll(frames: readonly Frame[], { labels, wishes }: Wishes, { cells }: PageAround): Steps<{ choice: Choice | undefined; hasLabel: boolean }[]> {
	const all = labels.flat();
	const isKnown = knownLabels(all);
	const pages = yield* mapInSteps(viewsOf(frames, isKnown), (view, order) => FormPage.of(view, isKnown, order, cells));
	const named = firstPlaces((yield* mapInSteps(pages, (page) => findNamedLabels(page, labels))).flat());
	yield;
	const ofPage = labelsByPage(named);
	const unnamed = (
		yield* mapInSteps(pages, function* (page): Steps<Label[]> {
			const own = ofPage.get(page);
			return own ? yield* findUnnamedLabels(page, own, nearLabels(own)) : [];
		})
	).flat();
	const meant = meantPlaces(named, labels, readingOrder);
	const kept = new Set(meant);
	const others = named.filter((label) => !kept.has(label)).map(withoutName);
	yield;
	const { wanted } = yield* choose([...meant, ...others, ...unnamed], wishes, readingOrder);
	const seen = new Set(meant.map((label) => label.wanted));
	return wanted.map((choice, index) => ({ choice, hasLabel: seen.has(index) }));
}

/** No form has a label at more places; further ones are not looked at. */
const MOST_PLACES = 500;

function firstPlaces(named: readonly Label[]): Label[] {
	const counts = new Map<number | undefined, number>();
	return named.filter(({ wanted }) => {
		const count = (counts.get(wanted) ?? 0) + 1;
		counts.set(wanted, count);
		return count <= MOST_PLACES;
	});
}

/** A place of a named label that is not meant: it competes as one that nobody named. */
function withoutName(label: Label): Label {
	const copy = { ...label };
	delete copy.wanted;
	return copy;
}

function toRegionField(definition: FieldDefinition, text: string, page: readonly string[]): FoundField {
	return text === '' ? notFound(definition, 'nothing is written in the region') : withValue(definition, readTyped(text, definition, page), undefined);
}

function notFound({ name, type }: FieldDefinition, reason: string): FoundField {
	return { name, isNumber: type === 'number', needsReview: false, reason };
}

function toField(definition: FieldDefinition, choice: Choice | undefined, hasLabel: boolean): FoundField {
	if (!choice) return notFound(definition, hasLabel ? 'nothing is written at the label' : 'the label was not found');
	const { value, candidate, doubt } = choice;
	const { ticked, label } = candidate;
	const typed: Typed = ticked
		? { text: value.text, ...(ticked.isUnsure ? { doubt: 'a tick may have been misread' } : { value: ticked.value }) }
		: readTyped(value.text, definition, label.page.words);
	if (typed.text === undefined) return notFound(definition, typed.doubt ?? 'nothing is written at the label');
	const confidence = lowestConfidence(value.parts);
	return {
		...withValue(definition, typed, doubt),
		...(confidence === undefined ? {} : { confidence }),
		box: pixelBox(value.parts),
		labelBox: pixelBox(label.boxes.map((box) => ({ box, text: box.words, from: 0, to: box.words.length }))),
	};
}

function withValue({ name, type }: FieldDefinition, { text = '', value, doubt }: Typed, unsure: string | undefined): FoundField {
	const reason = unsure ?? doubt;
	return {
		name,
		isNumber: type === 'number',
		text,
		...(typeof value === 'number' ? { number: value } : {}),
		...(value === undefined ? {} : { value }),
		needsReview: reason !== undefined,
		...(reason === undefined ? {} : { reason }),
	};
}
