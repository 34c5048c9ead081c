// Numbers as they are printed, with where and by which convention.
import type { NumberContext } from '../../../nodes/HuaweiOcr/layout/values/number.ts';

export interface NumberForm {
	text: string;
	/** undefined: must not become a number. */
	value: number | undefined;
	where: string;
	context?: NumberContext;
}

type Row = readonly [text: string, value: number | undefined, context?: NumberContext];

const eu = ['12,50', '7,99', '1.240,00'];
const us = ['12.50', '7.99', '1,240.00'];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
	'plain figures': [
		['14人', 14], ['12%', 12], ['-12', -12], ['−5', -5], ['100.00-', -100], ['USD-100', -100], ['-¥100', -100],		['0', 0], ['7', 7], ['42', 42], ['2417', 2417], ['00417', 417], ['0.00', 0], ['-0.00', 0], ['999999999999999', 999999999999999],
	],
	'US, GB, CN, IN, MY, TH: comma parts thousands, point before decimals': [
		['3,417', 3417], ['3,417.25', 3417.25], ['1,003,417.5', 1003417.5], ['3417.25', 3417.25], ['0.5', 0.5], ['12.5', 12.5], ['$3,417.25', 3417.25],
		['US$ 41.70', 41.7], ['£18.05', 18.05], ['HK$128.00', 128], ['S$ 9.90', 9.9], ['A$1,200.00', 1200], ['RM12.50', 12.5], ['RM 4,310.00', 4310], ['฿1,250.00', 1250],
		['1,250.00 บาท', 1250], ['₹ 845.00', 845], ['Rs. 845.00', 845], ['Rs.845', 845], ['PHP 2,340.75', 2340.75], ['3,417.25 USD', 3417.25], ['NT$1,280', 1280],
	],
	'DE, AT, NL, ES, IT, BR, ID: point parts thousands, comma before decimals': [
		['3.417,25', 3417.25], ['1.003.417,50', 1003417.5], ['18,05', 18.05], ['0,5', 0.5], ['3.417,25 €', 3417.25], ['€ 3.417,25', 3417.25], ['EUR 18,05', 18.05], ['18,05 EUR', 18.05],
		['R$ 1.280,90', 1280.9], ['R$1.280', 1280], ['kr 1.280,00', 1280], ['1.280 kr.', 1280], ['₺1.280,50', 1280.5], ['SUMME EUR 18,05', 18.05], ['2.003.417', 2003417],
	],
	'FR, PL, SE, NO, CZ, RU: space parts thousands': [
		['3 417,25', 3417.25], ['3\u202f417,25 €', 3417.25], ['1\u00a0003\u00a0417,50', 1003417.5], ['12 400 kr', 12400], ['1 280,00 zł', 1280], ['12 400 Kč', 12400], ['3 417,25 руб.', 3417.25], ['3 417 ₽', 3417],
		['3 417.25', 3417.25], ['24 500', 24500],
	],
	'CH, LI: apostrophe parts thousands': [
		["3'417.25", 3417.25], ['3’417.25', 3417.25], ["CHF 1'003'417.05", 1003417.05], ["Fr. 3'417.-", 3417], ['Fr. 45.–', 45], ['CHF 45.--', 45], ['CHF 12-', 12], ["SFr. 1'280.-", 1280], ['CHF -.50', 0.5], ['Fr. –.80', 0.8], ['3´417.25', 3417.25], ['Fr.45', 45], ["3' 417.25", 3417.25], ["5' 11", undefined],
	],
	'IN, PK, BD: lakh and crore': [
		['3,41,725', 341725], ['12,03,41,725.50', 120341725.5], ['₹3,41,725/-', 341725], ['Rs. 500/-', 500], ['Rs 1,250/-', 1250], ['2.5 lakh', 250000], ['₹ 3 crore', 30000000], ['4 lakhs', 400000], ['INR 3,41,725.00', 341725],
		['₹ 12.50 Cr', undefined], ['१,२५०.००', 1250], ['৳ ১,২৫০', 1250],
	],
	'AE, EG, IR: figures of their own': [['١٢٣', 123], ['١٬٢٣٤٫٥٠', 1234.5], ['۱۲۳۴', 1234], ['AED 1,250.00', 1250]],
	'figures of other scripts': [['੧੨੩', 123], ['૧૨૩', 123], ['୧୨୩', 123], ['௧௨௩', 123], ['౧౨౩', 123], ['೧೨೩', 123], ['൧൨൩', 123], ['໑໒໓', 123], ['༡༢༣', 123], ['၁၂၃', 123], ['១២៣', 123], ['᠑᠒᠓', 123], ['០៩', 9]],
	'TH: Thai figures': [['๑๒๓', 123], ['๑,๒๕๐.๐๐ บาท', 1250]],
	'full-width figures of CN and JP': [['４１７', 417], ['￥３，４１７．２５', 3417.25], ['３４１７円', 3417], ['１２．５％', 12.5], ['－４１７', -417]],
	'CN': [
		['¥3,417.25', 3417.25], ['￥ 3417.25元', 3417.25], ['人民币3417.25元', 3417.25], ['RMB 3,417.25', 3417.25], ['3417元整', 3417], ['417元/月', 417], ['3件', 3], ['约30人', 30], ['第3号', 3], ['共12页', 12], ['3.5万', 35000], ['3.5万元', 35000], ['5千元', 5000], ['2百万元', 2000000],
		['1.2亿', 120000000], ['1.5万亿', 1.5e12], ['1.5万亿元', 1.5e12], ['3千万', 30000000], ['1亿2千万元', 120000000], ['3万5千', 35000], ['5千克', 5], ['5千瓦时', 5], ['30万人次', 300000], ['负417.50', -417.5], ['-417.50元', -417.5], ['5仟元', 5000], ['3十', undefined],
		['12百分点', undefined], ['5兆', undefined], ['零下5', undefined], ['12一', undefined], ['口12', undefined], ['借 1,000.00', undefined], ['1万2', undefined],
	],
	'CN, TW: capital amounts': [
		['壹仟贰佰叁拾肆元伍角陆分', 1234.56], ['人民币叁万伍仟元整', 35000], ['壹拾元整', 10], ['拾元整', 10], ['⊗玖佰捌拾圆整', 980], ['贰佰零伍元整', 205], ['壹仟零伍拾元叁角', 1050.3], ['伍亿零叁佰万元整', 503000000], ['壹 仟 零 佰 零 拾 伍 元', 1005], ['肆佰元零伍分', 400.05], ['柒萬貳仟圓整', 72000],
		['人民币(大写)叁佰元整', 300], ['零元整', 0], ['壹仟万元整', 10000000], ['壹亿元整', 100000000], ['贰亿零伍万零叁元整', 200050003], ['壹佰贰佰元整', undefined], ['贰佰壹仟元整', undefined], ['叁佰元伍角', 300.5], ['伍元贰角零捌分', 5.28], ['佰亿元整', undefined], ['佰万元整', undefined], ['壹壹元整', undefined], ['佰元整', undefined], ['壹佰仟元整', undefined], ['元整', undefined], ['万元', undefined], ['壹仟贰佰', undefined], ['壹仟贰佰O叁元', undefined],
	],
	'JP': [
		['¥3,417-', 3417], ['￥417-', 417], ['3,417円', 3417], ['1,200千円', 1200000], ['35百万円', 35000000], ['1億2345万円', 123450000], ['1万2345円', 12345], ['▲3,417', -3417], ['△417', -417], ['▲ 3,417', -3417], ['▲3,417円', -3417], ['¥▲3,417', -3417], ['-3,417円', -3417],
		['▲3.5%', undefined], ['¥417.50-', undefined], ['3,417-', 3417, { locale: 'ja' }], ['3,417-', 3417, { amounts: ['1,200円', '300円'] }], ['5個', 5], ['3名', 3], ['税込 417円', 417], ['12ロ', undefined],
	],
	'KR': [['₩12,000', 12000], ['12,000원', 12000], ['3만원', 30000], ['3만 5천원', 35000], ['1억원', 100000000], ['5천원', 5000], ['12.000원', 12000]],
	'currencies without decimals: point parts thousands': [
		['Rp 85.000', 85000], ['Rp85.000', 85000], ['Rp.85.000', 85000], ['85.000 IDR', 85000], ['Rp 1.285.000', 1285000], ['Rp 85.000,00', 85000], ['35.000 VND', 35000], ['270.000₫', 270000], ['270.000 đ', 270000], ['35.000đ', 35000], ['JPY 4.800', 4800], ['4.800円', 4800], ['KRW 52.000', 52000],
		['CLP 7.990', 7990], ['CLP$ 7.990', 7990], ['COP 32.500', 32500], ['₲ 45.000', 45000], ['7.990 Ft', 7990], ['12 990 Ft', 12990], ['45.000 FCFA', 45000], ['₡ 3.500', 3500], ['85.000', 85000, { currency: 'IDR' }], ['$ 7.990', 7990, { currency: 'CLP' }], ['VND 1,250,000', 1250000], ['Rp 1.234.56', undefined],
	],
	'currencies with three decimals': [['KWD 4.250', 4.25], ['BHD 12.500', 12.5], ['OMR 1,250.500', 1250.5], ['TND 4,250', undefined]],
	'a single separator before three figures': [
		['1.417', 1.417], ['1,417', 1417], ['€ 1.417', undefined], ['1.417 €', undefined], ['$ 1.417', undefined], ['¥ 1.417', undefined], ['€1,417', 1417], ['1,417 €', undefined], ['RM 1.417', 1.417], ['1.417元', 1.417], ['R$ 1,417', undefined],
		['1.417', 1417, { amounts: eu }], ['1.417', 1.417, { amounts: us }], ['1,417', 1417, { amounts: us }], ['1,417', 1.417, { amounts: eu }], ['1.417 €', 1417, { amounts: eu }], ['€ 1.417', 1.417, { amounts: us }], ['1,417 €', undefined, { amounts: eu }], ['1.417', 1417, { locale: 'de-DE' }], ['1.417', 1.417, { locale: 'en-GB' }], ['1,417', 1.417, { locale: 'fr' }],
		['85.000', 85000, { amounts: ['25.000', '60.000', '85.000', 'Total'] }], ['85.000', undefined, { amounts: ['25.000', '85.000'] }], ['1.375', undefined, { amounts: ['2.125', '0'] }], ['85.000', undefined, { amounts: ['25.125', '60.000', '85.000'] }], ['85.000', 85, { amounts: [...us, '25.000'] }], ['1.250 kg', 1.25], ['1,250 kg', undefined], ['1,250 kg', 1.25, { amounts: eu }], ['1,250 kg', 1250, { amounts: us }],
		['0.417', 0.417], ['0,417', 0.417], ['1.417', 1.417, { locale: 'no such thing' }], ['1.417', 1.417, { amounts: ['18.03.2026', '10:30', 'Tel. 030-1234', 'x'.repeat(200)] }],
		['1.417', undefined, { amounts: ['12,50', '12.50', '2.000'] }], ['1.417', 1417, { amounts: ['12,50', '13,50', '14,50', '8,10', '12.50'] }],
	],
	'no figure before the decimal sign': [
		['.75', 0.75], ['$.75', 0.75], ['-.75', -0.75], [',75', 0.75], ['€ ,75', 0.75], ['.5', 0.5], ['RM .75', 0.75], ['RM.75', 0.75], ['.750 kg', 0.75], [',750', undefined], ['Rs..75', 0.75], ['No.75', 75], ['Total.75', undefined], ['...75', 75], ['.......12.50', 12.5], ['. 75', undefined],
	],
	'space beside a separator': [
		['38 .20', 38.2], ['38. 20', 38.2], ['38 . 20', 38.2], ['38 ,20', 38.2], ['38, 20', 38.2], ['1 417, 25', 1417.25], ['1, 417.25', 1417.25], ['1 ,417.25', 1417.25], ['1,417 .25', 1417.25], ['1. 417,25', 1417.25], ['7. 250000', 7.25], ['RM 38 .20', 38.2], ['1. 5', undefined], ['3, 4', undefined], ['1. 417', undefined], ['38 20', undefined], ['38.2 0', undefined],
	],
	'misread figures': [
		['2O.OO', undefined], ['l23.45', undefined], ['1O0', undefined], ['I2.50', undefined], ['12.5O', undefined], ['12.S0', undefined], ['1Z.50', undefined], ['B.50', undefined], ['5O', undefined], ['O.89', undefined], ['12.50O', undefined], ['l 23.45', undefined], ['|12.50', undefined], ['12.5 O', undefined], ['1 OO', undefined], ['З5.00', undefined], ['12,5О', undefined], ['$l2.50', undefined], ['12..50', undefined], ['12.,50', undefined], ['1,23.4,5', undefined], ['12;50', undefined], ['12:50', undefined], ['~12', undefined], ['^12', undefined], ['12?50', undefined], ['12"', undefined], ['12/50', undefined],
	],
	'tax class, star, footnote behind a price': [
		['8,49 A', 8.49], ['8,49 B', 8.49], ['8.49 T', 8.49], ['8.49 K', 8.49], ['8,49A', 8.49], ['8.49*', 8.49], ['8.49 *', 8.49], ['8,49 B *', 8.49], ['*8.49', 8.49], ['***8.49***', 8.49], ['8.49 N', 8.49], ['8.49 X', 8.49], ['8.49 SR', 8.49], ['8.49 ZR', 8.49], ['8,49 € A', 8.49], ['8,49 €*', 8.49], ['8.49†', 8.49], ['8,49B', undefined], ['8 B', undefined], ['$1.25 B', undefined], ['8.5 M', undefined], ['8.49 M', undefined], ['8.4 B', undefined],
	],
	'raised and index figures': [
		['64.5㎡', 64.5], ['64.5 m²', 64.5], ['64.5m³', 64.5], ['64.5 m2', 64.5], ['120³', 120], ['3,417.25¹', 3417.25], ['3,417.25¹⁾', 3417.25], ['417 ²', 417], ['417①', 417], ['① 417', 417], ['⑴417', 417], ['10⁶', undefined], ['12⁵⁰', undefined], ['45 km²', 45], ['2½', 2.5], ['½', 0.5], ['3 ¼', 3.25], ['3¾', 3.75], ['3.5½', undefined], ['3½ 4', undefined], ['1234½', undefined], ['⅓', undefined], ['1 1/2', undefined], ['5 cm₃', 5],
	],
	'signs': [
		['-417', -417], ['− 417', -417], ['–417.25', -417.25], ['+417', 417], ['417.25-', -417.25], ['417,25 -', -417.25], ['417,25+', 417.25], ['417-', undefined], ['417-', -417, { amounts: us }], ['417-', undefined, { amounts: ['CHF 12.50'], currency: 'EUR' }], ['3,417-', undefined], ['(417.25)', -417.25], ['(417)', -417], ['($417.25)', -417.25], ['$(417.25)', -417.25], ['€ -417,25', -417.25], ['-€417,25', -417.25], ['417,25- EUR', -417.25],
		['417.25 CR', 417.25], ['417.25CR', 417.25], ['417.25 DR', -417.25], ['417.25Dr', -417.25], ['DR 417.25', -417.25], ['417,25 Soll', undefined], ['417,25 Haben', 417.25], ['(5%)', undefined], ['(12 kg)', undefined], ['12 (13)', undefined], ['(1) 500', undefined], ['-417-', undefined], ['--417', undefined], ['(-417)', undefined], ['(417', undefined], ['417)', undefined], ['417 - 5%', undefined], ['±417', undefined], ['<417', undefined], ['> 417', undefined], ['AB-417', undefined], ['Total - 417', undefined], ['Total -417', -417], ['Total: - 417', -417], ['minus 417', undefined], ['less 417', undefined], ['417-5', undefined],
	],
	'letters of banks': [['417,25 S', undefined], ['417,25 H', 417.25], ['R$ 417,25 D', -417.25], ['R$ 417,25 C', 417.25], ['417,25 D', undefined], ['417.25 S', 417.25], ['1,23,456.78 Cr', 123456.78], ['Rs 1,23,456.78 Cr', 123456.78], ['12.50 Cr', 12.5], ['12.5 Cr', undefined], ['₹5.5L', undefined], ['5.5 L', 5.5]],
	'two currencies': [['€$12.50', undefined], ['USD 12.50 EUR', undefined], ['¥12.50元', 12.5], ['$12.50 USD', 12.5], ['NT$ 1,280元', 1280], ['€ 1,280元', undefined], ['kr 12,50 SEK', 12.5], ['50¢', undefined], ['4.50 USD/EUR', 4.5], ['FR 123 456 789', undefined], ['DE 123 456 789', undefined], ['EUR 123 456 789', 123456789]],
	'parts of units': [['5角', undefined], ['50銭', undefined], ['3割', undefined], ['千分之3', undefined], ['8折', 8]],
	'counted and measured': [['1.250 Stück', undefined], ['1.250 Stück', 1250, { amounts: eu }], ['1,250 pcs', 1250], ['1,000 UN', undefined], ['10,00 UN', 10], ['1.250 pcs', undefined], ['2,500 KG', undefined], ['2.500 KG', 2.5]],
	'ends of prices': [['1.234,-', 1234], ['€ 1.234,-', 1234], ['1.234,-- EUR', 1234], ['1,234.-', 1234], ['12,-', 12], ['12.-', 12], ['12,--', 12], ['12,– €', 12], ['12:-', 12], ['500/-', 500], ['1,500/=', 1500], ['12.50=', 12.5], ['=12.50', 12.5], ['#12.50#', 12.5], ['12.', 12], ['1,417.', 1417], ['12,', undefined], ['-12,-', -12]],
	'units and words': [
		['12 kg', 12], ['12kg', 12], ['2.5L', 2.5], ['3 pcs', 3], ['3x', 3], ['x3', 3], ['×3', 3], ['3×', 3], ['à 1,99', 1.99], ['1st', undefined], ['D 12345', undefined], ['3 Stk.', 3], ['12 %', 12], ['12.5‰', 12.5], ['%18', 18], ['21 °C', 21], ['30 days', 30], ['30 days net', 30], ['4.50/kg', 4.5], ['€ 4,50 / kg', 4.5], ['@ 4.50', 4.5], ['approx. 30', 30], ['Total 12.50', 12.5], ['Total: 12.50', 12.5], ['No. 12', 12], ['Nr.12', 12], ['12 (kg)', 12], ['12.50 (USD)', 12.5], ['64 kWh', 64], ['5 m', 5], ['5 h', 5], ['_____12.50', 12.5], ['| 12.50 |', 12.5], ['12.50 incl. VAT', 12.5],
		['12kgx', undefined], ['12foo', undefined], ['foo12', undefined], ['A12', undefined], ['沪A12345', undefined], ['2 x 3', undefined], ['2x3', undefined], ['1 of 3', undefined], ['1/3', undefined], ['1-3', undefined], ['10 mg x 3', undefined], ['1.5e3', undefined], ['1.5E+06', undefined], ['0x1F', undefined], ['12px3', undefined],
	],
	'words that multiply': [
		['5 million', 5e6], ['2,5 Mio. €', 2.5e6], ['2,5 Mio €', 2.5e6], ['€ 1,2 Mrd.', 1.2e9], ['3 Tsd.', 3000], ['1,5 Milliarden', 1.5e9], ['2 millions', 2e6], ['1,5 milhões', 1.5e6], ['5 juta', 5e6], ['Rp 5 juta', 5e6], ['2,5 triệu', 2.5e6], ['12 тыс. руб.', 12000], ['3 ล้านบาท', 3e6], ['3 ล้าน', 3e6], ['5 แสนบาท', 500000], ['12 พันธุ์', undefined], ['2 พันล้านบาท', 2e9],
		['5M', undefined], ['5K', undefined], ['5 k', undefined], ['5k', undefined], ['2 bn', undefined], ['2 mn', undefined], ['2 billion', undefined], ['3 mil', undefined], ['$5m', undefined], ['Mio. EUR 5', undefined], ['2 dozen', undefined], ['3 hundred', undefined],
	],
	'a rate beside an amount': [
		['6% 3.10', 3.1], ['6 % 3.10', 3.1], ['19,00 % 8,35', 8.35], ['GST 6% 3.10', 3.1], ['GST 6% | 3.10', 3.1], ['VAT 19%: 8.35', 8.35], ['MwSt (19 %) 8,35', 8.35], ['3.10 (6%)', 3.1], ['3.10 6%', 3.1], ['119.00 (incl. 19% VAT)', 119], ['%18 4,20', 4.2], ['@6% 3.10', 3.1], ['7% €4.20', 4.2],
		['6%', 6], ['GST 6%', 6], ['A 19,0% 1,40', 1.4], ['B=7,0% 1,40', 1.4], ['7 % 19 %', undefined], ['6% 40.00 2.40', undefined], ['100-5%', undefined], ['100 x 5%', undefined], ['5-10%', undefined], ['5–10 %', undefined], ['6%3.10', 3.1],
	],
	'words beside numbers': [
		['Bremen, 12', 12], ['Soap & Co 12', 12], ['Qty/Total 12', 12], ['Sub-Total 12', 12], ["Total' 12", undefined], ['/12', undefined], ['& 12', undefined], [', 12', undefined], ["'12", undefined], ['red blue green white black 12', 12], ['red blue green white black grey 12', undefined], ['12 red blue green white black', 12], ['12 red blue green white black grey', undefined],
		['-Total 12', undefined], ['- red 12', undefined], ['- -417', undefined], ['-▲417', undefined], ['-负417', undefined], ['负-417', undefined], ['р12', undefined], ['12р', undefined], ['12 р.', 12], ['đ12.000', 12000], ['X12', undefined], ['X 12', undefined], ['合計 12', 12], ['総額ロ12', undefined], ['口 12', undefined], ['12 口', undefined], ['12コ', 12], ['12 ロ', undefined], ['총12', 12], ['12 ชิ้น', 12], ['12 q', undefined], ['12€foo', undefined], ['12€ foo', 12], ['12,-EUR', 12], ['12.5S$', undefined], ['12.50 S$', 12.5], ['12 pcs. net', 12], ['12 pcs, net', 12], ['12 semi-dry', 12], ['12 kg/m', 12], ['12 &', undefined], ['12 kg & bag', 12], ['12 ,net', undefined], ['12_', 12], ['12 net %', undefined], ['4.50/l', 4.5], ['4.50/million', undefined], ['$5 m', undefined], ['$5 per m', 5], ['8.49 B T', undefined],
		['12 net million', undefined], ['2,5 EUR Mio.', 2.5e6], ['12 kg million', undefined], ['12*万', undefined], ['12 ชิ้น ล้าน', undefined], ['5元万', undefined], ['5万万', undefined], ['5亿万', undefined], ['5百千', 500000], ['5千百', undefined], ['5兆瓦', 5], ['5万口', undefined], ['4.800日元', 4800], ['合计日元4.800', 4800], ['人民币1.417', 1.417], ['1.417港元', 1.417], ['1.417公斤', 1.417], ['1,417公斤', undefined], ['1.417个', undefined],
	],
	'numbers in parts': [['1万2千3百', 12300], ['1千2千', undefined], ['2千1万', undefined], ['1亿2.5千万', undefined], ['1.5万3千', undefined], ['1万0234', 10234], ['1万23455', undefined], ['1亿1234万5678', 112345678], ['-1亿2千万', -1.2e8], ['1亿2千万-', undefined], ['1亿2千万 X', undefined], ['1亿2千万 CR', undefined], ['3억 5천만원', 350000000], ['1万2亿', undefined]],
	'signs of banks, prices and countries': [
		['-(417)', undefined], ['(417.25)-', undefined], ['(417.25) DR', undefined], ['-417,25-', undefined], ['417 kg -', undefined], ['417.25 DR-', undefined], ['417.25- kg', undefined], ['417.25-A', undefined], ['-417.25 DR', undefined], ['417.25 DR CR', undefined], ['DR417.25', undefined], ['CR 417.25', 417.25], ['DR -417.25', undefined], ['Cr 12.5', undefined], ['CHF -1.50', -1.5], ['CHF -0.50', -0.5], ['-CHF .50', -0.5], ['CHF 12.50-', -12.5], ['12-', 12, { locale: 'de-CH' }], ['417-', 417, { currency: 'JPY' }], ['417 -', undefined, { amounts: us }], ['€ 417-', undefined, { amounts: us }], ['417+', undefined], ['+1 234,50', 1234.5], ['DE 1 234,50', 1234.5], ['▲3 kg', undefined], ['-5% 40.00', undefined], ['5% -40.00', undefined], ['5%/40.00', undefined], ['No,75', undefined], ['RM,75', 0.75], [',,75', undefined], ['.,75', undefined], ['_.75', undefined],
	],
	'no numbers': [
		['', undefined], [' ', undefined], ['x', undefined], ['-', undefined], ['.', undefined], ['N/A', undefined], ['2026-11-09', undefined], ['09.11.2026', undefined], ['09/11/2026', undefined], ['10:30', undefined], ['10:30:00', undefined], ['030-8845120', undefined], ['+49 30 884512', undefined], ['+49 301 884', undefined], ['0800 123 456', undefined], ['192.168.100.200', undefined], ['192.168.0.1', undefined], ['1.2.3', undefined], ['12 34', undefined], ['1,23,45', undefined], ['12345678901234567', undefined], ['4111 1111 1111 1111', undefined], ['DE89 3704', undefined], ['2026年3月', undefined], ['3年2月', undefined], ['1、2', undefined], ['12～15', undefined], ['12~15', undefined], ['#A12', undefined], ['1)', undefined], ['a) 12 b) 13', undefined], ['12 12', undefined], ['9'.repeat(200), undefined],
	],
};

export const NUMBER_FORMS: readonly NumberForm[] = Object.entries(ROWS).flatMap(([where, rows]) =>
	rows.map(([text, value, context]) => ({ where, text, value, ...(context ? { context } : {}) })),
);
