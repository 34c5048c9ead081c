// POST /v2/{project_id}/ocr/{operation} from the body on: rows 14 to 27 of section 15.2, for whatever operation.
import type { Cloud } from '../cloud.cts';
import { EngineRefusal, type RecognitionJob } from '../engine/engine.cts';
import { type Answer, jsonAnswer } from '../http/answers.cts';
import { type Call, header } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import { Fields, WrongParameter } from '../operations/fields.cts';
import type { Operation, SentFile, Task } from '../operations/operation.cts';
import { type DecodedFile, hashOf } from './base64.cts';
import { fetchFile } from './download.cts';
import { checkImage, decodeImage, MAX_IMAGE_CHARACTERS } from './imageFile.cts';
import { pictureOf } from './picture.cts';
import { parseRequestBody, type RequestBody } from './requestBody.cts';

/** Room for the other fields beside 10 MB of base64; chosen. */
const ENVELOPE_BYTES = 64 * 1024;

export async function ocrCall(cloud: Cloud, call: Call, operation: Operation): Promise<Answer> {
	const { profile } = cloud.settings;
	checkEnvelope(call);
	const body = parseRequestBody(call.body, operation.imageField) ?? refuse('ModelArts.4105', call.requestId); // Row 16
	const task = readTask(cloud, call, operation, body); // Rows 17 to 19
	note(call, task);
	const file =
		task.url === undefined && body.image ? decodeImage(call, body.image) : downloaded(await fetchFile(cloud, call, task.url ?? ''));
	try {
		call.record.imageHash = file.hash;
		const sent = checkImage(call, file.bytes, operation.rules(profile));
		return await recognise(cloud, call, task, sent, file);
	} finally {
		file.release();
	}
}

function readTask({ settings }: Cloud, call: Call, operation: Operation, body: RequestBody): Task {
	const fields = new Fields(body.fields, operation.imageField, (body.image?.length ?? 0) > 0);
	try {
		return operation.task(fields, settings.profile, settings);
	} catch (error) {
		if (error instanceof WrongParameter) return refuse('AIS.0101', call.requestId);
		throw error;
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
function note(call: Call, { url, noted }: Task): void {
	const enterpriseProjectId = header(call, 'enterprise-project-id');
	call.record.parameters = {
		...noted,
		...(url === undefined ? {} : { url: url.split('?')[0] }),
		...(enterpriseProjectId === undefined ? {} : { enterpriseProjectId }),
	};
}

async function recognise(cloud: Cloud, call: Call, task: Task, sent: SentFile, { bytes, hash }: DecodedFile): Promise<Answer> {
	const job: RecognitionJob = { bytes, imageHash: hash, format: sent.format, reading: task.reading };
	try {
		const page = await cloud.engine().recognise(job);
		if (typeof page === 'string') {
			return { status: 200, headers: { 'Content-Type': 'application/json' }, body: page };
		}
		return jsonAnswer(200, { result: await task.answer(page, sent, pictureOf(cloud, job)) });
	} catch (error) {
		if (error instanceof EngineRefusal) return refuse(error.code, call.requestId);
		throw error;
	}
}
