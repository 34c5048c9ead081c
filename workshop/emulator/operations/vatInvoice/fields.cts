// Names of the answer's fields, by what they depend on (operations 8).
export const PLAIN_FIELDS = [
	'title',
	'code',
	'number',
	'issue_date',
	'check_code',
	'encryption_block',
	'buyer_name',
	'buyer_id',
	'buyer_address',
	'buyer_bank',
	'seller_name',
	'seller_id',
	'seller_address',
	'seller_bank',
	'subtotal_amount',
	'subtotal_tax',
	'total',
	'province',
	'city',
	'invoice_tag',
] as const;
/** Only of digital invoices. */
export const DIGITAL_FIELDS = ['sum_amount', 'sum_tax'] as const;
/** Only with `advanced_mode`. */
export const ADVANCED_FIELDS = [
	'serial_number',
	'attribution',
	'print_code',
	'machine_number',
	'print_number',
	'total_in_words',
	'remarks',
	'receiver',
	'reviewer',
	'issuer',
] as const;

export type VatInvoiceField = (typeof PLAIN_FIELDS)[number] | (typeof DIGITAL_FIELDS)[number] | (typeof ADVANCED_FIELDS)[number];
