// What is looked for on a page, and what was found.
import type { PlacedCell } from '../rules/corners';
import type { DateOrder } from '../values';

/** One entry of the node's parameter `fieldDefinitions`. */
export interface FieldDefinition {
	name: string;
	findBy: 'label' | 'region';
	/** As printed; alternatives parted by `|`, each with its section before `>` and its number in `[ ]` behind it. */
	label?: string;
	/** Where the value stands; `auto` takes what stands in the label's own block, beside it or below it. */
	position?: Position;
	/** Edges of the region in percent of the upright page. */
	left?: number;
	top?: number;
	right?: number;
	bottom?: number;
	type?: FieldType;
	/** Of dates: in which order day, month and year stand; `auto` takes what the page tells. */
	dateOrder?: FieldDateOrder;
}

export type Position = 'auto' | 'right' | 'below';
export type FieldType = 'text' | 'number' | 'date' | 'checkbox';
export const FIELD_DATE_ORDERS = ['auto', 'dayMonthYear', 'monthDayYear', 'yearMonthDay'] as const;
export type FieldDateOrder = (typeof FIELD_DATE_ORDERS)[number];
/** The order that a field says by that name; undefined where the page tells. */
export const ORDER_OF_FIELD: Record<FieldDateOrder, DateOrder | undefined> = { auto: undefined, dayMonthYear: 'dmy', monthDayYear: 'mdy', yearMonthDay: 'ymd' };

/** px of the image as sent. */
export interface PixelBox {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

export interface FoundField {
	name: string;
	/** As recognised; undefined when the field was not found. */
	text?: string;
	/** Whether a number was asked for. */
	isNumber: boolean;
	/** For fields of type number whose text is one. */
	number?: number;
	/** The text as its type has it; undefined when it is not understood. */
	value?: string | number | boolean;
	/** A person should look: the text may be wrong, or another one. */
	needsReview: boolean;
	/** Why there is no text, or why a person should look. */
	reason?: string;
	/** 0–1, the lowest that the service gives for the blocks used. */
	confidence?: number;
	box?: PixelBox;
	labelBox?: PixelBox;
}

/** What else is known of a page. */
export interface PageAround {
	/** Ruled cells. */
	cells?: readonly PlacedCell[];
}

/** A label and a value that were found without being named. */
export interface FoundPair {
	label: string;
	value: string;
	confidence?: number;
	box: PixelBox;
	labelBox: PixelBox;
	needsReview: boolean;
	reason?: string;
}
