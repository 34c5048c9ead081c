// The picture that a call sent, for answers that need more than its texts.
import sharp from 'sharp';
import type { Cloud } from '../cloud.cts';
import { decodePage } from '../engine/decode.cts';
import { EngineRefusal, type PageResult, type Reading, type RecognitionJob } from '../engine/engine.cts';
import type { Pixels } from '../engine/pixels.cts';
import type { Picture } from '../operations/operation.cts';
import { hashOf } from './base64.cts';

/** Good as long as the job's bytes are. */
export function pictureOf(cloud: Cloud, job: RecognitionJob): Picture {
	let decoded: Promise<Pixels> | undefined;
	return {
		pixels: () => (decoded ??= decodePage(job.bytes, job.format, job.reading.page)),
		async read(part: Pixels, reading: Partial<Reading> = {}): Promise<PageResult> {
			const bytes = await encodePng(part);
			const page = await cloud.engine().recognise({ bytes, imageHash: hashOf(bytes), format: 'png', reading: { ...job.reading, ...reading, page: 1 } });
			// Fixtures that are whole answers say nothing about a part of a picture.
			if (typeof page === 'string') throw new EngineRefusal('AIS.0104');
			return page;
		},
	};
}

/** Quick rather than small: it only goes to the engine. */
function encodePng({ width, height, data }: Pixels): Promise<Buffer> {
	return sharp(data, { raw: { width, height, channels: 3 } }).png({ compressionLevel: 1 }).toBuffer();
}
