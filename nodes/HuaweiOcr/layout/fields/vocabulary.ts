// Words that forms label their fields with: evidence that a text is a label though nobody named it, and
// of what stands behind it. Evidence only: a text that consists of such words may still be a value.

import { mayHoldLetters } from '../characters';

/** Latin words, in lower case. A text is a label by its words when all of them are here or in `FILLERS`. */
const WORDS = new Set(
	(
		'account accounts address age agent amount amt applicant application approved approval article assignee attention author authorised authorized ' +
		'balance bank batch bic bill billing birth birthday booking branch brand buyer cashier category cell change charge charges charged ' +
		'check checked city class client code colour color comments commodity company condition conditions consignee consignor contact ' +
		'contract cost costs counter country county currency customer date day dated deadline debit delivery department departure dept ' +
		'description destination details diagnosis discount district division document driver due duration email e-mail employee employer ' +
		'end estimate estimated exchange expires expiry fax fee field firm first flight floor form freight from full gate gender given gender ' +
		'grand gross gst guest height holder hours hst iban id identification incoterms invoice invoices issue issued issuer item items job ' +
		'last lastname firstname surname licence license line location lot mail maker manager manufacturer marital material member ' +
		'middle mobile mode model month name names nationality net nights no nr num number numbers occupation office operator order ' +
		'origin other owner page pages passenger passengers passport payable payee payer payment percent period person persons phone pin place ' +
		'plate po policy port position postal postcode price print printed prepared product profession program project province purchase ' +
		'purpose qty quantity quote rate reason receipt received receiver recipient ref reference region registered registration remark ' +
		'remarks remitter required reporter request requested requester respondent return rev revision room rooms rounding route ' +
		'salesman salesperson sales seal seat section security sender serial service services sex sheet shift ship shipment shipped shipper ' +
		'shipping sign signature signatory signed size sku ssn staff start state station statement status street subject sub subtotal sum ' +
		'supervisor supplier supplies surcharge swift table tax taxable tel telephone term terminal terms ticket time tin title to tool total totals ' +
		'town tracking transaction transport type unit uom until usage use valid validity value vat vehicle vendor version vessel visa ' +
		'volume voucher warehouse website weight witness work year zip zone cc subtotal tender withdrawals deposits opening closing ' +
		'anschrift abteilung bearbeiter betrag datum email fällig faellig gesamt gesamtbetrag gesamtsumme kunde kunden kundennummer kundennr mwst ust netto brutto nummer ort plz ' +
		'rechnung rechnungsnummer rechnungsdatum lieferdatum lieferant menge preis einzelpreis steuer steuernummer straße strasse summe ' +
		'telefon unterschrift verwendungszweck zahlbar zahlung betreff vorname nachname geburtsdatum bestellung bestellnummer bestelldatum zwischensumme ' +
		'adresse client commande facture montant numéro numero nom prénom prenom tva quantité prix téléphone échéance signature objet total ttc ht ' +
		'cantidad cliente dirección direccion fecha factura importe nombre precio teléfono telefono total iva apellido correo empresa ' +
		'indirizzo cognome nome fattura importo quantità prezzo data totale endereço cidade valor nota cnpj cpf'
	).split(/\s+/),
);

/** Words of labels that are values as often: they count only beside others. */
const SOFT = new Set('middle first last end full from port guest check cash charge mobile given gender partner manager employee grand gross other level final origin out in seal student driver north south male female single married yes no'.split(' '));
const FILLERS = new Set('a of the and or for in on by at to & per your our is de du la le der die das des und et y e with as if any incl excl inclusive exclusive including excluding st nd'.split(' '));

/** Whether a word only joins others. */
export function isFiller(word: string): boolean {
	return FILLERS.has(word.toLowerCase());
}

