// Bank cards have no labels that could be relied on: figures and names are told by their form.
import type { PageResult } from '../../engine/engine.cts';
import { chinese } from '../reading/forms.cts';
import { type FoundFields, reworded } from '../reading/found.cts';
import { Sheet } from '../reading/sheet.cts';

export const BANKCARD_FIELDS = ['bank_name', 'card_number', 'issue_date', 'expiry_date', 'type'] as const;

/** @returns undefined for anything else. */
export function readBankcard(page: PageResult): FoundFields<(typeof BANKCARD_FIELDS)[number]> | undefined {
	const sheet = Sheet.of(page, []);
	const number = sheet.match(/(?<!\d)(?:\d{4}\s?){4}\d{0,3}(?!\d)/);
	const bank = sheet.match(/\p{Script=Han}+银行/u);
	if (!number || !bank) return undefined;
	return {
		bank_name: chinese(bank),
		// With a blank after every fourth figure, however the card has them.
		card_number: reworded(number, (words) => words.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ')),
		expiry_date: sheet.match(/(?<!\d)(?:0[1-9]|1[0-2])\/\d\d(?!\d)/),
		type: sheet.match(/借记卡|贷记卡|信用卡|储蓄卡/),
	};
}
