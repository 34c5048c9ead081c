import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { ApiOperation } from '../../../huaweiCloud/apiOperation';
import type { Steps } from '../turns/steps';
import type { ItemParameters } from '../settings/itemParameters';
import { chosenOf } from '../settings/values';
import type { Operation, OcrResult, PreparedOperation } from './operation';
import { readSwitches, type Switch } from './switches';

/** How one kind of document is asked for, and what is got out of the answer. */
export interface Kind<Result extends OcrResult = OcrResult> {
	/** The API operation that is called; of a resource with `request` the one that stands for all. */
	api: ApiOperation;
	/** The first is the default. */
	operations: ReadonlyArray<Operation<Result>>;
	/** Request fields that the user can set, as entries of the collection Options. */
	switches: readonly Switch[];
	/** Reads a successful answer of the operation that was called. @throws UnexpectedAnswer when it holds no result */
	readAnswer(body: string, api: ApiOperation): Steps<Result>;
	/** Where the parameters say more than switches do: what is called, and with which further request fields. @throws OcrError */
	request?(parameters: ItemParameters): { api: ApiOperation; fields: IDataObject };
}

/** A kind of document behind the parameter Document Type. */
export interface DocumentType<Result extends OcrResult = OcrResult> extends Kind<Result> {
	/** Stored in workflows. */
	value: string;
	/** In the panel: "Train Ticket". */
	name: string;
}

/** What a resource is called. */
export interface ResourceWords {
	/** Stored in workflows. */
	value: string;
	/** In the panel: "General Text". */
	name: string;
	description: string;
	/** Object of the action names: "an image or PDF". */
	what: string;
}

/** A resource that reads one kind of document. */
export interface SingleResource<Result extends OcrResult = OcrResult> extends ResourceWords, Kind<Result> {
	/** Own parameters, above those of the input. */
	parameters?: INodeProperties[];
	documentTypes?: undefined;
}

/** A resource with the parameter Document Type. */
export interface ResourceFamily<Result extends OcrResult = OcrResult> extends ResourceWords {
	/** The first is the default. */
	documentTypes: ReadonlyArray<DocumentType<Result>>;
	/** Those of all types; one may be only of some of them. The first is the default. */
	operations: ReadonlyArray<Operation<Result>>;
	parameters?: undefined;
}

/** What is read: in the panel a resource, at Huawei one API operation or a family of them. */
export type Resource<Result extends OcrResult = OcrResult> = SingleResource<Result> | ResourceFamily<Result>;

/** A resource of several document types; its operations are those of all types, in their order. */
export function familyOf<Result extends OcrResult>(
	words: ResourceWords,
	documentTypes: ReadonlyArray<DocumentType<Result>>,
): ResourceFamily<Result> {
	return { ...words, documentTypes, operations: [...new Set(documentTypes.flatMap(({ operations }) => operations))] };
}

/** The kinds of document of a resource, with the values of Document Type that stand for them; undefined: it has no such parameter. */
export function kindsOf<Result extends OcrResult>(resource: Resource<Result>): Array<{ documentType?: string; kind: Kind<Result> }> {
	if (resource.documentTypes === undefined) return [{ kind: resource }];
	return resource.documentTypes.map((kind) => ({ documentType: kind.value, kind }));
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

/** What an item asks a resource for, ready to be used. @throws OcrError when it has no such document type or operation */
export function prepareRequest<Result extends OcrResult>(resource: Resource<Result>, parameters: ItemParameters): Request<Result> {
	const kind = kindOf(resource, parameters);
	const operation = chosenOf('Operation', parameters.get('operation', kind.operations[0]?.value), kind.operations, nameOf(resource, kind));
	const { api, fields } = kind.request?.(parameters) ?? { api: kind.api, fields: {} };
	const prepared = operation.prepare(parameters);
	return {
		api,
		fields: { ...readSwitches(kind.switches, parameters.options), ...fields, ...prepared.requestFields },
		readAnswer: (body) => kind.readAnswer(body, api),
		operation: prepared,
		onePerPage: operation.onePerPage,
	};
}

function kindOf<Result extends OcrResult>(resource: Resource<Result>, { get }: ItemParameters): Kind<Result> {
	if (resource.documentTypes === undefined) return resource;
	const { documentTypes } = resource;
	return chosenOf('Document Type', get('documentType', documentTypes[0]?.value), documentTypes, resource.name);
}

/** What has the operations, for people: the document type where there is one, else the resource. */
function nameOf<Result extends OcrResult>({ name, documentTypes }: Resource<Result>, kind: Kind<Result>): string {
	return documentTypes?.find((type) => type === kind)?.name ?? name;
}
