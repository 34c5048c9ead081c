// Several specimens on one sheet.
import { Page } from '../page.cts';
import { paper } from './parts.cts';

/**
 * Puts a whole page onto a larger one.
 * @param x left edge on the sheet, px
 * @param turn clockwise, degrees, around the page's middle
 */
export function place(sheet: Page, page: Page, x: number, y: number, turn = 0): void {
	sheet.paint((context) => {
		context.translate(x + page.width / 2, y + page.height / 2);
		context.rotate((turn * Math.PI) / 180);
		context.translate(-page.width / 2, -page.height / 2);
		context.beginPath();
		context.rect(0, 0, page.width, page.height);
		context.clip();
		for (const paint of page.paints) {
			context.save();
			paint(context);
			context.restore();
		}
	});
	// What stands on a turned page has no place on the sheet that could be told by four numbers.
	if (turn !== 0) return;
	sheet.runs.push(
		...page.runs.map((run) => ({ ...run, left: run.left + x, right: run.right + x, top: run.top + y, bottom: run.bottom + y, middle: run.middle + y })),
	);
}

/** Two pages of one size, one above the other on a white sheet, as copying shops make them. @param margin around each, px */
export function oneAboveTheOther(above: Page, below: Page, margin: number): Page {
	const sheet = new Page(above.width + 2 * margin);
	sheet.height = 2 * above.height + 3 * margin;
	paper(sheet, '#ffffff');
	place(sheet, above, margin, margin);
	place(sheet, below, margin, above.height + 2 * margin);
	return sheet;
}
