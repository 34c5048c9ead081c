import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** The parameters of one item, their expressions resolved when they are asked for. */
export interface ItemParameters {
	get(name: string, fallback: unknown): unknown;
	/** The collection Options. */
	options: IDataObject;
}

/** @throws what n8n throws for an expression that fails */
export function itemParameters(context: IExecuteFunctions, itemIndex: number): ItemParameters {
	const get = (name: string, fallback: unknown): unknown =>
		context.getNodeParameter(name, itemIndex, fallback as string);
	const options = get('options', {});
	return {
		get,
		options: typeof options === 'object' && options !== null ? (options as IDataObject) : {},
	};
}
