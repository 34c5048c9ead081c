import { documentTypesOf } from '../documents/documentTypes';
import { familyOf } from '../resource';

/** Cards and certificates (operations 7). */
export const card = familyOf(
	{
		value: 'card',
		name: 'Card or Certificate',
		description: 'ID card, passport, bank card, driver, vehicle or business license, business card',
		what: 'an ID card, passport, license or other card',
	},
	documentTypesOf('card'),
);
