// Numbers and ISO dates beside amounts and dates; what is not clearly one stays a text.
import { jsonOf } from './document.cts';

const typed = (documentType: string, fields: object, resource = 'invoice') =>
	jsonOf({ resource, documentType, operation: 'fields', options: { typedValues: true } }, fields)[0];

test.each([
	['trainTicket', 'ticket_price', '￥29.00', 'number', 29],
	['flightItinerary', 'total', 'CNY 2340.00', 'number', 2340],
	['flightItinerary', 'fare', 'CN 100.00', 'number', 100],
	['flightItinerary', 'fare', 'CN100.00', 'number', 100],
	['taxiInvoice', 'total', '164.5', 'number', 164.5],
	['vatInvoice', 'total', '￥1,234.50', 'number', 1234.5],
	['vatInvoice', 'subtotal_tax', '***', 'number', null],
	['vatInvoice', 'issue_date', '2017年08月30日', 'iso', '2017-08-30'],
	['trainTicket', 'departure_time', '2017年08月30日20:39', 'iso', '2017-08-30T20:39'],
	['taxiInvoice', 'date', '2019-05-03', 'iso', '2019-05-03'],
	['tollInvoice', 'date', '05/06/2020', 'iso', null],
])('%s, %s: %s', (documentType, name, text, suffix, value) => {
	expect(typed(documentType, { [name]: text })).toMatchObject({ [name]: text, [`${name}_${suffix}`]: value });
});

test.each([
	['bankcard', 'expiry_date', '05/27', { expiry_date_iso: '2027-05' }],
	['bankcard', 'expiry_date', '13/27', { expiry_date_iso: null }],
	['idCard', 'valid_to', '长期', { valid_to_iso: null }],
	['vehicleLicense', 'gross_mass', '2250kg', { gross_mass_number: 2250 }],
	['vehicleLicense', 'approved_passengers', '7人', { approved_passengers_number: 7 }],
	['businessLicense', 'registered_capital', '壹佰万元整', { registered_capital_number: 1_000_000 }],
])('%s, %s: %s', (documentType, name, text, more) => {
	expect(typed(documentType, { [name]: text }, 'card')).toStrictEqual({ [name]: text, ...more, source: 'scan.png' });
});

test('numbers that are no amounts get none, nor do empty fields', () => {
	const fields = { code: '044001900111', number: '00123456', total: '', tax_rate: '13%', total_in_words: '壹佰元整' };
	expect(typed('vatInvoice', fields)).toStrictEqual({ ...fields, source: 'scan.png' });
});

test('lines have theirs', () => {
	expect(typed('vatInvoice', { item_list: [{ name: 'Tea', quantity: '2', unit_price: '5.00', amount: '￥10.00', tax_rate: '3%' }] })).toMatchObject({
		item_list: [{ name: 'Tea', quantity_number: 2, unit_price_number: 5, amount_number: 10 }],
	});
});

test('fields that nobody knew are told by their names', () => {
	expect(typed('trainTicket', { refund_fee: '5.00', refund_date: '2026-01-02', refund_code: '12' })).toStrictEqual({
		refund_fee: '5.00', refund_date: '2026-01-02', refund_code: '12', refund_fee_number: 5, refund_date_iso: '2026-01-02', source: 'scan.png',
	});
});

test('a bank receipt by its printed labels', () => {
	const result = { bank_receipt_list: [{ kv_pair_list: [{ key: '小写金额', value: '￥1,000.00' }, { key: '交易日期', value: '2024年1月5日' }, { key: '大写金额', value: '壹仟元整' }, { key: '付款人账号', value: '6222000011' }] }] };
	expect(jsonOf({ resource: 'bankReceipt', operation: 'objects', options: { typedValues: true } }, result)).toStrictEqual([
		{
			小写金额: '￥1,000.00', 交易日期: '2024年1月5日', 大写金额: '壹仟元整', 付款人账号: '6222000011',
			小写金额_number: 1000, 交易日期_iso: '2024-01-05', source: 'scan.png',
		},
	]);
});

test('in a list of fields they stand beside the value', () => {
	const list = jsonOf({ resource: 'invoice', documentType: 'vatInvoice', operation: 'fieldList', options: { typedValues: true } }, { number: '7', total: '￥3.00', issue_date: '2017年08月30日' });
	expect(list).toStrictEqual([
		{ name: 'number', value: '7', source: 'scan.png' },
		{ name: 'total', value: '￥3.00', number: 3, source: 'scan.png' },
		{ name: 'issue_date', value: '2017年08月30日', iso: '2017-08-30', source: 'scan.png' },
	]);
});

test('a field that the service calls so keeps its name', () => {
	expect(typed('vatInvoice', { total: '￥3.00', total_number: 'AB' })).toMatchObject({ total_number: 'AB' });
});
