import type { INodeTypeDescription } from 'n8n-workflow';

/** For n8n's AI workflow builder: what people want of this node, and what to put around it. */
export const builderHint: NonNullable<INodeTypeDescription['builderHint']> = {
	searchHint:
		'Reads scans, photos and PDF pages: invoices, receipts, forms, tables, letters. Choose the operation by what is wanted: form fields by their labels, table rows for a spreadsheet, Markdown for language models and vector stores, plain text. Files come as binary data from any node: set Input Data Field Name(s) to * unless the name is known. Each image or page is one billed call.',
	relatedNodes: [
		{ nodeType: 'n8n-nodes-base.formTrigger', relationHint: 'Lets people upload scans; its files are named after the form field, so use * here' },
		{ nodeType: 'n8n-nodes-base.readWriteFile', relationHint: 'Brings the files of a folder, one item each' },
		{ nodeType: 'n8n-nodes-base.emailReadImap', relationHint: 'Brings attachments of mails as attachment_0, attachment_1 …: use attachment_*' },
		{ nodeType: 'n8n-nodes-base.if', relationHint: 'Sends forms with needsReview or missingFields to a person' },
		{ nodeType: 'n8n-nodes-base.convertToFile', relationHint: 'Makes a CSV or Excel file of table rows or form fields' },
	],
};
