// Answers of licenses with two sides: one of them flat, or both nested (operations 7).
import type { Fields } from '../fields.cts';
import { type FoundFields, locations, plain } from './found.cts';

const SIDES = ['', 'front', 'back', 'double_side'] as const;

/** Empty and absent mean the front. @throws WrongParameter */
export function sideOf(fields: Fields): 'front' | 'back' | 'double_side' {
	return fields.choice('side', SIDES) || 'front';
}

export interface Side<Name extends string> {
	names: readonly Name[];
	fields: FoundFields<Name>;
	/** What is no text: kinds and lists. */
	more?: Record<string, unknown>;
}

/** @returns undefined where a side that is asked for is not there. */
export function sidesResult(
	side: 'front' | 'back' | 'double_side',
	front: Side<string> | undefined,
	back: Side<string> | undefined,
	located: boolean,
): Record<string, unknown> | undefined {
	if (side === 'double_side') return front && back ? { front: sideResult(front, located), back: sideResult(back, located) } : undefined;
	const one = side === 'front' ? front : back;
	return one && sideResult(one, located);
}

function sideResult({ names, fields, more }: Side<string>, located: boolean): Record<string, unknown> {
	return { ...more, ...plain(names, fields), ...(located ? { text_location: locations(names, fields) } : {}) };
}
