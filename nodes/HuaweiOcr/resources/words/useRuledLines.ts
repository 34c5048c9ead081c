import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { toBoolean } from '../../settings/values';

export const useRuledLines: INodeProperties = {
	displayName: 'Use Ruled Lines',
	name: 'useRuledLines',
	type: 'boolean',
	default: true,
	description:
		'Whether lines that are printed on the page tell its cells, merged ones included. Best with clean scans of 200 dpi and more; works with JPEG, PNG, BMP and TIFF files and takes about a quarter of a second of processor time per page.',
};

/** @throws OcrError for what is neither true nor false */
export function readUseRuledLines({ useRuledLines: value }: IDataObject): boolean {
	return toBoolean(useRuledLines.displayName, value ?? true);
}
