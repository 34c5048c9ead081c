// Invented people, firms, goods and sentences in two languages. Any likeness to real ones is chance.
import type { Random } from './random.cts';

export type Language = 'zh' | 'en';

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '马', '朱', '胡', '林', '郭', '何', '高', '罗'];
const GIVEN = ['明远', '建国', '晓芳', '文静', '志强', '雨桐', '海燕', '佳宁', '子轩', '春梅', '立新', '思源', '国栋', '雅琴', '伟', '敏', '磊', '静', '涛', '洋'];
const FIRST = ['Anna', 'Martin', 'Grace', 'Peter', 'Helen', 'David', 'Laura', 'Simon', 'Rachel', 'Thomas', 'Maria', 'George', 'Emma', 'Frank', 'Nora', 'Adam'];
const LAST = ['Baker', 'Hughes', 'Carter', 'Morgan', 'Foster', 'Graham', 'Parker', 'Weston', 'Turner', 'Sanders', 'Cooper', 'Webster', 'Marsh', 'Dawson', 'Porter', 'Reed'];
const CITIES: Record<Language, string[]> = {
	zh: ['深圳', '杭州', '成都', '武汉', '南京', '青岛', '长沙', '厦门', '苏州', '西安'],
	en: ['Bristol', 'Denver', 'Leeds', 'Portland', 'Dublin', 'Boston', 'Cardiff', 'Austin', 'York', 'Dover'],
};
const STREETS: Record<Language, string[]> = {
	zh: ['和平路', '科技大道', '文化街', '滨江路', '东风路', '学府路', '长安街', '新华路', '青年大街', '花园路'],
	en: ['Harbour Street', 'Market Road', 'Station Avenue', 'Bridge Street', 'Garden Road', 'Church Lane', 'River Road', 'Forest Avenue'],
};
const BRANDS: Record<Language, string[]> = {
	zh: ['青岚', '远舟', '云禾', '北辰', '星河', '天合', '万里', '同创', '海川', '明德'],
	en: ['Harbourside', 'Northgate', 'Bluestone', 'Maplewood', 'Redbridge', 'Summit', 'Greenfield', 'Westport', 'Oakham', 'Granite'],
};
const TRADES: Record<Language, string[]> = {
	zh: ['办公用品', '电子科技', '机械设备', '食品贸易', '建筑材料', '物流', '印刷', '五金工具'],
	en: ['Paper', 'Tools', 'Foods', 'Hardware', 'Printing', 'Transport', 'Lighting', 'Supplies'],
};
const DEPARTMENTS: Record<Language, string[]> = {
	zh: ['行政部', '财务部', '市场部', '研发部', '人事部', '采购部', '生产部', '客服部'],
	en: ['Finance', 'Marketing', 'Research', 'Purchasing', 'Production', 'Support', 'Logistics', 'Training'],
};

export interface Goods {
	name: string;
	unit: string;
	/** Usual price; the generator varies it. */
	price: number;
}

const GOODS: Record<Language, Goods[]> = {
	zh: [
		['打印纸', '箱', 138], ['签字笔', '盒', 24], ['文件夹', '个', 8.5], ['订书机', '台', 32], ['计算器', '台', 56],
		['白板笔', '支', 6.8], ['档案盒', '个', 15], ['碎纸机', '台', 680], ['投影仪', '台', 3280], ['办公椅', '把', 459],
		['会议桌', '张', 1860], ['台灯', '盏', 129], ['插线板', '个', 45], ['保温杯', '个', 88], ['绿茶', '袋', 62],
		['矿泉水', '箱', 36], ['洗手液', '瓶', 18.5], ['垃圾袋', '卷', 9.9], ['硒鼓', '支', 265], ['网线', '米', 3.5],
		['电池', '节', 4.2], ['剪刀', '把', 12.5], ['胶水', '瓶', 5.6], ['笔记本', '本', 16.8],
	].map(([name, unit, price]) => ({ name, unit, price }) as Goods),
	en: [
		['Copy paper', 'box', 38.5], ['Ball pens', 'pack', 6.4], ['Ring binder', 'each', 4.25], ['Stapler', 'each', 12.9], ['Desk lamp', 'each', 34],
		['Whiteboard', 'each', 89], ['Markers', 'set', 9.75], ['Paper shredder', 'each', 129], ['Office chair', 'each', 215], ['Extension cord', 'each', 17.6],
		['Green tea', 'bag', 5.3], ['Hand soap', 'each', 3.8], ['Battery pack', 'pack', 8.9], ['Network cable', 'metre', 2.4], ['Scissors', 'each', 7.2],
		['Envelopes', 'pack', 5.95], ['Notebook', 'each', 4.6], ['Toner', 'each', 74], ['Wall clock', 'each', 26.5], ['Coffee beans', 'bag', 13.8],
		['Tape measure', 'each', 11.3], ['Work gloves', 'pair', 6.7], ['Paint brush', 'each', 4.9], ['Folding table', 'each', 96],
	].map(([name, unit, price]) => ({ name, unit, price }) as Goods),
};

