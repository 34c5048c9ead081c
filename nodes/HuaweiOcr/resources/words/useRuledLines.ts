import type { IDataObject, INodeProperties } from 'n8n-workflow';

export const useRuledLines: INodeProperties = {
	displayName: 'Use Ruled Lines',
	name: 'useRuledLines',
	type: 'boolean',
	default: false,
	description:
		'Whether lines that are printed on the page tell its cells, as they do without this option. Works with JPEG, PNG, BMP and TIFF files; takes about a quarter of a second per page of processor time.',
};

export function readUseRuledLines({ useRuledLines: value }: IDataObject): boolean {
	return value !== false && value !== 'false';
}
