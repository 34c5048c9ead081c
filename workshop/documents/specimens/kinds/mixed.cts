// Several tickets on a desk, each in its own direction; of one only the title can be read.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { paper } from '../parts.cts';
import { place } from '../sheet.cts';
import { quotaInvoice, taxiInvoice, tollInvoice } from './slips.cts';
import type { Specimen, Specimens } from '../specimen.cts';
import { trainTicket } from './trainTicket.cts';

/** Colour of the desk, which also surrounds the picture where it is turned. */
const DESK = '#8f959c';

export function mixed(random: Random): Specimen {
	const sheet = new Page(1560);
	sheet.height = 1620;
	paper(sheet, DESK);
	const [train, taxi, quota, toll] = [trainTicket(random), taxiInvoice(random), quotaInvoice(random), tollInvoice(random)];
	spoil(toll.page);
	place(sheet, train.page, 50, 60, random.between(-3, 3));
	place(sheet, taxi.page, 960, 60, random.between(-2, 2));
	place(sheet, quota.page, 60, 680, random.pick([0, 180]));
	place(sheet, toll.page, 880, 1040, random.between(-3, 3));
	return {
		page: sheet,
		truth: { train_ticket: train.truth, taxi_invoice: taxi.truth, quota_invoice: quota.truth, toll_invoice: 'AIS.0104' },
	};
}

/** Spilled over everything under the title. */
function spoil(page: Page): void {
	page.paint((context) => {
		context.fillStyle = '#5a3a22';
		context.beginPath();
		context.ellipse(page.width / 2, page.height * 0.66, page.width * 0.46, page.height * 0.34, 0, 0, 2 * Math.PI);
		context.fill();
	});
}

export const specimens: Specimens = {
	mixed: { title: 'Several tickets in one picture', operation: 'auto-classification', around: DESK, make: mixed },
};
