import type { Fields } from '../fields.cts';

export interface VatInvoiceParameters {
	advanced: boolean;
	textLocation: boolean;
	/** Of a PDF, from 1. */
	page?: number;
	/** Changes nothing: no OFD file is read. */
	ofdToImage: boolean;
}

/** @throws WrongParameter */
export function readParameters(fields: Fields): VatInvoiceParameters {
	const page = fields.positiveInteger('page_num');
	return {
		advanced: fields.boolean('advanced_mode'),
		textLocation: fields.boolean('return_text_location'),
		...(page === undefined ? {} : { page }),
		ofdToImage: fields.boolean('ofd_to_image_mode'),
	};
}
