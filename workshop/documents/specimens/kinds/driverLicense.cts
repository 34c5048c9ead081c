// Driver licenses (机动车驾驶证) with their second sheet.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { dashed, dateBetween, idNumber, type InventedDate, yearsLater } from '../invented.cts';
import { paper, portrait, specimenMark } from '../parts.cts';
import { oneAboveTheOther } from '../sheet.cts';
import type { Specimen, Specimens } from '../specimen.cts';

const LABEL = { size: 21, color: '#3f5f4a' };
const VALUE = { size: 25 };
const [WIDTH, HEIGHT] = [880, 600];

interface Person {
	name: string;
	number: string;
	born: InventedDate;
	male: boolean;
}

function person(random: Random): Person {
	const [born, male] = [dateBetween(random, 1958, 2002), random.chance(0.5)];
	return { name: new Texts(random, 'zh').person(), number: idNumber(random, born, male), born, male };
}

function front(random: Random, { name, number, born, male }: Person): Specimen {
	const page = new Page(WIDTH);
	page.height = HEIGHT;
	const texts = new Texts(random, 'zh');
	const first = dateBetween(random, 2008, 2020);
	const truth = {
		number,
		name,
		sex: male ? '男' : '女',
		nationality: '中国',
		address: `${texts.address()}${random.int(1, 20)}栋${random.int(101, 1808)}室`,
		birth: dashed(born),
		issue_date: dashed(first),
		class: random.pick(['C1', 'C2', 'B2', 'A2']),
		valid_from: dashed(yearsLater(first, 6)),
		valid_to: dashed(yearsLater(first, 16)),
		issuing_authority: `${texts.city()}市公安局交通警察支队`,
	};
	paper(page, '#eef4ea');
	specimenMark(page);
	page.text('中华人民共和国机动车驾驶证', 440, 54, { size: 34, bold: true, color: '#24402f' }, 'center');
	page.text('证号', 60, 112, LABEL);
	page.text(truth.number, 200, 112, VALUE);
	page.text('姓名', 60, 168, LABEL);
	page.text(truth.name, 130, 168, VALUE);
	page.text('性别', 340, 168, LABEL);
	page.text(truth.sex, 410, 168, VALUE);
	page.text('国籍', 560, 168, LABEL);
	page.text(truth.nationality, 630, 168, VALUE);
	page.text('住址', 60, 224, LABEL);
	page.paragraph(truth.address, 130, 224, 680, VALUE, 36);
	portrait(page, 640, 300, 180, 230);
	for (const [index, [label, value]] of [['出生日期', truth.birth], ['初次领证日期', truth.issue_date], ['准驾车型', truth.class]].entries()) {
		page.text(label ?? '', 260, 320 + index * 56, LABEL);
		page.text(value ?? '', 420, 320 + index * 56, index === 2 ? { size: 30 } : VALUE);
	}
	page.text('有效期限', 60, 540, LABEL);
	page.text(`${truth.valid_from}至${truth.valid_to}`, 170, 540, VALUE);
	page.paint((context) => {
		context.strokeStyle = '#c8102e';
		context.lineWidth = 3;
		context.strokeRect(50, 300, 180, 180);
	});
	for (const [index, line] of (truth.issuing_authority.match(/.{1,6}/g) ?? []).entries()) page.text(line, 140, 352 + index * 44, { size: 24, color: '#c8102e' }, 'center');
	return { page, truth };
}

function back(random: Random, { name, number }: Person): Specimen {
	const page = new Page(WIDTH);
	page.height = HEIGHT;
	const truth = {
		file_number: random.digits(12),
		record: `请于${random.int(2024, 2033)}年${random.int(10, 12)}月${random.int(10, 28)}日前提交身体条件证明`,
	};
	paper(page, '#eef4ea');
	specimenMark(page);
	page.text('中华人民共和国机动车驾驶证副页', 440, 54, { size: 32, bold: true, color: '#24402f' }, 'center');
	for (const [index, [label, value]] of [['证号', number], ['姓名', name], ['档案编号', truth.file_number]].entries()) {
		page.text(label ?? '', 60, 126 + index * 60, LABEL);
		page.text(value ?? '', 200, 126 + index * 60, VALUE);
	}
	page.text('记录', 60, 310, LABEL);
	page.text(truth.record, 200, 310, VALUE);
	return { page, truth };
}

export const driverLicenseFront = (random: Random): Specimen => front(random, person(random));
export const driverLicenseBack = (random: Random): Specimen => back(random, person(random));

/** Both sheets, one above the other. */
export function driverLicenseBoth(random: Random): Specimen {
	const owner = person(random);
	const [above, below] = [front(random, owner), back(random, owner)];
	return { page: oneAboveTheOther(above.page, below.page, 60), truth: { front: above.truth, back: below.truth } };
}

export const specimens: Specimens = {
	'driver-license-front': { title: 'Driver license', operation: 'driver-license', request: { return_issuing_authority: true }, make: driverLicenseFront },
	'driver-license-back': { title: 'Driver license, second sheet', operation: 'driver-license', request: { side: 'back' }, make: driverLicenseBack },
	'driver-license': { title: 'Driver license, both sheets', operation: 'driver-license', request: { side: 'double_side', return_issuing_authority: true }, make: driverLicenseBoth },
};