/** Chinese and Japanese words that labels consist of or end with. */
const HAN_ENDS =
	'编号|号码|单号|票号|卡号|账号|帐号|型号|批号|序号|工号|学号|税号|车号|箱号|件号|证号|代号|牌号|订单号|合同号|流水号|参考号|终端号|识别号|注册号|档案号|车牌号|座位号|航班号|代码|编码|校验码|邮编|条码|名称|品名|姓名|户名|全称|简称|' +
	'日期|时间|期限|年月|年份|月份|有效期|截止日|到期日|生日|电话|手机|传真|邮箱|网址|微信|地址|住址|住所|地点|籍贯|国籍|城市|省份|' +
	'单位|部门|公司|机构|机关|班级|学校|院系|专业|科室|科目|职务|职位|职称|岗位|学历|学位|民族|性别|年龄|血型|身高|体重|婚姻|政治面貌|' +
	'金额|合计|总计|小计|总额|税额|税率|单价|数量|价款|总价|余额|费用|预算|价税合计|大写|小写|人数|件数|重量|毛重|净重|体积|尺寸|规格|' +
	'备注|附注|说明|用途|事由|原因|理由|摘要|内容|项目|意见|方式|类型|类别|种类|等级|级别|状态|情况|结果|结论|目的|目的地|始发地|出发地|' +
	'签名|签字|签章|签署|盖章|公章|印章|审批|审核|批准|复核|经办|制单|开票|收款|付款|记账|出纳|领用|' +
	'申请人|经办人|负责人|联系人|代理人|收款人|付款人|开票人|复核人|审核人|批准人|代表人|法定代表人|法人|收货人|发货人|收件人|寄件人|承办人|填表人|填报人|持卡人|乘车人|用车人|领用人|借款人|报销人|' +
	'驾驶员|司机|驾驶人|所有人|受益人|担保人|委托人|被保险人|投保人|介绍人|证明人|监护人|购买方|销售方|购货方|销货方|客户|供应商|乘客|旅客|' +
	'身份证|证件|护照|车牌|车型|航班|舱位|登机口|座位|票价|开户行|开户银行|银行|币种|汇率|发票|合同|订单|经营范围|注册资本|主治医师|科别|床号|诊断|氏名|住所|電話|電話番号|生年月日|金額|合計|数量|単価|備考|品名|日付|番号|会社名|部署|' +
	'聯絡電話|電郵|地址|姓名|編號|號碼|日期|單價|數量|總計|備註|統一編號|發票';
const HAN_LABEL = new RegExp(`(?:${HAN_ENDS})$`, 'u');
const HAN_WHOLE = new Set(HAN_ENDS.split('|'));
/** Words that names end with as often as labels do: 招商银行 is a bank's name, 开户银行 labels one. */
const NAME_ENDS = /(?:银行|公司|学校|集团|機構|会社|銀行)$/u;
/** What stands before such a word in a label; all else is a name. */
const BEFORE_NAME_ENDS = new RegExp(
	`^(?:${HAN_ENDS}|付款|收款|开户|汇款|汇入|汇出|代理|发卡|托收|承兑|往来|交易|经办|受理|结算|贷款|所在|所属|工作|任职|就职|毕业|就读|承运|运输|保险|供货|快递|物流|货代|船|航空|服务|母|子|分|总|本|贵|我|甲方|乙方|委托|受托|购货|销货|购买|销售|买方|卖方|施工|承包|租赁|出租|承租|派遣|投标|中标|制造|生产|检测|维修|安装|供应|采购|使用|支付|取引|振込|勤務|運送|保険|会員|発注|受注)+$`,
	'u',
);
/** Longer Chinese text is a sentence or a name, whatever it ends with. */
const MOST_HAN = 9;

const withoutBrackets = (text: string): string => text.replace(/[([【〔（][^)\]】〕）]*[)\]】〕）]?/gu, ' ');

/** Whether a text consists of words that label fields. */
export function isLabelWords(text: string): boolean {
	if (!mayHoldLetters(text)) return false;
	const plain = withoutBrackets(text).normalize('NFKC').trim();
	const latin = (plain.toLowerCase().match(/[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}'’-]*/gu) ?? []).map((word) => word.replace(/['’]s?$/u, ''));
	const han = plain.replace(/[^\p{Script=Han}、]+/gu, '');
	const isLatin = latin.length > 0 && latin.length <= 6 && latin.some((word) => WORDS.has(word) && !SOFT.has(word)) && latin.every((word) => WORDS.has(word) || FILLERS.has(word));
	if (han === '') return isLatin && !/\d{3}|\d[.,:/-]\d/u.test(plain);
	if (/\d/.test(plain) || Array.from(han).length > MOST_HAN) return false;
	// Words with a space between them are several texts, unless each is a label: "陈思雨 性别" is none.
	const words = plain.split(/\s+/u).map((word) => word.replace(/[^\p{Script=Han}]+/gu, '')).filter((word) => word !== '');
	if (words.length > 1 && words.some((word) => word.length > 1) && !words.every((word) => HAN_LABEL.test(word))) return false;
	return HAN_LABEL.test(han) && !isName(han);
}

