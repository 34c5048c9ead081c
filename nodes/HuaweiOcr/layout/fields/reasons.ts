// What speaks for and against a text being the value of a label. The only place with weights.
// docs/layout/fields.md explains them; test/layout/fieldsReasons.test.cts has a page for each that fails without it.

interface Reason {
	/** Added to a candidate's score. */
	weight: number;
	/** Why a person should look, when this is what makes a value unsure. */
	doubt?: string;
}

export const REASONS = {
	// Where the text stands.
	behindColon: { weight: 6 },
	behindMark: { weight: 5 },
	/** The box to tick that stands before the label. */
	ownBox: { weight: 6 },
	figureBehind: { weight: 4.6 },
	wordsBehind: { weight: 2.8, doubt: 'nothing but a space parts label and value' },
	gluedBehind: { weight: 1.6, doubt: 'nothing parts label and value' },
	beside: { weight: 4 },
	notLevel: { weight: 2.6, doubt: 'the value is not level with its label' },
	below: { weight: 3 },
	besideUpright: { weight: 3.4 },
	packed: { weight: 2.4, doubt: 'labels and values stand in one block each' },
	sameCell: { weight: 1 },
	nextCell: { weight: 1.5 },
	otherCell: { weight: -3, doubt: 'the text stands in another cell' },
	colonBeside: { weight: 1 },
	colonBelow: { weight: -0.5 },
	aligned: { weight: 1 },
	centred: { weight: 0.7 },
	underLabel: { weight: 0.4 },
	/** In the label's column, but right of it: figures stand so, words seldom. */
	atRight: { weight: -2.5 },
	/** Lines above and below the label's middle: a value of several lines, with the label in the middle of its cell. */
	linesAround: { weight: 1.5 },
	/** Per text height beyond what is usual. */
	farRight: { weight: -0.07 },
	farBelow: { weight: -0.7 },
	/** A place beside or below a label that has text behind it in its own block. */
	textBehind: { weight: -2.5, doubt: 'other text stands behind the label' },
	textBetween: { weight: -2.5, doubt: 'another text stands between label and value' },
	// What the rest of the page shows.
	pairedBelow: { weight: 1.7 },
	notPaired: { weight: -1.3, doubt: 'label and text stand as far apart as other entries of a list' },
	upperRow: { weight: 1 },
	figureBeyond: { weight: -2.8, doubt: 'the values of the labels above and below are figures, as another text of the row is' },
	evenRow: { weight: -2.8, doubt: 'label and text stand as far apart as the labels of the row' },
	besideInUpperRow: { weight: -1.2, doubt: 'the texts of the row have others below them' },
	largerType: { weight: 0.6 },
	neighboursSame: { weight: 1 },
	neighboursOther: { weight: -1.1, doubt: 'the values of neighbouring labels stand elsewhere' },
	pageSame: { weight: 0.4 },
	pageOther: { weight: -0.5, doubt: 'the values of other labels stand elsewhere' },
	pageInline: { weight: -1, doubt: 'other labels have their values behind a colon' },
	/** Per label of the neighbourhood that has its value in its own block. */
	neighboursInline: { weight: -0.9, doubt: 'neighbouring labels have their values in their own blocks' },
	valueColumn: { weight: 0.8 },
	labelColumn: { weight: -2.6, doubt: 'the text stands in a column of labels' },
	otherRow: { weight: -2.5, doubt: 'the neighbours have their values in another row' },
	listColumn: { weight: -3.2, doubt: 'the label may be the head of a column' },
	otherColumn: { weight: -2.8, doubt: 'the values of the labels above and below stand nearer' },
	nextEntry: { weight: -2.2, doubt: 'the text may be the next label of the list' },
	nearerToNext: { weight: -2.2, doubt: 'the text is nearer to what follows' },
	continued: { weight: -3, doubt: 'the text may be the label\'s next line' },
	// What the text is.
	isLabel: { weight: -9, doubt: 'the text is another label' },
	labelWords: { weight: -4, doubt: 'the text looks like a label' },
	furtherLines: { weight: 1 },
	ownLabelInside: { weight: -3.8, doubt: 'the value begins like another label' },
	headRow: { weight: -1, doubt: 'the label may be one of several heads over columns' },
	labelInside: { weight: -2.2, doubt: 'another label may follow within the value' },
	ownLabel: { weight: -3.4, doubt: 'the text has a label of its own' },
	ownValue: { weight: -3.2, doubt: 'the text has a value of its own' },
	sameShape: { weight: -5.5, doubt: 'the text looks like the label' },
	counted: { weight: -4.5, doubt: 'the text is counted up like the label' },
	translation: { weight: -6, doubt: 'the text may be the label in another language' },
	uprightText: { weight: -6, doubt: 'the text is part of an upright label' },
	askew: { weight: -1.6, doubt: 'the text lies askew, as stamps do' },
	remark: { weight: -6, doubt: 'the text is a remark in brackets' },
	rateOnly: { weight: -3.5, doubt: 'the text is a rate' },
	hasFigures: { weight: 0.8 },
	noFigures: { weight: -2, doubt: 'the label asks for figures, the text has none' },
	isNumber: { weight: 1.5 },
	unclearNumber: { weight: -1, doubt: 'the text is not clearly a number' },
	noNumber: { weight: -3, doubt: 'the text is no number' },
	isDate: { weight: 1.5 },
	hasBox: { weight: 1.5 },
	noBox: { weight: -3, doubt: 'the text has no box to tick' },
	noDate: { weight: -5, doubt: 'the text is no date' },
	// What the label is.
	/** Per wrong character. */
	misreadLabel: { weight: -1, doubt: 'the label was read with a mistake' },
	laterAlternative: { weight: -1 },
	unsureLabel: { weight: -0.3 },
	/** The label stands elsewhere without other words in its block. */
	labelElsewhere: { weight: -3.5, doubt: 'the label stands elsewhere by itself' },
	labelBehindText: { weight: -1.2, doubt: 'the label stands behind other text' },
	otherPart: { weight: -1 },
	/** A label that a field is named by goes before one that nobody named. */
	named: { weight: 0.5 },
	/** Of equal labels that all have a value, the first one is meant. */
	firstPlace: { weight: 1 },
} as const satisfies Record<string, Reason>;

