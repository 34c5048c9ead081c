// The text of a field as its type has it: a number, a date, the ticked boxes.
import { parseDate, parseNumber, readCheckbox } from '../values';
import type { DateOrder } from '../values';
import { ORDER_OF_FIELD, type FieldDefinition } from './definitions';
import { labelKey } from './keys';

export interface Typed {
	/** The text that the field has; undefined when nothing is chosen. */
	text: string | undefined;
	value?: string | number | boolean;
	/** Why the text is not understood, or not surely. */
	doubt?: string;
}

/** Boxes to tick that are nothing else. In other texts 口 and O are characters. */
const BOXES = /[□☐☑☒■◻◼▢✓✔√✗✘☓🗹🗵]/u;

/**
 * @param page all texts of the page: they tell how its numbers and dates are written
 */
export function readTyped(text: string, { type, dateOrder = 'auto' }: Pick<FieldDefinition, 'type' | 'dateOrder'>, page: readonly string[]): Typed {
	switch (type) {
		case 'number': {
			const value = parseNumber(text, { amounts: page });
			return value === undefined ? { text, doubt: 'the text is not clearly a number' } : { text, value };
		}
		case 'date':
			return readDate(text, ORDER_OF_FIELD[dateOrder], page);
		case 'checkbox':
			return readTicked(text);
		default:
			return BOXES.test(text) ? readAlternatives(text) : { text, value: text };
	}
}

function readDate(text: string, order: DateOrder | undefined, page: readonly string[]): Typed {
	const date = parseDate(text, { pageDates: page, ...(order ? { order } : {}) });
	if (!date) return { text, doubt: 'the text is not clearly a date' };
	if ('ambiguous' in date) {
		const [only = '', ...more] = date.readings;
		return { text, doubt: more.length > 0 ? `the date can be ${date.readings.join(' or ')}` : `the date can be ${only}, in another order or misread` };
	}
	return { text, value: date.time === undefined ? date.iso : `${date.iso}T${date.time}` };
}

function readTicked(text: string): Typed {
	const found = readCheckbox(text);
	if (!found) return { text, doubt: 'no box to tick was recognised' };
	const unsure = found.unsure ? { doubt: 'a tick may have been misread' } : {};
	const isSingle = found.ticked.length + found.unticked.length === 1;
	if (isSingle) return { text, ...(found.value === undefined ? {} : { value: found.value }), ...unsure };
	return { text, value: found.ticked.join(', '), ...unsure };
}

/** Of a printed choice the alternatives that were ticked. */
function readAlternatives(text: string): Typed {
	const found = readCheckbox(text);
	const named = found ? [...found.ticked, ...found.unticked].filter((each) => each !== '').length : 0;
	if (!found || named === 0) return { text, value: text };
	const chosen = found.ticked.filter((each) => each !== '').join(', ');
	if (chosen === '') return named > 1 && !found.unsure ? { text: undefined, doubt: 'no box is ticked' } : { text, value: text };
	return { text: chosen, value: chosen, ...(found.unsure ? { doubt: 'a tick may have been misread' } : {}) };
}

/**
 * Whether the box before or behind a label is ticked: "☑ Pickup", "□ Express ☑ Pickup".
 * @param line the label's block, with a box that stands as a block of its own before it
 */
export function isTicked(line: string, label: string): { value: boolean; isUnsure: boolean } | undefined {
	const found = readCheckbox(line);
	if (!found) return undefined;
	const key = labelKey(label);
	const has = (texts: readonly string[]) => texts.some((text) => labelKey(text) === key);
	const [isOn, isOff] = [has(found.ticked), has(found.unticked)];
	return isOn === isOff ? undefined : { value: isOn, isUnsure: found.unsure };
}

/** Whether a text has a box to tick. */
export function hasBox(text: string): boolean {
	return BOXES.test(text) || readCheckbox(text) !== undefined;
}
