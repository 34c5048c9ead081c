// The documents of a picture, each read by itself, since each lies in its own direction.
import type { Corner, Corners, PageResult } from '../../engine/engine.cts';
import type { Picture } from '../operation.cts';
import { findPapers, partOf, type Place } from './paper.cts';

export interface Part {
	place: Place;
	/** Its texts, corners in px of the picture. */
	page: PageResult;
	/** px of the picture, from the document's own top left. */
	location: Corners;
}

/** @param page the whole picture, which counts as one document where no sheets are seen. */
export async function readParts(page: PageResult, picture: Picture): Promise<Part[]> {
	const pixels = await picture.pixels();
	const places = findPapers(pixels);
	if (places.length === 0) {
		const whole: Place = { cell: 1, columns: pixels.width, cells: new Set(), left: 0, top: 0, width: pixels.width, height: pixels.height };
		const [right, bottom] = [pixels.width - 1, pixels.height - 1];
		return [{ place: whole, page, location: [[0, 0], [right, 0], [right, bottom], [0, bottom]] }];
	}
	const parts: Part[] = [];
	for (const place of places) {
		const read = moved(await picture.read(partOf(pixels, place)), place);
		parts.push({ place, page: read, location: around(place, read.direction) });
	}
	return parts;
}

function moved(page: PageResult, { left, top }: Place): PageResult {
	const move = (corners: Corners): Corners => corners.map(([x, y]): Corner => [x + left, y + top]) as Corners;
	return {
		...page,
		blocks: page.blocks.map((block) => ({
			...block,
			location: move(block.location),
			...(block.characters ? { characters: block.characters.map((character) => ({ ...character, location: move(character.location) })) } : {}),
		})),
	};
}

/** The smallest upright box of the level document that holds the sheet. */
function around({ cell, columns, cells }: Place, direction: number): Corners {
	const radians = (direction * Math.PI) / 180;
	const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const at of cells) {
		const [x, y] = [((at % columns) + 0.5) * cell, (Math.floor(at / columns) + 0.5) * cell];
		const [u, v] = [x * cos + y * sin, y * cos - x * sin];
		[left, right] = [Math.min(left, u), Math.max(right, u)];
		[top, bottom] = [Math.min(top, v), Math.max(bottom, v)];
	}
	const back = (u: number, v: number): Corner => [Math.max(0, Math.round(u * cos - v * sin)), Math.max(0, Math.round(u * sin + v * cos))];
	return [back(left, top), back(right, top), back(right, bottom), back(left, bottom)];
}
