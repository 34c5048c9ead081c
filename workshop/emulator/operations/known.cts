/** Last path segments of all operations (section 10); known to the gateway, whether subscribed or not. */
export const KNOWN_PATHS: ReadonlySet<string> = new Set([
	...['general-text', 'general-table', 'handwriting', 'web-image', 'seal', 'smart-document-recognizer'],
	...['auto-classification', 'auto-id-doc-classification', 'custom-template'],
	...['id-card', 'household-register', 'passport', 'driver-license', 'hk-id-card', 'macao-id-card'],
	...['mainland-travel-permit', 'exit-entry-permit', 'id-document'],
	...['cambodian-idcard', 'chile-id-card', 'colombia-id-card', 'myanmar-id-card', 'myanmar-driver-license'],
	...['peru-id-card', 'thailand-id-card', 'vietnam-id-card'],
	...['license-plate', 'thailand-license-plate', 'vehicle-license', 'vehicle-certificate', 'vin'],
	...['transportation-license', 'transportation-qualification-certificate'],
	...['vat-invoice', 'mvs-invoice', 'quota-invoice', 'taxi-invoice', 'toll-invoice', 'train-ticket'],
	...['flight-itinerary', 'invoice-verification'],
	...['bankcard', 'bank-receipt', 'acceptance-bill', 'financial-statement', 'business-card'],
	...['business-license', 'insurance-policy', 'real-estate-certificate'],
	...['waybill-electronic', 'health-code', 'pcr-test-record'],
]);
