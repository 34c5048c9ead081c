import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** Fields that tell where something stands: a model pays for them and gets nothing. */
const POSITIONS = new Set([
	'left', 'top', 'right', 'bottom', 'width', 'height', 'location', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4',
	'direction', 'blockIndex', 'blockCount', 'lineIndex', 'char_list', 'box', 'labelBox',
]);

const NOTHING_FOUND = 'No text was found in this file.';

/** Whether an AI agent runs the node as its tool; n8n gives that form of the node a type of its own. */
export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

/**
 * Items as a language model can use them: without positions and files; what failed and what is empty as
 * a sentence, since a model that gets no answer makes one up.
 */
export function forModel(items: readonly INodeExecutionData[]): INodeExecutionData[] {
	const told = items.map(({ json, pairedItem }): INodeExecutionData => ({
		json: json.error === undefined ? withoutPositions(json) : failure(json),
		...(pairedItem === undefined ? {} : { pairedItem }),
	}));
	return told.length > 0 ? told : [{ json: { text: NOTHING_FOUND }, pairedItem: { item: 0 } }];
}

function withoutPositions(json: IDataObject): IDataObject {
	const kept = Object.fromEntries(Object.entries(json).filter(([key]) => !POSITIONS.has(key)));
	return kept.text === '' ? { ...kept, text: NOTHING_FOUND } : kept;
}

/** Not as `error`: n8n would hand the model an empty answer. */
function failure({ error, errorDescription, source }: IDataObject): IDataObject {
	const said = [error, errorDescription].filter((part) => typeof part === 'string' && part !== '').join(' ');
	return { text: `The file could not be read. ${said}`, ...(source === undefined ? {} : { source }) };
}
