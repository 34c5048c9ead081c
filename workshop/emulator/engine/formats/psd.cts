import { createCanvas, ImageData } from '@napi-rs/canvas';
import { initializeCanvas, readPsd } from 'ag-psd';
import { type Pixels, toRgb } from '../pixels.cts';

// The library was made for browsers and asks for their classes.
initializeCanvas(createCanvas as never, ((width: number, height: number) => new ImageData(width, height)) as never);

/** The flattened picture of a PSD file (5.4); layers are not drawn. @throws Error for a damaged file. */
export function decodePsd(bytes: Uint8Array): Pixels {
	const { imageData } = readPsd(bytes, { useImageData: true, skipLayerImageData: true, skipThumbnail: true, skipLinkedFilesData: true });
	if (!imageData || !(imageData.data instanceof Uint8ClampedArray)) throw new Error('PSD without a picture of 8 bits');
	const { width, height, data } = imageData;
	return toRgb(width, height, 4, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}
