// POST /v2/{project_id}/ocr/general-text from the body on: rows 14 to 27 of section 15.2.
import type { Cloud } from '../cloud.cts';
import { EngineRefusal } from '../engine/engine.cts';
import { type Answer, jsonAnswer } from '../http/answers.cts';
import { type Call, header } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import { type DecodedFile, hashOf } from './base64.cts';
import { fetchFile } from './download.cts';
import { checkImage, decodeImage, MAX_IMAGE_CHARACTERS } from './imageFile.cts';
import { type GeneralTextParameters, readParameters } from './parameters.cts';
import { parseRequestBody } from './requestBody.cts';
import { resultBody } from './resultBody.cts';

/** The key of `paidByImage`, for whoever wants to look an image up in the counters. */
export { hashOf };

/** Room for the other fields beside 10 MB of base64; chosen. */
const ENVELOPE_BYTES = 64 * 1024;

export async function generalText(cloud: Cloud, call: Call): Promise<Answer> {
	const { profile } = cloud.settings;
	checkEnvelope(call);
	const body = parseRequestBody(call.body) ?? refuse('ModelArts.4105', call.requestId); // Row 16
	const parameters =
		readParameters(body.fields, (body.image?.length ?? 0) > 0, profile) ?? refuse('AIS.0101', call.requestId);
	note(call, parameters);
	const file =
		parameters.url === undefined && body.image
			? decodeImage(call, body.image)
			: downloaded(await fetchFile(cloud, call, parameters.url ?? ''));
	try {
		call.record.imageHash = file.hash;
		const format = checkImage(call, file.bytes, profile);
		return await recognise(cloud, call, { bytes: file.bytes, imageHash: file.hash, format, parameters });
	} finally {
		file.release();
	}
}

function downloaded(bytes: Buffer): DecodedFile {
	return { bytes, hash: hashOf(bytes), release: () => undefined };
}

/** Rows 14 and 15 */
function checkEnvelope(call: Call): void {
	const length = Number(header(call, 'content-length') ?? Number.NaN);
	if (!(length > 0) || length > MAX_IMAGE_CHARACTERS + ENVELOPE_BYTES) refuse('ModelArts.4104', call.requestId);
	const type = (header(call, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json') refuse('ModelArts.4105', call.requestId);
}

/** What tests may want to see of the parameters; a URL's query may hold a signature. */
function note(call: Call, parameters: GeneralTextParameters): void {
	const { url, ...rest } = parameters;
	const enterpriseProjectId = header(call, 'enterprise-project-id');
	call.record.parameters = {
		...rest,
		...(url === undefined ? {} : { url: url.split('?')[0] }),
		...(enterpriseProjectId === undefined ? {} : { enterpriseProjectId }),
	};
}

async function recognise(
	cloud: Cloud,
	call: Call,
	job: Parameters<ReturnType<Cloud['engine']>['recognise']>[0],
): Promise<Answer> {
	try {
		const result = await cloud.engine().recognise(job);
		if (typeof result === 'string') {
			return { status: 200, headers: { 'Content-Type': 'application/json' }, body: result };
		}
		return jsonAnswer(200, resultBody(result, job.parameters, cloud.settings.profile));
	} catch (error) {
		if (error instanceof EngineRefusal) return refuse(error.code, call.requestId);
		throw error;
	}
}
