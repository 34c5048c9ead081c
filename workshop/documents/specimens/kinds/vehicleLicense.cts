// Vehicle licenses (机动车行驶证) with their second sheet.
import { Page } from '../../page.cts';
import type { Random } from '../../random.cts';
import { Texts } from '../../texts.cts';
import { dashed, dateBetween, yearsLater } from '../invented.cts';
import { paper, specimenMark } from '../parts.cts';
import { oneAboveTheOther } from '../sheet.cts';
import type { Specimen, Specimens } from '../specimen.cts';
import { vehicle, type Vehicle } from '../vehicles.cts';

const LABEL = { size: 21, color: '#2f5f6f' };
const VALUE = { size: 24 };
const [WIDTH, HEIGHT] = [900, 620];

type Place = readonly [label: string, value: string, x: number, y: number, indent?: number];

function write(page: Page, places: readonly Place[]): void {
	for (const [label, value, x, y, indent = 130] of places) {
		page.text(label, x, y, LABEL);
		page.text(value, x + indent, y, VALUE);
	}
}

function front(random: Random, car: Vehicle): Specimen {
	const page = new Page(WIDTH);
	page.height = HEIGHT;
	const texts = new Texts(random, 'zh');
	const registered = dateBetween(random, 2010, 2023);
	const truth = {
		number: car.plate,
		vehicle_type: car.type,
		name: random.chance(0.5) ? texts.person() : texts.company(),
		address: `${texts.address()}${random.int(1, 20)}栋`,
		use_character: random.pick(['非营运', '营运', '租赁']),
		model: car.brandModel,
		vin: car.vin,
		engine_no: car.engine,
		register_date: dashed(registered),
		issue_date: dashed(yearsLater(registered, 1)),
	};
	paper(page, '#eaf3f6');
	specimenMark(page);
	page.text('中华人民共和国机动车行驶证', 450, 54, { size: 34, bold: true, color: '#1f3f4a' }, 'center');
	write(page, [
		['号牌号码', truth.number, 60, 126],
		['车辆类型', truth.vehicle_type, 480, 126],
		['所有人', truth.name, 60, 190],
		['住址', truth.address, 60, 254],
		['使用性质', truth.use_character, 60, 318],
		['品牌型号', truth.model, 360, 318],
		['车辆识别代号', truth.vin, 260, 386, 190],
		['发动机号码', truth.engine_no, 260, 446, 190],
		['注册日期', truth.register_date, 260, 520],
		['发证日期', truth.issue_date, 560, 520],
	]);
	return { page, truth };
}

function back(random: Random, car: Vehicle): Specimen {
	const page = new Page(WIDTH);
	page.height = HEIGHT;
	const unladen = random.int(1100, 2400);
	const truth = {
		file_no: random.digits(12),
		approved_passengers: `${random.int(5, 7)}人`,
		gross_mass: `${unladen + random.int(375, 1500)}kg`,
		unladen_mass: `${unladen}kg`,
		approved_load: random.chance(0.3) ? `${random.int(500, 1500)}kg` : '',
		dimension: `${random.int(4200, 5200)}×${random.int(1700, 1950)}×${random.int(1400, 1900)}mm`,
		traction_mass: '',
		remarks: '',
		inspection_record: `检验有效期至${random.int(2024, 2030)}年${random.int(10, 12)}月`,
		energy_type: random.pick(['汽油', '柴油', '纯电动']),
	};
	paper(page, '#eaf3f6');
	specimenMark(page);
	page.text('中华人民共和国机动车行驶证副页', 450, 54, { size: 32, bold: true, color: '#1f3f4a' }, 'center');
	write(page, [
		['号牌号码', car.plate, 60, 126],
		['档案编号', truth.file_no, 480, 126],
		['核定载人数', truth.approved_passengers, 60, 190],
		['总质量', truth.gross_mass, 480, 190],
		['整备质量', truth.unladen_mass, 60, 254],
		['核定载质量', truth.approved_load, 480, 254],
		['外廓尺寸', truth.dimension, 60, 318],
		['准牵引总质量', '', 480, 318],
		['能源种类', truth.energy_type, 60, 382],
		['备注', truth.remarks, 480, 382],
		['检验记录', truth.inspection_record, 60, 450],
	]);
	return { page, truth };
}

export const vehicleLicenseFront = (random: Random): Specimen => front(random, vehicle(random));
export const vehicleLicenseBack = (random: Random): Specimen => back(random, vehicle(random));

/** Both sheets, one above the other. */
export function vehicleLicenseBoth(random: Random): Specimen {
	const car = vehicle(random);
	const [above, below] = [front(random, car), back(random, car)];
	return { page: oneAboveTheOther(above.page, below.page, 60), truth: { front: above.truth, back: below.truth } };
}

export const specimens: Specimens = {
	'vehicle-license-front': { title: 'Vehicle license', operation: 'vehicle-license', make: vehicleLicenseFront },
	'vehicle-license-back': { title: 'Vehicle license, second sheet', operation: 'vehicle-license', request: { side: 'back' }, make: vehicleLicenseBack },
	'vehicle-license': { title: 'Vehicle license, both sheets', operation: 'vehicle-license', request: { side: 'double_side' }, make: vehicleLicenseBoth },
};
