// `verification_result`: what can be told from the texts alone. The checks of the side that is not there are false.
import type { IdCardSides } from './read.cts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

export interface VerificationResult {
	valid_number: boolean;
	valid_birth: boolean;
	valid_sex: boolean;
	valid_date: boolean;
	valid_validity_period: boolean;
}

export function verification({ front, back }: IdCardSides): VerificationResult {
	const number = front?.number?.words ?? '';
	const birth = front?.birth?.words ?? '';
	const sex = front?.sex?.words ?? '';
	const from = back?.valid_from?.words ?? '';
	const until = back?.valid_to?.words ?? '';
	const shaped = /^\d{17}[\dX]$/.test(number);
	return {
		valid_number: shaped && isChecked(number),
		valid_birth: shaped && birth.replaceAll('-', '') === number.slice(6, 14),
		valid_sex: shaped && sex === (Number(number[16]) % 2 === 1 ? '男' : '女'),
		valid_date: from !== '' && (until === '长期' || until > from),
		valid_validity_period: from !== '' && (until === '长期' || [5, 10, 20].includes(Number(until.slice(0, 4)) - Number(from.slice(0, 4)))),
	};
}

function isChecked(number: string): boolean {
	const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
	return CHECKS[sum % 11] === number[17];
}
