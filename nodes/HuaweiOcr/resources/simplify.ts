import type { INodeProperties } from 'n8n-workflow';

import type { ItemParameters } from '../settings/itemParameters';

/** n8n asks for it where an operation gives more than ten fields. */
export const simplifyProperty: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export function isSimplified({ get }: ItemParameters): boolean {
	const value = get('simplify', true);
	return value !== false && value !== 'false';
}
