// What a text says: a number, a date, a ticked box.
export { readCheckbox } from './checkbox';
export type { CheckboxReading } from './checkbox';
export { parseDate } from './date';
export type { AmbiguousDate, DateOptions, DateOrder, ReadDate } from './date';
export { parseNumber } from './number';
export type { NumberContext } from './number';
