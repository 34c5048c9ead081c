// Labels that stand on a page more than once: told apart by their section ("Seller > Name") or number ("Name [2]").
import { labelDistance, labelKey, printedKeys } from './keys';
import type { WantedLabel } from './keys';
import type { FormPage } from './form';
import type { Label } from './labels';
import { placeOf } from './sheet';
import type { Place } from './sheet';
import { enumerationLength } from './signs';

/** A section's name may be followed by other words: "Seller details". */
const MOST_MORE = 12;
/** What stands right of a section's name is nearer than what stands as far below it; what begins left of it is not in it. */
const PER_RIGHT = 0.1;
const PER_LEFT = 1;
const OUTDENTED = 1.5;
/** Text of one row may be a little higher than the section's name. */
const LEVEL = 0.6;
const UPRIGHT_REACH = 1.5;

/** The places of labels that are meant, of all where they stand. */
export function meantPlaces(labels: readonly Label[], wanted: readonly (readonly WantedLabel[])[], orderOf: (label: Label) => number): Label[] {
	const keys = new Set(wanted.flat().flatMap(({ section }) => section ?? []));
	const numbers = wanted.some((alternatives) => alternatives.some(({ occurrence }) => occurrence !== undefined));
	if (keys.size === 0 && !numbers) return [...labels];
	const pages = new Set(labels.map(({ page }) => page));
	const sections = [...pages].flatMap((page) => [...keys].flatMap((key) => findSection(page, key).map((place) => ({ page, key, place }))));
	return wanted.flatMap((alternatives, index) =>
		alternatives.flatMap(({ section, occurrence }, alternative) => {
			const own = labels.filter((label) => label.wanted === index && label.alternative === alternative);
			const inSection = section === undefined ? own : nearestTo(section, own, sections);
			return occurrence === undefined ? inSection : numbered(inSection, occurrence, orderOf);
		}),
	);
}

interface Section {
	page: FormPage;
	key: string;
	place: Place;
}

/** Where the name of a section stands. */
function findSection(page: FormPage, key: string): Place[] {
	const matches = (words: string) => {
		const text = words.slice(enumerationLength(words));
		const label = /^[^:：]*/u.exec(text)?.[0] ?? '';
		return [text, label].some((part) => printedKeys(part).some((found) => labelDistance(key, found) !== undefined || (found.startsWith(key) && found.length - key.length <= MOST_MORE)));
	};
	return [
		...page.sheet.boxes.filter(({ words }) => matches(words)),
		...page.uprights.filter(({ words }) => matches(words)),
		...page.chains.filter((chain) => labelKey(chain.map(({ words }) => words).join('')).includes(key)).map((chain) => placeOf(chain)),
	];
}

/** The places that belong to a section: nearer to it than to any other one, the nearest of them. */
function nearestTo(key: string, labels: readonly Label[], sections: readonly Section[]): Label[] {
	const within: { label: Label; distance: number }[] = [];
	for (const label of labels) {
		if (label.hasSection) return [label];
		let best: { key: string; distance: number } | undefined;
		for (const section of sections) {
			if (section.page !== label.page) continue;
			const distance = distanceFrom(section.place, label.place);
			if (distance < Infinity && (!best || distance < best.distance)) best = { key: section.key, distance };
		}
		if (best?.key === key) within.push({ label, distance: best.distance });
	}
	const least = Math.min(...within.map(({ distance }) => distance));
	return within.filter(({ distance }) => distance === least).map(({ label }) => label);
}

function distanceFrom(section: Place, place: Place): number {
	const isTall = section.bottom - section.top > 2;
	const inside = isTall && place.middle > section.top - UPRIGHT_REACH && place.middle < section.bottom + UPRIGHT_REACH && place.left > section.left;
	const down = inside ? 0 : place.middle - (isTall ? section.bottom : section.middle);
	if (down < -LEVEL) return Infinity;
	const right = place.left - section.left;
	return Math.max(0, down) + (right >= -OUTDENTED ? Math.max(0, right) * PER_RIGHT : -right * PER_LEFT);
}

function numbered(labels: readonly Label[], occurrence: number, orderOf: (label: Label) => number): Label[] {
	const sure = labels.filter(({ isWeaker, mistakes }) => !isWeaker && mistakes === 0);
	const sorted = [...(sure.length > 0 ? sure : labels)].sort((a, b) => orderOf(a) - orderOf(b));
	const label = sorted[occurrence - 1];
	return label ? [label] : [];
}
