// Items with images that only look like some: for runs that decode nothing.
import type { INodeExecutionData } from 'n8n-workflow';
import { headerOf } from '../../workshop/checks/support/imageHeaders.cts';
import { storeBinary } from '../../workshop/harness/binaryStorage.cts';

/** A file that passes the header checks; the fixture engine never decodes it. The seed makes it unique. */
export function tinyImage(seed: number | string = 0): Buffer {
	return Buffer.concat([headerOf('PNG', 100, 100), Buffer.from(String(seed))]);
}

/** Items with one image each in the field `data`: scan-0.png, scan-1.png … */
export async function imageItems(count: number, from = 0): Promise<INodeExecutionData[]> {
	return await Promise.all(
		Array.from({ length: count }, async (_, index) => ({
			json: { number: from + index },
			binary: { data: await storeBinary(tinyImage(from + index), { fileName: `scan-${from + index}.png` }) },
		})),
	);
}
