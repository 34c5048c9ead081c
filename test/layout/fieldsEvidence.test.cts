// What each text of a form is taken for, which labels are found in it, what speaks for and against each text that may be
// a label's value, and what comes out: a reason that is lost or comes in seldom changes a value by itself, and shows here.
// `EXPECTED=write npx jest test/layout/fieldsEvidence` writes the texts that are expected anew: read what has changed
// before you keep it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDocuments } from '../../workshop/documents/generator.cts';
import { composeForms, FORM_KINDS } from '../../workshop/documents/kinds/formsByTrait.cts';
import { candidatesOf, lookAround, type Candidate } from '../../nodes/HuaweiOcr/layout/fields/candidates.ts';
import { Customs } from '../../nodes/HuaweiOcr/layout/fields/customs.ts';
import type { FieldDefinition, FieldType } from '../../nodes/HuaweiOcr/layout/fields/definitions.ts';
import { FormPage, knownLabels } from '../../nodes/HuaweiOcr/layout/fields/form.ts';
import { readFields } from '../../nodes/HuaweiOcr/layout/fields/index.ts';
import { readLabel } from '../../nodes/HuaweiOcr/layout/fields/keys.ts';
import { findNamedLabels, findUnnamedLabels, nearLabels, type Label } from '../../nodes/HuaweiOcr/layout/fields/labels.ts';
import { REASONS } from '../../nodes/HuaweiOcr/layout/fields/reasons.ts';
import { viewsOf } from '../../nodes/HuaweiOcr/layout/fields/views.ts';
import { readFrames, type Box } from '../../nodes/HuaweiOcr/layout/page/frame.ts';
import type { WordsBlock } from '../../nodes/HuaweiOcr/result/types.ts';
import type { PlacedCell } from '../../nodes/HuaweiOcr/layout/rules/corners.ts';
import { runAtOnce } from '../../nodes/HuaweiOcr/turns/steps.ts';
import { expectFile } from '../support/expectedFile.cts';
import { DRAWN } from './drawnForms.cts';
import { SEED } from './generatedPages.cts';
import { drawn } from './page.cts';

const FOLDER = join(__dirname, 'expected', 'evidence');

interface Explained {
	pages: FormPage[];
	labels: Label[];
	/** Of all labels, also those that are never taken. */
	candidates: Candidate[];
}

/** @param type of each second label that is asked for */
function explain(blocks: readonly WordsBlock[], names: readonly string[], type?: FieldType, cells: readonly PlacedCell[] = []): Explained {
	const wanted = names.map((name) => readLabel(name));
	const isKnown = knownLabels(wanted.flat());
	const pages = viewsOf(runAtOnce(readFrames(blocks, -1)), isKnown).map((view, order) => runAtOnce(FormPage.of(view, isKnown, order, cells)));
	const found = pages.map((page) => {
		const named = runAtOnce(findNamedLabels(page, wanted));
		const labels = [...named, ...runAtOnce(findUnnamedLabels(page, named, nearLabels(named)))];
		runAtOnce(page.lookForUpperRows());
		const around = new Map(labels.map((label) => [label, lookAround(label)]));
		const customs = new Customs(labels, around);
		const candidates = labels.flatMap((label) => {
			const asked = label.wanted !== undefined && label.wanted % 2 === 1 ? type : undefined;
			return candidatesOf(label, around.get(label) ?? lookAround(label), { near: customs.near(label), page: customs.page }, asked, 'auto');
		});
		return { labels, candidates };
	});
	return { pages, labels: found.flatMap(({ labels }) => labels), candidates: found.flatMap(({ candidates }) => candidates) };
}

/** What holds of something, without what does not. */
function traits(all: Readonly<Record<string, unknown>>): string {
	return Object.entries(all)
		.filter(([, value]) => value !== undefined && value !== false && value !== 0)
		.map(([name, value]) => (value === true ? name : `${name} ${String(value)}`))
		.join(', ');
}

