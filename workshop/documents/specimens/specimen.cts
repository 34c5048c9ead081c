// What a specimen is: a page laid out as a real kind of document, with invented contents that are known.
import type { Page } from '../page.cts';
import type { Random } from '../random.cts';
import type { Printed } from './printed.cts';

/** What stands in a field as the service would give it: a string, `''` where nothing is printed. */
export type TruthValue = string | boolean | number | readonly TruthValue[] | { readonly [name: string]: TruthValue };

/** Fields by the names of the operation's result; lists are nested as there. */
export type Truth = Readonly<Record<string, TruthValue>>;

export interface Specimen {
	/** Upright, with its height set; the first thing painted is its paper. */
	page: Page;
	/** What an operation of this kind has to read: no side objects, no field that nobody can know. */
	truth: Truth;
}

/** Draws one specimen; the same stream of numbers draws the same one. */
export type SpecimenMaker = (random: Random) => Specimen;

export interface KindOfSpecimen {
	/** In English, for people. */
	title: string;
	/** Last path segment of the operation that reads it. */
	operation: string;
	/** What that operation has to be asked for, beside the picture. */
	request?: Readonly<Record<string, unknown>>;
	/** Colour of what lies around the paper; grey unless given. */
	around?: string;
	/** Which field stands behind which printed label; undefined: the emulator has a reader of its own for it. */
	printed?: Printed;
	make: SpecimenMaker;
}

/** Kinds by the names that the demo and the checks call them by; each file in `kinds/` exports some as `specimens`. */
export type Specimens = Readonly<Record<string, KindOfSpecimen>>;