const DESCRIPTIONS: Record<Language, string[]> = {
	zh: [
		'适用于日常办公打印，纸面平整不易卡纸', '书写流畅，换芯方便，每盒十二支装', '可调节高度，承重一百二十公斤，三年质保',
		'全铜线芯，带过载保护开关，线长三米', '食品级不锈钢内胆，保温时间可达十二小时', '静音设计，一次可处理十张纸，容量二十升',
		'送货上门并免费安装，旧件可以折价回收', '环保材料制成，颜色可选灰色、蓝色或白色', '包装内含说明书、保修卡和备用配件一套',
	],
	en: [
		'For daily use in the office, packed in boxes of five', 'Smooth writing and easy to refill, twelve in a pack', 'Adjustable height, carries up to 120 kg',
		'With overload switch and a three metre cable', 'Made of recycled board, grey or blue cover', 'Quiet motor, takes ten sheets at a time',
		'Delivered and set up free of charge', 'Spare parts and manual are part of the package', 'Stainless steel blade with soft handles',
	],
};

const SENTENCES: Record<Language, string[]> = {
	zh: [
		'本公司将于下月初搬迁至新的办公地点，届时请各部门提前整理好文件资料。',
		'图书馆每周二至周日开放，周一闭馆整理图书，节假日另行通知。',
		'请在领取设备时核对数量和型号，如有问题请当场提出。',
		'为了节约用水，请大家随手关好水龙头，发现漏水及时报修。',
		'培训课程共分为三个阶段，每个阶段结束后都有一次小测验。',
		'仓库管理员应当每天检查温度和湿度，并做好书面记录。',
		'新产品的试用反馈良好，多数客户认为操作简单、外观大方。',
		'参加活动的同事请于早上八点在正门集合，自备雨具和饮用水。',
		'食堂从今天起增加素食窗口，价格与普通套餐相同。',
		'所有报销单据必须在月底之前交到财务部，过期不再受理。',
		'园区内限速二十公里，请按照标志停放车辆，不要占用消防通道。',
		'这份报告总结了今年上半年的主要工作，并提出了下一步计划。',
		'运输途中如发生破损，请保留包装并联系客服人员处理。',
		'志愿者们利用周末时间修剪树木、清理河道，受到了居民的好评。',
	],
	en: [
		'The office will move to a new building next month, so please sort your files in time.',
		'The library is open from Tuesday to Sunday and closed on public holidays.',
		'Please check the number and the model when you collect your equipment.',
		'Turn off the lights when you leave the room and report broken lamps.',
		'The training has three parts, and each part ends with a short test.',
		'Our storeroom is checked every morning for temperature and damp air.',
		'Early reports about the new product are good, and most users find it simple.',
		'Visitors meet at the main gate at eight and should bring water and rain coats.',
		'The canteen now serves a meal without meat every day at the same price.',
		'All receipts must reach the finance team before the end of the month.',
		'Cars may not go faster than twenty on the site or park in front of the gates.',
		'This report sums up the first half of the year and looks at the next steps.',
		'If a parcel arrives damaged, keep the box and call our support team.',
		'Volunteers spent their weekend planting trees and cleaning the river bank.',
	],
};