function textLine(page: FormPage, box: Box): string {
	const { segments, isSigns, isCurrency, isFigures, isRate, valueAt, labelness } = page.text(box);
	const parts = segments.map(({ label, value }) => (label === undefined ? value : `[${label}] ${value}`.trim())).join(' + ');
	const holds = { isLabel: page.isLabel(box), isKnown: page.isKnown(box.words), isOverValues: page.isOverValues(box), isUpright: page.isUpright(box), isAskew: page.askew.has(box) };
	return `${box.words} | ${parts} | ${traits({ labelness: Number(labelness.toFixed(2)), valueAt, isSigns, isCurrency, isFigures, isRate, ...holds })}`;
}

function labelLine({ wanted, words, boxes, sign, inline, packed, alternative, mistakes, cost, key, isBehindText, isAmongText, hasLabelInside, isUpright, isWeaker, hasSection }: Label): string {
	const own = traits({ cost, mistakes, alternative, key, isBehindText, isAmongText, hasLabelInside, isUpright, isWeaker, hasSection });
	return `${wanted === undefined ? `(${words})` : words} | ${boxes.map((box) => box.words).join(' + ')} | ${sign} | ${inline?.text ?? ''} | ${packed?.text ?? ''} | ${own}`;
}

function candidateLine({ label, way, text, evidence }: Candidate): string {
	return `${label.wanted === undefined ? `(${label.words})` : label.words} | ${way} | ${text} | ${evidence.toString().replace(/^\S+ /u, '')}`;
}

/** A label that nobody named is in brackets, and so is a label in a block of several. */
function explained(blocks: readonly WordsBlock[], names: readonly string[], type?: FieldType, cells?: readonly PlacedCell[]): string {
	const { pages, labels, candidates } = explain(blocks, names, type, cells);
	const definitions = names.map((name, index): FieldDefinition => ({ name, findBy: 'label', label: name, ...(type && index % 2 === 1 ? { type } : {}) }));
	const fields = readFields(blocks, -1, definitions, undefined, cells ? { cells } : {});
	const parts = {
		texts: pages.flatMap((page) => page.sheet.boxes.map((box) => textLine(page, box))),
		labels: labels.map(labelLine),
		candidates: candidates.map(candidateLine),
		values: fields.map(({ name, text, value, needsReview, reason }) => `${name} | ${text ?? ''} | ${traits({ value, needsReview, reason })}`),
	};
	return Object.entries(parts)
		.map(([name, lines]) => `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`)
		.join('\n');
}

function fileOf(name: string): string {
	return join(FOLDER, `${name.replaceAll(' ', '-').replaceAll(',', '')}.txt`);
}

const TYPES: ReadonlyArray<FieldType | undefined> = [undefined, 'number', 'date', 'checkbox'];
const forms = [
	...composeForms({ seed: SEED, count: 2 * FORM_KINDS.length }),
	...composeDocuments({ seed: SEED, count: 8, kinds: ['form-zh', 'form-en', 'invoice', 'receipt'] }),
].map((document, index) => ({ name: document.name, document, type: TYPES[(index + Math.floor(index / FORM_KINDS.length)) % TYPES.length] }));

test.each(forms)('$name', ({ name, document, type }) => {
	expectFile(fileOf(name), explained(document.blocks, [...Object.keys(document.fields), ...(document.emptyFields ?? [])], type));
});

test.each(DRAWN)('$name', ({ name, labels, picture, pitch, more = [], type, cells }) => {
	expectFile(fileOf(name), explained([...drawn(picture, pitch), ...more], labels, type, cells));
});

/** Given when all candidates are known: the first of equal labels that all have a value. */
const GIVEN_LATER = ['firstPlace'];

test('each reason speaks on some page', () => {
	const lines = [...forms, ...DRAWN].flatMap(({ name }) => readFileSync(fileOf(name), 'utf8').split('\n'));
	const told = new Set(lines.flatMap((line) => line.split(' | ')[3]?.split(' ') ?? []).map((reason) => reason.replace(/×.*/u, '')));
	expect(Object.keys(REASONS).filter((reason) => !told.has(reason))).toEqual(GIVEN_LATER);
});
