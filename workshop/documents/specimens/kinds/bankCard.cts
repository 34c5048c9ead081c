// Bank cards: embossed figures on a coloured card.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { cardNumber, two } from '../invented.cts';
import { guilloche, paper, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const LOOKS = [
	{ paper: '#1f4f8f', line: '#2a5ca0', ink: '#ffffff' },
	{ paper: '#8c1f2d', line: '#9a2c3a', ink: '#fff4e0' },
	{ paper: '#e9e4d4', line: '#ddd6c2', ink: '#3a3326' },
] as const;

export function bankCard(random: Random): Specimen {
	const page = new Page(860);
	page.height = 540;
	const look = random.pick(LOOKS);
	const bank = random.pick(['青岚银行', '远舟银行', '海川银行']);
	const [month, year] = [two(random.int(1, 12)), random.int(26, 34)];
	const truth = {
		bank_name: bank,
		card_number: cardNumber(random).replace(/(.{4})(?=.)/g, '$1 '),
		issue_date: '',
		expiry_date: `${month}/${year}`,
		type: random.pick(['借记卡', '信用卡']),
	};
	paper(page, look.paper);
	guilloche(page, look.line);
	specimenMark(page);
	page.text(bank, 60, 76, { size: 42, color: look.ink, bold: true });
	page.text(truth.type, 660, 80, { size: 30, color: look.ink });
	page.fill(70, 150, 180, 234, '#d8c078');
	page.text(truth.card_number, 70, 310, { size: 50, color: look.ink, face: 'sans' });
	page.text('VALID THRU', 330, 386, { size: 18, color: look.ink });
	page.text(truth.expiry_date, 470, 386, { size: 32, color: look.ink });
	page.text('UnionTest 银标', 620, 480, { size: 26, color: look.ink });
	return { page, truth };
}

export const specimens: Specimens = {
	bankcard: { title: 'Bank card', operation: 'bankcard', make: bankCard },
};
