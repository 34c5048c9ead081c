import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import type { Steps } from '../turns';
import type { ItemParameters } from '../settings/itemParameters';
import type { Operation, OcrResult, PreparedOperation } from './operation';

/** What is read: in the panel a resource, at Huawei one API operation or a family of them. */
export interface Resource<Result extends OcrResult = OcrResult> {
	/** Stored in workflows. */
	value: string;
	/** In the panel: "General Text". */
	name: string;
	description: string;
	/** Object of the action names: "an image or PDF". */
	what: string;
	api: ApiOperation;
	/** The first is the default. */
	operations: ReadonlyArray<Operation<Result>>;
	/** Its switches, as entries of the collection Options. */
	switches: INodeProperties[];
	/** The request fields of the switches that the user has added. @throws OcrError */
	readSwitches(options: IDataObject): IDataObject;
	/** Reads a successful answer. @throws UnexpectedAnswer when it holds no result */
	readAnswer(body: string): Steps<Result>;
}

/** Huawei's operation, with an item's settings in force. */
export interface Request<Result extends OcrResult = OcrResult> {
	api: ApiOperation;
	/** Request fields beside the file. */
	fields: IDataObject;
	readAnswer(body: string): Steps<Result>;
	operation: PreparedOperation<Result>;
	onePerPage: boolean;
}

/** Resource and operation of an item, ready to be used. @throws OcrError */
export function prepareRequest<Result extends OcrResult>(
	resource: Resource<Result>,
	operation: Operation<Result>,
	parameters: ItemParameters,
): Request<Result> {
	return {
		api: resource.api,
		fields: resource.readSwitches(parameters.options),
		readAnswer: (body) => resource.readAnswer(body),
		operation: operation.prepare(parameters),
		onePerPage: operation.onePerPage,
	};
}
