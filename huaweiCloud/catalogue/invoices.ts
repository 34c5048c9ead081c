import { ALL_FORMATS, COMMON_FORMATS } from '../apiOperation';
import { BEIJING, GUANGZHOU, SHANGHAI } from './regions';
import { fieldsOf, row, type CatalogueRow } from './row';
import { RETURN_CONFIDENCE, RETURN_TEXT_LOCATION } from './switches';

const USE_MIXED = 'use Mixed Cards and Tickets, which reads them from PDFs';

/** Invoices, tickets and slips (operations 6 and 8). */
export const INVOICE_OPERATIONS: readonly CatalogueRow[] = [
	row({
		path: 'vat-invoice',
		name: 'VAT Invoice',
		shape: 'lists',
		family: 'invoice',
		pageField: 'page_num',
		formats: [...COMMON_FORMATS, 'PDF', 'OFD'],
		shortestSide: 100,
		regions: [BEIJING, SHANGHAI],
		switches: [
			{
				field: 'advanced_mode',
				meaning: 'Whether to return all that is printed: remarks, names of receiver and reviewer, seals, and how sure the service is',
			},
			RETURN_TEXT_LOCATION,
			{
				field: 'ofd_to_image_mode',
				name: 'OFD as Image',
				meaning: 'Whether to draw an OFD file and read the picture: slower, and sturdier where its text is damaged',
			},
		],
		fields: fieldsOf(`
			title type invoice_tag code number issue_date:date check_code encryption_block
			buyer_name buyer_id buyer_address buyer_bank seller_name seller_id seller_address seller_bank
			subtotal_amount:amount subtotal_tax:amount total:amount province city item_list:lines
			serial_number attribution supervision_seal:list print_code machine_number print_number total_in_words
			remarks receiver reviewer issuer seller_seal:list sum_amount:amount sum_tax:amount sales_mark:boolean
			belong_item_list:lines passenger_travel_item_list:lines total_pages current_page`),
		lines: ['item_list', 'belong_item_list', 'passenger_travel_item_list'],
	}),
	row({
		path: 'mvs-invoice',
		name: 'Motor Vehicle Sales Invoice',
		shape: 'fields',
		family: 'invoice',
		formats: [...COMMON_FORMATS, 'PDF'],
		firstPageOnly: true,
		shortestSide: 100,
		longestSide: 8000,
		regions: [BEIJING, SHANGHAI],
		switches: [
			RETURN_TEXT_LOCATION,
			RETURN_CONFIDENCE,
			{
				field: 'type',
				name: 'Vehicle Kind',
				meaning: 'Which kind of invoice the image shows. A picture of the other kind is refused.',
				values: [
					{ value: 'auto', name: 'Either' },
					{ value: 'new', name: 'New Vehicle' },
					{ value: 'used', name: 'Used Vehicle' },
				],
			},
		],
		fields: fieldsOf(`
			code number machine_printed_code machine_printed_number issue_date:date machine_number
			buyer_name buyer_organization_number buyer_id seller_name seller_phone seller_id seller_account seller_address
			seller_bank vehicle_type brand_model manufacturing_location quality_certificate import_certificate
			inspection_number engine_number vehicle_identification_number tonnage seating_capacity tax_authority
			tax_authority_code tax_payment_receipt tax_rate tax:amount tax_exclusive_price:amount total:amount
			total_chinese fiscal_code licence_plate_number reverse_issue:boolean`),
	}),
	row({
		path: 'train-ticket',
		name: 'Train Ticket',
		shape: 'fields',
		family: 'invoice',
		formats: [...COMMON_FORMATS, 'OFD'],
		wayOut: USE_MIXED,
		regions: [BEIJING],
		switches: [RETURN_TEXT_LOCATION],
		fields: fieldsOf(`
			ticket_id check_port train_number departure_station departure_station_en destination_station
			destination_station_en departure_time:date seat_number ticket_price:amount seat_category id_number name
			sale_location invoice_style invoice_number tax_amount:amount tax_rate buyer_name unified_social_credit_code
			total_amount_excluding_tax:amount issue_date:date seal_mark:boolean`),
		confidenceKeys: {
			departure_station: 'starting_station',
			departure_station_en: 'starting_station_en',
			departure_time: 'starting_time',
			ticket_price: 'ticket_rates',
			sale_location: 'ticket_office',
		},
	}),
	row({
		path: 'taxi-invoice',
		name: 'Taxi Invoice',
		shape: 'fields',
		family: 'invoice',
		longestSide: 4096,
		wayOut: USE_MIXED,
		regions: [BEIJING],
		switches: [RETURN_TEXT_LOCATION],
		fields: fieldsOf(`
			location code number phone_number company taxi_number certificate_number identification_number date:date
			boarding_time alighting_time time unit_price:amount distance:amount waiting_time fare:amount
			fuel_oil_surcharge:amount call_service_surcharge:amount total:amount`),
	}),
	row({
		path: 'flight-itinerary',
		name: 'Flight Itinerary',
		shape: 'lists',
		family: 'invoice',
		wayOut: USE_MIXED,
		regions: [BEIJING],
		fields: fieldsOf(`
			passenger_name id_number itinerary_list:lines fare:amount caac_development_fund:amount fuel_surcharge:amount
			other_taxes:amount total:amount e_ticket_number issue_date:date tax:amount buyer_name number
			international_flag issue_status gp_number`),
		lines: ['itinerary_list'],
	}),
	row({
		path: 'toll-invoice',
		name: 'Toll Invoice',
		shape: 'fields',
		family: 'invoice',
		longestSide: 4096,
		wayOut: USE_MIXED,
		regions: [BEIJING],
		switches: [RETURN_TEXT_LOCATION],
		fields: fieldsOf('code number entry exit amount:amount cashier vehicle_type date:date time'),
	}),
	row({
		path: 'quota-invoice',
		name: 'Quota Invoice',
		shape: 'fields',
		family: 'invoice',
		longestSide: 4096,
		wayOut: USE_MIXED,
		regions: [BEIJING],
		fields: fieldsOf('number code location amount:amount'),
	}),
	row({
		path: 'auto-classification',
		name: 'Auto Classification',
		value: 'mixed',
		shape: 'objects',
		pageField: 'pdf_page_number',
		formats: [...COMMON_FORMATS, 'PDF', 'OFD'],
		regions: [BEIJING],
		switches: [
			{
				field: 'type_list',
				name: 'Kinds',
				meaning: 'Which kinds to look for. Without this option: all. Each one that is found and read is billed.',
				severalValues: true,
				values: [
					{ value: 'bankcard', name: 'Bank Card' },
					{ value: 'bus_ship_ticket', name: 'Bus or Ship Ticket' },
					{ value: 'driver_license_back', name: 'Driver License, Back' },
					{ value: 'driver_license_front', name: 'Driver License, Front' },
					{ value: 'flight_itinerary', name: 'Flight Itinerary' },
					{ value: 'id_card_emblem_side', name: 'ID Card, Emblem Side' },
					{ value: 'id_card_portrait_side', name: 'ID Card, Portrait Side' },
					{ value: 'machine_printed_invoice', name: 'Machine-Printed Invoice' },
					{ value: 'mvs_invoice', name: 'Motor Vehicle Sales Invoice' },
					{ value: 'passport', name: 'Passport' },
					{ value: 'quota_invoice', name: 'Quota Invoice' },
					{ value: 'ride_hailing_itinerary', name: 'Ride-Hailing Itinerary' },
					{ value: 'taxi_invoice', name: 'Taxi Invoice' },
					{ value: 'toll_invoice', name: 'Toll Invoice' },
					{ value: 'train_ticket', name: 'Train Ticket' },
					{ value: 'transportation_license', name: 'Transportation License' },
					{ value: 'vat_invoice', name: 'VAT Invoice' },
					{ value: 'vat_roll_invoice', name: 'VAT Invoice, Roll' },
					{ value: 'vehicle_license_back', name: 'Vehicle License, Back' },
					{ value: 'vehicle_license_front', name: 'Vehicle License, Front' },
				],
			},
			{
				field: 'extended_parameters',
				isObject: true,
				meaning: 'Request fields of single kinds as JSON, such as {"vat_invoice": {"advanced_mode": true}}',
			},
			{
				field: 'detect_seal',
				meaning: 'Whether to return if a seal is on each ticket (seal_mark)',
			},
		],
	}),
	row({
		path: 'bank-receipt',
		name: 'Bank Receipt',
		shape: 'objects',
		imageField: 'data',
		pageField: 'page_num',
		formats: [...COMMON_FORMATS, 'PDF'],
		regions: [BEIJING],
		switches: [
			{
				field: 'single_orientation_mode',
				standard: true,
				meaning: 'Whether all text runs in the same direction, as the service assumes without this option. Turn it off for pages with receipts in several directions.',
			},
			{
				field: 'erase_seal',
				meaning: 'Whether to take seals out of the picture before it is read',
			},
		],
	}),
	row({
		path: 'seal',
		name: 'Seal',
		shape: 'objects',
		imageField: 'data',
		pageField: 'pdf_page_number',
		formats: ALL_FORMATS,
		regions: [BEIJING],
		switches: [
			{
				field: 'return_seal_image',
				meaning: 'Whether to return a picture of each seal, as binary field seal_image',
			},
			{
				field: 'return_erased_seal_image',
				meaning: 'Whether to return the page without its seals, as binary field erased_seal_image',
			},
		],
	}),
	row({
		path: 'waybill-electronic',
		name: 'Electronic Waybill',
		shape: 'fields',
		retired: 'its sale stopped in 2025',
		fields: fieldsOf(`code waybill_number receiver_name receiver_phone receiver_address sender_name sender_phone sender_address`),
	}),
	row({
		path: 'invoice-verification',
		name: 'Invoice Verification',
		shape: 'lists',
		regions: [BEIJING, SHANGHAI],
		retired: 'its sale stopped in July 2025',
		lines: ['items'],
	}),
	row({
		path: 'acceptance-bill',
		name: 'Acceptance Bill',
		shape: 'fields',
		regions: [BEIJING, GUANGZHOU],
	}),
	row({
		path: 'custom-template',
		name: 'Custom Template',
		shape: 'free',
		retired: 'it went offline at the end of 2025',
	}),
];
