import type { IDataObject } from 'n8n-workflow';

import type { FieldKind } from '../../../../huaweiCloud/catalogue';
import { eachInSteps, type Steps } from '../../turns/steps';
import { parseDate, parseNumber } from '../../layout/values';
import type { Field } from './types';

/** Names of fields that no catalogue row has: what their text says. Names win over what a text looks like, since many numbers are no amounts. */
const AMOUNT_NAME =
	/(?:^|_)(?:amount|price|total|subtotal|tax|fare|fee|fees|surcharge|fund|premium|capital|mass|load|distance|quantity|rates)$|^(?:sum|subtotal|unit|total)_(?:amount|price|tax)$|金额|价税合计|合计|余额|税额|单价|手续费|小写/u;
const DATE_NAME = /(?:^|_)(?:date|birth|birthday|dob)(?:_|$)|_(?:from|to|until)$|(?:^|_)expir\w*|日期|时间|日$/u;
const NEVER = /in_words|chinese|rate$|大写|币种/u;

/** What the text of a field says, by the catalogue or by its name. */
function kindOf({ name, kind }: Field): FieldKind {
	if (kind !== undefined) return kind;
	if (NEVER.test(name)) return 'text';
	if (DATE_NAME.test(name)) return 'date';
	return AMOUNT_NAME.test(name) ? 'amount' : 'text';
}

/** What a text says as its kind: null where it is not clearly that. */
export type TypedText = { number: number | null } | { iso: string | null };

/**
 * The number of an amount, the ISO date of a date; undefined for fields of other kinds and for empty ones.
 * @param amounts texts of other amounts of the document: they tell how its numbers are written
 */
export function typedText(field: Field, amounts: readonly string[]): TypedText | undefined {
	const { value } = field;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	switch (kindOf(field)) {
		case 'amount':
			return { number: readAmount(value, amounts) ?? null };
		case 'date':
			return { iso: readIso(value) ?? null };
		default:
			return undefined;
	}
}

/** The same under names of their own: `total_number` beside `total`, `issue_date_iso` beside `issue_date`. */
export function typedFields(field: Field, amounts: readonly string[]): IDataObject {
	return Object.fromEntries(Object.entries(typedText(field, amounts) ?? {}).map(([what, value]) => [`${field.name}_${what}`, value]));
}

/** Texts of the amounts among fields. */
export function* amountTexts(fields: readonly Field[]): Steps<string[]> {
	const texts: string[] = [];
	yield* eachInSteps(fields, (field) => {
		if (typeof field.value === 'string' && kindOf(field) === 'amount') texts.push(field.value);
	});
	return texts;
}

/** `￥29.00`, `CNY 2340.00`, `CN 100.00`, `2250kg` (operations 1, "Values"). */
function readAmount(text: string, amounts: readonly string[]): number | undefined {
	return parseNumber(text.trim().replace(/^CN(?=[\s\d])/, 'CNY '), { amounts });
}

/** `2017年08月30日20:39`, `2019-05-03`, `20190503`; `05/27` of a bank card is a month. */
function readIso(text: string): string | undefined {
	const month = /^(0[1-9]|1[0-2])\/(\d{2})$/.exec(text.trim());
	// Cards of today expire in this century.
	if (month) return `20${month[2]}-${month[1]}`;
	const date = parseDate(text);
	if (!date || 'ambiguous' in date) return undefined;
	return date.time === undefined ? date.iso : `${date.iso}T${date.time}`;
}
