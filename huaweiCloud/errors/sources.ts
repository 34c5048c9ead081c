/** Where a row of the catalogue comes from. Titles and page ids of the vendor's documentation. */
export const SOURCE = {
	ocr: 'OCR API Reference, "Error Codes" (ocr_03_0028)',
	ocrFaq: 'OCR FAQ, "Token errors" (ocr_01_0109, ocr_01_0063)',
	gateway: 'API Gateway User Guide, "Error Codes"',
	iam: 'IAM API Reference, "Error Codes" (iam_02_0006)',
	login: 'IAM API Reference, "Obtaining a User Token by Password" (iam_30_0001)',
	signing: 'API Request Signing Guide, "AK/SK Signing and Authentication Algorithm"',
	status: 'OCR API Reference, "Status Codes" (ocr_03_0090)',
	node: 'network layer of Node.js',
} as const;