function isName(han: string): boolean {
	const end = NAME_ENDS.exec(han)?.[0];
	return end !== undefined && han !== end && !BEFORE_NAME_ENDS.test(han.slice(0, -end.length));
}

/** A Chinese text's first words that label fields, with more behind them. */
const HAN_LABEL_FIRST = new RegExp(`^(?=\\p{Script=Han}{2,${MOST_HAN}})\\p{Script=Han}{0,5}?(?:${HAN_ENDS})(?=[^\\s])`, 'u');

/**
 * Whether a Chinese text begins with words that label fields and goes on without a space, as entries of a list do
 * whose labels and values stand close together: "通讯地址成都市和平路195号". Evidence only.
 */
export function beginsWithHanLabel(text: string): boolean {
	return HAN_LABEL_FIRST.test(text) && !isLabelWords(text);
}

/** Whether a text is one Chinese word of those, by itself. */
export function isHanLabelWord(text: string): boolean {
	return HAN_WHOLE.has(text);
}

/**
 * The words at the begin of a text that label fields, when a value follows them: "Order number" of
 * "Order number AB-1".
 * @returns where the value begins; undefined when there is no such label or no value
 */
export function labelAtStart(text: string): number | undefined {
	if (!/^\s*[\p{Lu}\p{Script=Han}(（#]\S*\s/u.test(text)) return undefined;
	const words = [...text.matchAll(/\S+/gu)].slice(0, 6);
	let end: number | undefined;
	for (const [index, word] of words.entries()) {
		const next = words[index + 1];
		if (!next) break;
		const begin = text.slice(0, word.index + word[0].length);
		if (/\d/.test(word[0]) || (index === 0 && !/^[\p{Lu}\p{Script=Han}(（#]/u.test(begin))) break;
		if (isLabelWords(begin)) end = next.index;
	}
	return end;
}

/** What a label says about its value. */
export type Expectation = 'figure' | 'date' | undefined;

const DATE_LABEL = /(?:\b(?:date|datum|fecha|data|dated|birthday|expiry|deadline)\b|日期|年月日|生日|有效期|日付)/iu;
const FIGURE_ENDS = /(?:\b(?:no|nr|num|number|numéro|numero|nummer|id|tel|telephone|telefon|phone|mobile|fax|zip|postcode|iban|qty|quantity|age|total|totals|subtotal|amount|sum|summe|balance|price|vat|gst|tax|mwst|tva|iva|discount|change|rounding|betrag|importe|montant|time)\b[.:#\s]*|#|№|号|号码|编码|代码|校验码|邮编|电话|手机|传真|金额|合计|总计|小计|税额|税率|单价|数量|人数|年龄|時間|時刻|时间|號碼|編號|番号|電話|電話番号|手機|傳真|金額|合計|總計|単価|單價|數量|年齢)$|(?:nummer|nr|betrag|summe|preis)[.\s]*$/iu;

/** What has to stand behind a label, by its last words; undefined when they don't tell. */
export function expectationOf(label: string): Expectation {
	const plain = withoutBrackets(label).normalize('NFKC').trim();
	if (DATE_LABEL.test(plain)) return 'date';
	return /\b(?:sub|grand)?[- ]?total\b|合计|总计/iu.test(plain) || FIGURE_ENDS.test(plain.replace(/[\s:.]+$/u, '')) ? 'figure' : undefined;
}

/** A figure, also a Chinese one as amounts and dates are written with. */
const FIGURE = /[\p{Nd}零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]/u;

/** Whether a text can be what a label expects: a date and a number have figures. */
export function meetsExpectation(text: string): boolean {
	return FIGURE.test(text.normalize('NFKC'));
}
