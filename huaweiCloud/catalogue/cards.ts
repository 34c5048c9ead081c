import { COMMON_FORMATS } from '../apiOperation';
import { BANGKOK, BEIJING, GUANGZHOU, HONG_KONG, SHANGHAI } from './regions';
import { fieldsOf, row, type CatalogueRow } from './row';
import {
	DETECT_DIRECTION,
	RETURN_ADJUSTED_IMAGE,
	RETURN_ISSUING_AUTHORITY,
	RETURN_PORTRAIT_IMAGE,
	RETURN_PORTRAIT_LOCATION,
	RETURN_TEXT_LOCATION,
	side,
} from './switches';

const USE_MIXED = 'use Mixed Cards and Tickets, which reads them from PDFs';

/** Cards and certificates (operations 7 and 9). */
export const CARD_OPERATIONS: readonly CatalogueRow[] = [
	row({
		path: 'id-card',
		name: 'ID Card',
		shape: 'sides',
		family: 'card',
		wayOut: USE_MIXED,
		regions: [BEIJING, SHANGHAI],
		switches: [
			side('the service tells', 'Both sides on one image'),
			{ field: 'return_verification', meaning: 'Whether to return if number, birth, sex and dates agree with each other' },
			RETURN_TEXT_LOCATION,
			RETURN_PORTRAIT_LOCATION,
			RETURN_PORTRAIT_IMAGE,
			RETURN_ADJUSTED_IMAGE,
			{ field: 'detect_reproduce', meaning: 'Whether to tell if the picture was taken of a screen' },
			{ field: 'detect_copy', meaning: 'Whether to tell if the card is a photocopy' },
			{ field: 'detect_tampering', meaning: 'Whether to tell if the picture was changed' },
			{ field: 'detect_border_integrity', meaning: 'Whether to tell if the card is on the picture as a whole' },
			{ field: 'detect_blocking_within_border', meaning: 'Whether to tell if something covers a part of the card' },
			{ field: 'detect_blur', meaning: 'Whether to tell if the picture is blurred' },
			{ field: 'detect_interim', meaning: 'Whether to tell if the card is a temporary one' },
			{ field: 'detect_glare', meaning: 'Whether to tell if light is reflected on the card' },
		],
		fields: fieldsOf('name sex birth:date ethnicity address number issue valid_from:date valid_to:date'),
	}),
	row({
		path: 'bankcard',
		name: 'Bank Card',
		shape: 'fields',
		family: 'card',
		wayOut: USE_MIXED,
		regions: [BEIJING, SHANGHAI],
		switches: [RETURN_TEXT_LOCATION],
		fields: fieldsOf('bank_name card_number issue_date:date expiry_date:date type'),
	}),
	row({
		path: 'business-license',
		name: 'Business License',
		shape: 'fields',
		family: 'card',
		formats: [...COMMON_FORMATS, 'PDF'],
		firstPageOnly: true,
		regions: [BEIJING, SHANGHAI],
		fields: fieldsOf(`
			registration_number name type address legal_representative registered_capital:amount organization_form
			found_date:date business_term business_scope issue_date:date`),
	}),
	row({
		path: 'passport',
		name: 'Passport',
		shape: 'fields',
		family: 'card',
		wayOut: USE_MIXED,
		regions: [BEIJING, HONG_KONG, BANGKOK],
		switches: [
			{
				field: 'country_code',
				name: 'Passport Of',
				meaning: 'Which passport the image shows. Without this option the service tells.',
				values: [
					{ value: 'GENERAL', name: 'Any Country', description: 'Only what the two lines of machine-readable text say' },
					{ value: 'CHN', name: 'China', description: 'All fields' },
				],
			},
		],
		fields: fieldsOf(`
			passport_type country_code passport_number nationality surname given_name sex date_of_birth:date
			date_of_expiry:date date_of_issue:date place_of_birth place_of_issue issuing_authority extra_info:object`),
	}),
	row({
		path: 'driver-license',
		name: 'Driver License',
		shape: 'sides',
		family: 'card',
		shortestSide: 100,
		wayOut: USE_MIXED,
		regions: [BEIJING, SHANGHAI],
		switches: [side('the front', 'Both pages on one image'), RETURN_ISSUING_AUTHORITY, RETURN_TEXT_LOCATION],
		fields: fieldsOf(`
			type number name sex nationality address birth:date issue_date:date class valid_from:date valid_to:date
			issuing_authority accumulated_scores status:list generation_date:date current_time:date file_number record`),
	}),
	row({
		path: 'vehicle-license',
		name: 'Vehicle License',
		shape: 'sides',
		family: 'card',
		shortestSide: 100,
		wayOut: USE_MIXED,
		regions: [BEIJING, SHANGHAI],
		switches: [
			side('the front', 'Both pages on one image'),
			RETURN_ISSUING_AUTHORITY,
			RETURN_TEXT_LOCATION,
			{ field: 'recognize_electronic_license', meaning: 'Whether electronic licenses are read, too' },
			{ field: 'alarm', meaning: 'Whether to tell if the license looks copied, covered or changed' },
		],
		fields: fieldsOf(`
			number vehicle_type name address use_character model vin engine_no register_date:date issue_date:date
			issuing_authority file_no approved_passengers:amount gross_mass:amount unladen_mass:amount approved_load:amount
			dimension traction_mass:amount remarks inspection_record code_number energy_type color
			mandatory_scrapping_date:date status:list`),
	}),
	row({
		path: 'business-card',
		name: 'Business Card',
		shape: 'lists',
		family: 'card',
		regions: [BEIJING],
		switches: [DETECT_DIRECTION, RETURN_ADJUSTED_IMAGE],
		fields: fieldsOf(`
			name:list title:list company:list department:list phone:list address:list email:list fax:list postcode:list
			website:list extra_info_list:list`),
	}),
	row({
		path: 'insurance-policy',
		name: 'Insurance Policy',
		shape: 'located',
		regions: [BEIJING, SHANGHAI],
		switches: [DETECT_DIRECTION],
		lines: ['insurance_list', 'insurant_list', 'beneficiary_list'],
	}),
	row({
		path: 'transportation-license',
		name: 'Transportation License',
		shape: 'fields',
		longestSide: 4096,
		wayOut: USE_MIXED,
		regions: [BEIJING, SHANGHAI],
		switches: [
			{ field: 'return_image_location', meaning: 'Whether to return where on the image the license is' },
			RETURN_ADJUSTED_IMAGE,
		],
		confidenceKeys: { maximum_capacity: 'vehicle_weight' },
	}),
	row({
		path: 'transportation-qualification-certificate',
		name: 'Transportation Qualification Certificate',
		shape: 'lists',
		regions: [SHANGHAI],
		lines: ['qualification_category_list'],
	}),
	row({
		path: 'real-estate-certificate',
		name: 'Real Estate Certificate',
		shape: 'fields',
		family: 'card',
		regions: [BEIJING, GUANGZHOU],
		fields: fieldsOf(`
			issuer issue_date:date real_estate_certificate_no mortgage_seals canceled_mortgage_seals estate_location total_floors
			floor year_built structure area:amount revenue_stamps ownership_certificate_no estate_holder obligee ownership
			property_unit_no right_type right_nature usage intended_usage`),
	}),
	row({ path: 'household-register', name: 'Household Register', shape: 'objects', regions: [BEIJING] }),
	row({
		path: 'auto-id-doc-classification',
		name: 'ID Document Classification',
		shape: 'fields',
		imageField: 'data',
		regions: [BANGKOK],
		switches: [{ field: 'alarm', meaning: 'Whether to tell if the document looks copied, covered or changed' }],
	}),
	row({ path: 'health-code', name: 'Health Code', shape: 'words', retired: 'its packages ended in April 2023' }),
	row({ path: 'pcr-test-record', name: 'PCR Test Record', shape: 'words', retired: 'its packages ended in April 2023' }),
	row({
		path: 'id-document',
		name: 'ID Document',
		shape: 'fields',
		shortestSide: 100,
		regions: [HONG_KONG],
		switches: [RETURN_PORTRAIT_IMAGE],
		retired: 'its end has been announced',
	}),
];
