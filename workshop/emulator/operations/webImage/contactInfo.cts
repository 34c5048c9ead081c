// `contact_info`: whom to send something to. Found by labels and by the forms of Chinese phone numbers and
// addresses; a part that is not found is an empty string.

export interface ContactInfo {
	name: string;
	phone: string;
	province: string;
	city: string;
	district: string;
	detail_address: string;
}

const PHONE = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const NAMED = /(?:收件人|收货人|联系人|姓名)\s*[:：]?\s*([\p{Script=Han}·]{2,8})/u;
const ADDRESS = /((?:[\p{Script=Han}]{2,8}?(?:省|自治区))?)([\p{Script=Han}]{2,8}?市)([\p{Script=Han}]{1,8}?(?:区|县|旗))(\S*)/u;
const ADDRESS_LABEL = /^.*?(?:地址|住址)\s*[:：]?\s*/u;

/** @param words the blocks' texts in reading order. @returns undefined when there is neither phone nor address. */
export function contactInfo(words: readonly string[]): ContactInfo | undefined {
	const phone = find(words, PHONE)?.[0] ?? '';
	const [, province = '', city = '', district = '', detail = ''] =
		find(words.map((text) => text.replace(ADDRESS_LABEL, '')), ADDRESS) ?? [];
	if (phone === '' && city === '') return undefined;
	return {
		name: find(words, NAMED)?.[1] ?? '',
		phone: phone.replace(/[ -]/g, ''),
		province,
		city,
		district,
		detail_address: detail,
	};
}

function find(words: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
	for (const text of words) {
		const found = pattern.exec(text);
		if (found) return found;
	}
	return undefined;
}
