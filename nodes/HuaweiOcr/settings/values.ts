import { OcrError } from '../errors/ocrError';

/** One of the values that a parameter can have. @throws OcrError for any other */
export function oneOf<T extends string>(
	displayName: string,
	value: unknown,
	allowed: readonly T[],
): T {
	const found = allowed.find((option) => option === value);
	if (found !== undefined) return found;
	throw new OcrError(
		`Correct the parameter ${displayName}: its expression must give one of ${allowed.join(', ')}`,
		'',
		{ errorCode: 'Node.InvalidParameter' },
	);
}

/**
 * The choice that a list of the panel holds. A workflow file may hold one that belongs to another resource.
 * @param owner what has these choices: "Seal"
 * @throws OcrError for a value that none of the choices has
 */
export function chosenOf<T extends { value: string; name: string }>(displayName: string, value: unknown, choices: readonly T[], owner: string): T {
	const found = choices.find((choice) => choice.value === value);
	if (found) return found;
	throw new OcrError(
		`Choose ${displayName} again: ${owner} does not offer the one that is set`,
		`${owner} has ${choices.map((choice) => `${choice.name} (${choice.value})`).join(', ')}.`,
		{ errorCode: 'Node.InvalidParameter' },
	);
}

/** The service takes only JSON booleans (contract 5.2); expressions may give the words. @throws OcrError */
export function toBoolean(displayName: string, value: unknown): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw new OcrError(
		`Correct the option ${displayName}: its expression must give true or false`,
		'',
		{ errorCode: 'Node.InvalidParameter' },
	);
}

/** A number within bounds; the fallback where there is none, or where an expression gave nothing. */
export function toNumber(value: unknown, fallback: number, least: number, most: number): number {
	// An expression that finds nothing gives an empty text, which JavaScript would read as 0.
	const isSet = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	const number = isSet ? Number(value) : fallback;
	return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : fallback;
}

/** Whether an option was added but left blank. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}
