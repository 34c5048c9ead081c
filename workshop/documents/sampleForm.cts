// The form that the demo reads and the README shows: filled in, stamped, in two languages.
import type { TextStyle } from './fonts.cts';
import { Page } from './page.cts';
import { roundSeal } from './stamps.cts';

const WIDTH = 1120;
const LEFT = 60;
const RIGHT = WIDTH - LEFT;
const MIDDLE = (LEFT + RIGHT) / 2;
const LABEL_WIDTH = 168;
const ACCENT = '#1d4f7c';
const SHADE = '#e6eef5';

const label: TextStyle = { size: 19, bold: true };
const small: TextStyle = { size: 15, color: '#3d4a57' };
/** Filled in with a blue pen. */
const value: TextStyle = { size: 21, color: '#1b3f94' };

/** A label cell in two languages with its value beside it. */
function cell(page: Page, x1: number, x2: number, y1: number, y2: number, zh: string, en: string, words: string): void {
	const middle = (y1 + y2) / 2;
	page.fill(x1, y1 + 1, x1 + LABEL_WIDTH, y2, SHADE);
	page.rule(x1 + LABEL_WIDTH, y1, x1 + LABEL_WIDTH, y2, 1, ACCENT);
	page.text(zh, x1 + 16, middle - 12, label);
	page.text(en, x1 + 16, middle + 13, small);
	page.text(words, (x1 + LABEL_WIDTH + x2) / 2, middle, value, 'center');
	page.field(zh, words);
}

/** A tick box with its text. Returns where the next one may start. */
function tickBox(page: Page, x: number, middle: number, words: string, ticked: boolean): number {
	const size = 18;
	const top = middle - size / 2;
	page.frame(x, top, x + size, top + size, 1.5, '#333333');
	if (ticked) {
		page.rule(x + 3, middle, x + 8, middle + 6, 2.5, '#1b3f94');
		page.rule(x + 7.5, middle + 6, x + 19, middle - 11, 2.5, '#1b3f94');
	}
	return page.text(words, x + size + 10, middle, { size: 19 }) + 44;
}

/** Two hills and a road in a circle. */
function logo(page: Page, x: number, y: number, radius: number): void {
	page.paint((context) => {
		context.fillStyle = ACCENT;
		context.beginPath();
		context.arc(x, y, radius, 0, 2 * Math.PI);
		context.fill();
		context.beginPath();
		context.arc(x, y, radius - 3, 0, 2 * Math.PI);
		context.clip();
		context.fillStyle = '#8fc1a9';
		context.beginPath();
		context.moveTo(x - radius, y + radius * 0.25);
		context.lineTo(x - radius * 0.35, y - radius * 0.45);
		context.lineTo(x + radius * 0.15, y + radius * 0.15);
		context.lineTo(x + radius * 0.45, y - radius * 0.2);
		context.lineTo(x + radius, y + radius * 0.4);
		context.lineTo(x + radius, y + radius);
		context.lineTo(x - radius, y + radius);
		context.fill();
		context.strokeStyle = '#ffffff';
		context.lineWidth = radius * 0.16;
		context.beginPath();
		context.moveTo(x - radius * 0.3, y + radius);
		context.quadraticCurveTo(x, y + radius * 0.5, x + radius * 0.2, y + radius * 0.2);
		context.stroke();
	});
}

/** The page of the sample form, upright. */
export function sampleFormPage(): Page {
	const page = new Page(WIDTH);
	logo(page, LEFT + 34, 76, 34);
	page.text('青岚物流有限公司', LEFT + 84, 64, { size: 20, bold: true, color: ACCENT });
	page.text('Greenhill Logistics', LEFT + 84, 90, { size: 16, color: '#3d4a57' });
	page.text('用车申请单', MIDDLE, 66, { size: 36, bold: true, color: ACCENT }, 'center');
	page.text('Vehicle Use Request', MIDDLE, 106, { size: 19, color: ACCENT }, 'center');
	page.text('编号：QL-20417', RIGHT, 66, { size: 19, bold: true, color: '#a3262a' }, 'right');
	page.field('编号', 'QL-20417');

	let y = 142;
	const top = y;
	const pair = (first: [string, string, string], second?: [string, string, string], height = 66) => {
		page.unordered(() => {
			cell(page, LEFT, second ? MIDDLE : RIGHT, y, y + height, ...first);
			if (second) cell(page, MIDDLE, RIGHT, y, y + height, ...second);
		});
		if (second) page.rule(MIDDLE, y, MIDDLE, y + height, 1, ACCENT);
		y += height;
		page.rule(LEFT, y, RIGHT, y, 1, ACCENT);
	};
	pair(['申请部门', 'Department', '市场部'], ['申请日期', 'Date', '2026年3月18日']);
	pair(['申请人', 'Applicant', '林思源'], ['联系电话', 'Phone', '13852047168']);
	pair(['目的地', 'Destination', '杭州市滨江路188号国际会展中心']);
	pair(['用车时间', 'Time of use', '2026-03-20 08:30'], ['乘车人数', 'Passengers', '6人']);
	pair(['车牌号', 'Licence plate', '浙A52736'], ['司机姓名', 'Driver', '周国栋']);

	page.text('用车事由 Reason for use:', LEFT + 16, y + 28, label);
	page.text('接送客户参观春季展览会，当天下午返回公司。', LEFT + 16, y + 66, value);
	page.text('Take our guests to the spring fair and back in the afternoon.', LEFT + 16, y + 102, { ...value, size: 19 });
	y += 132;
	page.rule(LEFT, y, RIGHT, y, 1, ACCENT);

	let x = LEFT + 16;
	for (const [words, ticked] of [['车况良好 Car in order', true], ['油量充足 Tank full', true], ['需要发票 Receipt needed', false]] as const) {
		x = tickBox(page, x, y + 30, words, ticked);
	}
	y += 60;
	page.rule(LEFT, y, RIGHT, y, 1, ACCENT);

	const third = (RIGHT - LEFT) / 3;
	const signatures = [
		['申请人签字', 'Signature', '林思源'],
		['部门经理', 'Manager', '陈雅琴'],
		['行政部门', 'Administration', '郭立新'],
	] as const;
	page.unordered(() => {
		for (const [index, [zh, en, name]] of signatures.entries()) {
			const from = LEFT + index * third;
			if (index > 0) page.rule(from, y, from, y + 88, 1, ACCENT);
			page.text(zh, from + 16, y + 32, label);
			page.text(en, from + 16, y + 57, small);
			page.text(name, from + 160, y + 44, { ...value, size: 25 });
			page.field(zh, name);
		}
	});
	y += 88;
	page.frame(LEFT, top, RIGHT, y, 2.5, ACCENT);
	roundSeal(page, RIGHT - 62, y - 26, 56, -9);
	page.text('请于用车前一个工作日提交本单。', LEFT, y + 32, small);
	page.text('Please hand in one working day ahead.', LEFT + 260, y + 32, small);
	page.height = y + 66;
	return page;
}
