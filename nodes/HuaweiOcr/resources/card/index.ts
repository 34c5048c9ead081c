import { documentTypesOf } from '../documents/documentTypes';
import { familyOf } from '../resource';

const types = documentTypesOf('card');

/** Cards and certificates (operations 7). */
export const card = familyOf(
	{
		value: 'card',
		name: 'Card or Certificate',
		description: `Cards and certificates of one kind: ${types.map(({ name }) => name).join(', ')}`,
		what: 'an ID card, passport, license or other card',
	},
	types,
);
