/** A font of ten digits, three dots wide and five high. */
export const DIGIT_WIDTH = 3;
export const DIGIT_HEIGHT = 5;

/** Rows from top to bottom; the highest bit is the dot on the left. */
const DIGITS: Record<string, readonly number[]> = {
	'0': [0b111, 0b101, 0b101, 0b101, 0b111],
	'1': [0b010, 0b110, 0b010, 0b010, 0b111],
	'2': [0b111, 0b001, 0b111, 0b100, 0b111],
	'3': [0b111, 0b001, 0b111, 0b001, 0b111],
	'4': [0b101, 0b101, 0b111, 0b001, 0b001],
	'5': [0b111, 0b100, 0b111, 0b001, 0b111],
	'6': [0b111, 0b100, 0b111, 0b101, 0b111],
	'7': [0b111, 0b001, 0b010, 0b010, 0b010],
	'8': [0b111, 0b101, 0b111, 0b101, 0b111],
	'9': [0b111, 0b101, 0b111, 0b001, 0b111],
};

export function digitRows(digit: string): readonly number[] {
	return DIGITS[digit] ?? [];
}
