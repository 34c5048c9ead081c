// What is printed on every paper of a kind, and which field of the answer stands behind it. Plain data: a specimen is
// drawn with it, and the emulator finds the values by it.

/** How a value is written, which tells a recognizer's usual mistakes. */
export type FormName = 'text' | 'chinese' | 'digits' | 'code' | 'idNumber' | 'money' | 'capitals' | 'dashedDate' | 'chineseDate';

/** A value behind its label. Distances are in em of the label's type. */
export interface Beside {
	/** At most so many lines, flush left; default 1. */
	lines?: number;
	/** The value ends at a wider gap; default 3. */
	gap?: number;
	/** How far behind its label the value may begin; default: any distance. */
	reach?: number;
}

/** A value under its label. Distances are in em of the label's type. */
export interface Below {
	/** At most so many lines; default 1. */
	lines?: number;
	/** How far below its label the value may begin; default 2.5. */
	within?: number;
	/** How far left of its label the value may begin; default 1. */
	left?: number;
	/** A line ends at a wider gap; default 1.5. */
	gap?: number;
}

export type PrintedField =
	/** By a label; of several, the one that is there. Beside it unless `below` is given. */
	| { label: string | readonly string[]; form: FormName; beside?: Beside; below?: Below }
	/** By what it looks like; of a pattern with a group, the group. `under`: only below that label. */
	| { pattern: RegExp; form: FormName; under?: string }
	/** The operation has the field, but papers of this kind do not. */
	| { never: '' | 0 | false };

export interface Printed {
	/** On every paper of the kind, and on no other. */
	title: RegExp;
	/** All fields of the answer, in its order. */
	fields: Readonly<Record<string, PrintedField>>;
	/** Printed labels that stand for no field: the value before one ends where it begins. */
	otherLabels?: readonly string[];
	/** What the operation takes, where that is not what most do (operations 1). */
	takes?: {
		/** px */
		sides?: readonly [shortest: number, longest: number];
		/** The first page of a PDF. */
		pdf?: true;
		/** Switch `return_text_location`. */
		textLocation?: true;
	};
	/** `type` by which auto-classification tells it (operations 6); undefined: that does not know it. */
	mixedType?: string;
}

/** The printed labels of some fields with what is filled in, for drawing. @throws TypeError for a field without a label */
export function labelsWith(fields: Printed['fields'], truth: Readonly<Record<string, unknown>>, ...names: readonly string[]): Array<[label: string, value: string]> {
	return names.map((name) => [labelOf(fields, name), String(truth[name])]);
}

/** The first of a field's labels. @throws TypeError when it has none */
export function labelOf(fields: Printed['fields'], name: string): string {
	const field = fields[name];
	const label = field && 'label' in field ? [field.label].flat()[0] : undefined;
	if (label === undefined) throw new TypeError(`The field ${name} has no label`);
	return label;
}
