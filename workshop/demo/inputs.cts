// What the user named on the command line → the images to read.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export type Input = { kind: 'file'; path: string; name: string } | { kind: 'url'; url: string; name: string };

/** Endings of files that a folder is searched for; a file named by itself may have any. */
const IMAGE_ENDINGS = new Set(['.png', '.jpg', '.jpeg', '.bmp', '.gif', '.tif', '.tiff', '.webp', '.pcx', '.ico', '.psd', '.pdf']);

const byName = new Intl.Collator('en', { numeric: true });

function urlInput(url: string): Input {
	let last = '';
	try {
		last = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
	} catch {
		// Not an address, or not decodable: the node will say what is wrong with it.
	}
	return { kind: 'url', url, name: last === '' ? 'image' : last };
}

/**
 * One input for a file or a URL, one per image for a folder (not its subfolders).
 * @param base folder that relative paths start from
 * @throws Error when a folder holds no image or can't be listed; a missing file is found out later
 */
export async function inputsOf(argument: string, base: string): Promise<Input[]> {
	if (/^https?:\/\//i.test(argument)) return [urlInput(argument)];
	const full = path.resolve(base, argument);
	const isFolder = await stat(full).then((found) => found.isDirectory(), () => false);
	if (!isFolder) return [{ kind: 'file', path: full, name: path.basename(full) }];
	const names = (await readdir(full, { withFileTypes: true }))
		.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && IMAGE_ENDINGS.has(path.extname(entry.name).toLowerCase()))
		.map((entry) => entry.name)
		.sort((a, b) => byName.compare(a, b));
	if (names.length === 0) throw new Error(`No image in the folder ${argument}`);
	return names.map((name) => ({ kind: 'file', path: path.join(full, name), name }));
}
