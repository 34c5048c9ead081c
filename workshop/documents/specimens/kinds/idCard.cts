// ID cards (居民身份证): the side with the portrait, the side with the emblem, and both on one sheet.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { dashed, dateBetween, dotted, idNumber, yearsLater } from '../invented.cts';
import { emblem, guilloche, paper, portrait, specimenMark } from '../parts.cts';
import type { Specimen, Specimens } from '../specimen.cts';
import { oneAboveTheOther } from '../sheet.cts';

const WIDTH = 860;
const HEIGHT = 540;
const LABEL = { size: 23, color: '#2f6a9a' };
const VALUE = { size: 27 };
const ETHNICITIES = ['汉', '汉', '满', '回', '壮', '苗', '土家', '朝鲜'];

function card(): Page {
	const page = new Page(WIDTH);
	page.height = HEIGHT;
	paper(page, '#eef3f6');
	guilloche(page, '#dbe6ea');
	return page;
}

export function idCardFront(random: Random): Specimen {
	const page = card();
	const texts = new Texts(random, 'zh');
	const born = dateBetween(random, 1958, 2004);
	const male = random.chance(0.5);
	const truth = {
		name: texts.person(),
		sex: male ? '男' : '女',
		ethnicity: random.pick(ETHNICITIES),
		birth: dashed(born),
		address: `${random.pick(['江宁省', '海川省', '青岚省'])}${texts.address()}${random.int(1, 20)}栋${random.int(101, 2804)}室`,
		number: idNumber(random, born, male),
	};
	portrait(page, 560, 70, 230, 300);
	specimenMark(page);
	const [x, value] = [56, 150];
	page.text('姓名', x, 82, LABEL);
	page.text(truth.name, value, 82, { ...VALUE, size: 30 });
	page.text('性别', x, 140, LABEL);
	page.text(truth.sex, value, 140, VALUE);
	page.text('民族', value + 92, 140, LABEL);
	page.text(truth.ethnicity, value + 162, 140, VALUE);
	page.text('出生', x, 198, LABEL);
	const parts = [String(born.year), '年', String(born.month), '月', String(born.day), '日'];
	let at = value;
	for (const [index, part] of parts.entries()) {
		at = page.text(part, at, 198, index % 2 === 0 ? VALUE : LABEL) + 12;
	}
	page.text('住址', x, 258, LABEL);
	page.paragraph(truth.address, value, 258, 350, VALUE, 40);
	page.text('公民身份号码', x, 470, LABEL);
	page.text(truth.number, 250, 470, { size: 36, face: 'mono', bold: true });
	return { page, truth };
}

export function idCardBack(random: Random): Specimen {
	const page = card();
	const texts = new Texts(random, 'zh');
	const from = dateBetween(random, 2008, 2022);
	const forLife = random.chance(0.2);
	const until = yearsLater(from, random.pick([5, 10, 20]));
	const truth = {
		issue: `${texts.city()}市公安局${random.pick(['东湖', '南山', '北辰', '海曙', '西岭'])}分局`,
		valid_from: dashed(from),
		valid_to: forLife ? '长期' : dashed(until),
	};
	emblem(page, 130, 130, 74);
	specimenMark(page);
	page.text('中华人民共和国', 520, 96, { size: 44, bold: true }, 'center');
	page.text('居民身份证', 520, 186, { size: 62, bold: true }, 'center');
	page.text('签发机关', 220, 396, LABEL);
	page.text(truth.issue, 340, 396, VALUE);
	page.text('有效期限', 220, 462, LABEL);
	page.text(`${dotted(from)}-${forLife ? '长期' : dotted(until)}`, 340, 462, VALUE);
	return { page, truth };
}

/** Both sides, one above the other. */
export function idCardBoth(random: Random): Specimen {
	const [front, back] = [idCardFront(random), idCardBack(random)];
	return { page: oneAboveTheOther(front.page, back.page, 80), truth: { front: front.truth, back: back.truth } };
}

export const specimens: Specimens = {
	'id-card-front': { title: 'ID card, side with the portrait', operation: 'id-card', request: { side: 'front' }, make: idCardFront },
	'id-card-back': { title: 'ID card, side with the emblem', operation: 'id-card', request: { side: 'back' }, make: idCardBack },
	'id-card': { title: 'ID card, both sides', operation: 'id-card', request: { side: 'double_side' }, make: idCardBoth },
};