export type ReasonName = keyof typeof REASONS;

/** A candidate is taken from this score on … */
export const TAKEN_FROM = 1.5;
/** … and below this one a person should look. */
export const SURE_FROM = 3;
/** So much better than the next candidate a value has to be, to be sure. */
export const CLEARLY_BETTER = 1;

/** Reasons with how often they count, and their sum. */
export class Evidence {
	private readonly reasons: [name: ReasonName, times: number][] = [];
	score = 0;

	/** @param times rounded, so that the last digit of a distance does not decide between two equal places */
	add(name: ReasonName, times = 1): this {
		const counted = Math.round(times * 10 - 0.013) / 10;
		if (counted === 0) return this;
		this.reasons.push([name, counted]);
		this.score += REASONS[name].weight * counted;
		return this;
	}

	has(name: ReasonName): boolean {
		return this.reasons.some(([other]) => other === name);
	}

	/** What speaks most against the candidate. */
	doubt(): string | undefined {
		let worst: { doubt: string; weight: number } | undefined;
		for (const [name, times] of this.reasons) {
			const { weight, doubt } = REASONS[name] as Reason;
			if (doubt === undefined) continue;
			// Of places that count for a value, the weakest one is a doubt, too.
			const against = weight < 0 ? weight * times : (weight - SURE_FROM) / 2;
			if (!worst || against < worst.weight) worst = { doubt, weight: against };
		}
		return worst?.doubt;
	}

	/** For programs that explain a choice. */
	toString(): string {
		return `${this.score.toFixed(1)} ${this.reasons.map(([name, times]) => (times === 1 ? name : `${name}×${times}`)).join(' ')}`;
	}
}