const TITLES: Record<Language, string[]> = {
	zh: ['关于办公室搬迁的通知', '社区图书馆使用说明', '园区安全管理简报', '员工培训月报', '志愿者活动纪要', '仓库管理须知'],
	en: ['Notice to all staff', 'News from the site', 'Monthly training report', 'House rules for visitors', 'Volunteer day summary', 'Guide to the storeroom'],
};

const REMARKS: Record<Language, string[]> = {
	zh: ['请提前一天通知', '送货前电话联系', '周末不送货', '需要发票原件', '已核对无误', '按合同执行'],
	en: ['Please call before delivery', 'Checked and approved', 'No delivery on Friday', 'Handle with care', 'Original copy needed', 'As agreed by phone'],
};

const AMOUNT = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An amount with two decimals and thousands separators. */
export function money(amount: number): string {
	return AMOUNT.format(amount);
}

/** Words and numbers of one language, drawn from one random stream. */
export class Texts {
	private readonly random: Random;
	readonly language: Language;

	constructor(random: Random, language: Language) {
		this.random = random;
		this.language = language;
	}

	person(): string {
		const { random } = this;
		return this.language === 'zh' ? random.pick(SURNAMES) + random.pick(GIVEN) : `${random.pick(FIRST)} ${random.pick(LAST)}`;
	}

	company(): string {
		const { random, language } = this;
		const brand = random.pick(BRANDS[language]);
		const trade = random.pick(TRADES[language]);
		return language === 'zh' ? `${this.city()}${brand}${trade}有限公司` : `${brand} ${trade} ${random.pick(['Ltd', 'Company', 'Group'])}`;
	}

	city(): string {
		return this.random.pick(CITIES[this.language]);
	}

	address(): string {
		const { random, language } = this;
		const street = random.pick(STREETS[language]);
		const number = random.int(2, 298);
		return language === 'zh' ? `${this.city()}市${street}${number}号` : `${number} ${street}, ${this.city()}`;
	}

	department(): string {
		return this.random.pick(DEPARTMENTS[this.language]);
	}

	date(): string {
		const { random } = this;
		const [year, month, day] = [random.int(2021, 2026), random.int(1, 12), random.int(1, 28)];
		const two = (value: number) => String(value).padStart(2, '0');
		if (this.language === 'zh' && random.chance(0.5)) return `${year}年${month}月${day}日`;
		return `${year}-${two(month)}-${two(day)}`;
	}

	time(): string {
		return `${String(this.random.int(8, 20)).padStart(2, '0')}:${String(this.random.int(10, 59))}`;
	}

	phone(): string {
		const { random } = this;
		return this.language === 'zh' ? `13${random.digits(9)}` : `${random.digits(3)}-${random.digits(4)}`;
	}

	email(): string {
		return `${this.random.pick(LAST).toLowerCase()}${this.random.int(20, 99)}@example.com`;
	}

	/** A number such as AB-20417: letters that are hard to mistake for digits. */
	code(): string {
		const letters = 'ABCDEFHKMNPRTWXY';
		const pick = () => letters[this.random.int(0, letters.length - 1)] ?? 'A';
		return `${pick()}${pick()}-${this.random.digits(5)}`;
	}

	digits(count: number): string {
		return this.random.digits(count);
	}

	plate(): string {
		return `粤B${this.random.digits(5)}`;
	}

	goods(count: number): Goods[] {
		return this.random.sample(GOODS[this.language], count).map((goods) => ({
			...goods,
			price: Math.round(goods.price * this.random.between(0.8, 1.3) * 20) / 20,
		}));
	}

	descriptions(count: number): string[] {
		return this.random.sample(DESCRIPTIONS[this.language], count);
	}

	sentences(count: number): string[] {
		return this.random.sample(SENTENCES[this.language], count);
	}

	title(): string {
		return this.random.pick(TITLES[this.language]);
	}

	remark(): string {
		return this.random.pick(REMARKS[this.language]);
	}
}
