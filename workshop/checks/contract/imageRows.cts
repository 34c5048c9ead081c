// Section 15.2, rows 20 to 28: where the file comes from, what it is, what comes back.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Emulator } from '../../emulator/server.cts';
import { type Reply, resultOf } from '../../emulator/client.cts';
import { call, withImage } from './calls.cts';
import { type Check, type Expected, serviceError } from './check.cts';
import { HEADERS, pngHeader, textPage } from './images.cts';

const URL_REFUSED = serviceError(400, 'ModelArts.4601', 'The URL is not allowed.');
const NOT_FETCHED = serviceError(400, 'ModelArts.4603', 'Obtaining the file from the URL failed.');
const OBS_INVALID = serviceError(400, 'ModelArts.4703', 'The Obs URL is invalid.');
const LENGTH = serviceError(400, 'ModelArts.4104', 'Invalid Request Content Length.');
const PARAMETER = serviceError(400, 'AIS.0101', 'The input parameter is invalid.');
const FORMAT = serviceError(400, 'AIS.0102', 'The image format is not supported.');
const SIZE = serviceError(400, 'AIS.0103', 'The image size does not meet the requirements.');
const GOOD: Expected = { status: 200 };

function check(row: string, name: string, sendIt: Check['send'], expected: Expected): Check {
	return { row: `15.2 row ${row}`, name, send: sendIt, expected };
}

const url =
	(text: string): Check['send'] =>
	(emulator) =>
		call(emulator, { url: text });

const file =
	(bytes: Buffer, more: Record<string, unknown> = {}): Check['send'] =>
	(emulator) =>
		call(emulator, { image: bytes.toString('base64'), ...more });

const base64 =
	(text: string): Check['send'] =>
	(emulator) =>
		call(emulator, { image: text });

function during(settings: Parameters<Emulator['control']['set']>[0], sendIt: Check['send']): Check['send'] {
	return async (emulator) => {
		const before = { ...emulator.control.settings };
		emulator.control.set(settings);
		try {
			return await sendIt(emulator);
		} finally {
			emulator.control.set(before);
		}
	};
}

const seed = (sendIt: Check['send']): Check['send'] => during({ profile: 'seed' }, sendIt);
const real = (sendIt: Check['send']): Check['send'] => during({ engine: 'ocr' }, sendIt);

interface Hosted {
	status?: number;
	type?: string;
	body?: Buffer;
	/** Never answers. */
	silent?: boolean;
	/** Sends the client on. */
	location?: string;
}

/** A web server of its own for one call. */
function hosted(page: Hosted, settings: Parameters<Emulator['control']['set']>[0] = { allowPrivateUrls: true }): Check['send'] {
	return async (emulator) => {
		const server = createServer((_, response) => {
			if (page.silent) return;
			const headers = { 'content-type': page.type ?? 'image/png', ...(page.location ? { location: page.location } : {}) };
			response.writeHead(page.status ?? 200, headers).end(page.body ?? textPage());
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		try {
			return await during(settings, url(`http://127.0.0.1:${port}/page.png`))(emulator);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	};
}

function obs(object: { region?: string; publicRead?: boolean; bytes?: Buffer; contentType?: string } | undefined, settings = {}): Check['send'] {
	return (emulator) => {
		let address = 'https://bucket.obs.cn-north-4.myhuaweicloud.com/absent.png';
		if (object) {
			const { region = 'cn-north-4', bytes = textPage(), ...rest } = object;
			address = emulator.control.putObject('bucket', region, 'page.png', { bytes, ...rest });
		}
		return during(settings, url(address))(emulator);
	};
}

const onDemand =
	(code: string): Check['send'] =>
	(emulator) => {
		emulator.control.failOcr({ kind: 'error', code });
		return call(emulator, withImage());
	};

async function twoPages(): Promise<Buffer> {
	const document = await PDFDocument.create();
	for (const words of ['First page', 'Second page']) {
		const page = document.addPage([300, 100]);
		page.drawText(words, { x: 30, y: 40, size: 24 });
	}
	return Buffer.from(await document.save());
}

const pdf =
	(more: Record<string, unknown>): Check['send'] =>
	async (emulator) =>
		real(file(await twoPages(), more))(emulator);

function words(expected: string): Expected {
	return {
		status: 200,
		also: (reply) => {
			const found = resultOf(reply).words_block_list.map((block) => block.words).join('|');
			return found === expected ? undefined : `read "${found}" instead of "${expected}"`;
		},
	};
}

function result(condition: (reply: ReturnType<typeof resultOf>) => string | undefined): Expected {
	return { status: 200, also: (reply: Reply) => condition(resultOf(reply)) };
}

const isClockwise = ([a, b, c]: Array<[number, number]>): boolean =>
	!!a && !!b && !!c && (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0;

export const IMAGE_CHECKS: Check[] = [
	check('20', 'no scheme', url('example.com/a.png'), URL_REFUSED),
	check('20', 'ftp', url('ftp://example.com/a.png'), URL_REFUSED),
	check('20', 'file', url('file:///etc/hosts'), URL_REFUSED),
	check('20', 'Chinese characters', url('https://example.com/图片.png'), URL_REFUSED),
	check('20', 'a space', url('https://example.com/a b.png'), URL_REFUSED),
	check('20', 'no host', url('https://'), URL_REFUSED),
	check('20', 'OBS without an object', url('https://bucket.obs.cn-north-4.myhuaweicloud.com/'), OBS_INVALID),
	check('20', 'OBS with Chinese characters', url('https://bucket.obs.cn-north-4.myhuaweicloud.com/图.png'), OBS_INVALID),
	check('21', 'loopback address', hosted({}, { allowPrivateUrls: false }), NOT_FETCHED),
	check('21', 'loopback by name', url('http://localhost:1/a.png'), NOT_FETCHED),
	check('21', 'private network', url('http://10.0.0.1/a.png'), NOT_FETCHED),
	check('21', 'metadata service', url('http://169.254.169.254/latest'), NOT_FETCHED),
	check('21', 'IPv6 loopback', url('http://[::1]:1/a.png'), NOT_FETCHED),
	check('21', 'page found', hosted({}), GOOD),
	check('21', '404', hosted({ status: 404 }), NOT_FETCHED),
	check('21', 'HTML', hosted({ type: 'text/html', body: Buffer.from('<html>') }), NOT_FETCHED),
	check('21', 'octet-stream', hosted({ type: 'application/octet-stream' }), NOT_FETCHED),
	check('21', 'too large', hosted({ body: Buffer.alloc(7_864_321) }), NOT_FETCHED),
	check('21', 'too slow', hosted({ silent: true }, { allowPrivateUrls: true, downloadTimeoutMs: 100 }), NOT_FETCHED),
	check('21', 'redirect without end', hosted({ status: 302, location: '/page.png' }), NOT_FETCHED),
	check('21', 'redirect to another scheme', hosted({ status: 302, location: 'file:///etc/hosts' }), NOT_FETCHED),
	check('21', 'nobody there', during({ allowPrivateUrls: true }, url('http://127.0.0.1:1/a.png')), NOT_FETCHED),
	check('21', 'OBS object', obs({ publicRead: true }), GOOD),
	check('21', 'OBS private object through the agency', obs({ publicRead: false }), GOOD),
	check('21', 'OBS private object, agency off', obs({ publicRead: false }, { obsAgency: false }), serviceError(400, 'ModelArts.4702', 'Query Obs agency failed.')),
	check('21', 'OBS private object of another region', obs({ region: 'cn-south-1', publicRead: false }), OBS_INVALID),
	check('21', 'OBS public object of another region', obs({ region: 'cn-south-1', publicRead: true }), GOOD),
	check('21', 'OBS object of another type', obs({ contentType: 'text/html' }), serviceError(400, 'ModelArts.4704', 'Obtaining the file from the OBS failed.')),
	check('21', 'OBS object too large', obs({ bytes: Buffer.alloc(7_864_321) }), serviceError(400, 'ModelArts.4705', 'The file stored on the OBS is oversized.')),
	check('21', 'OBS object absent', obs(undefined), serviceError(400, 'ModelArts.4706', 'The Obs file is not exist.')),
	check('22', 'data URI', base64(`data:image/png;base64,${textPage().toString('base64')}`), FORMAT),
	check('22', 'escaped line break', base64(textPage().toString('base64').replace(/^(.{76})/, '$1\n')), FORMAT),
	check('22', 'a character that is not of the alphabet', base64(textPage().toString('base64').replace(/^(.{50})./, '$1*')), FORMAT),
	check('22', 'URL alphabet', base64(`${textPage().toString('base64').slice(0, 400)}-_-_`), FORMAT),
	check('22', 'no padding', base64(Buffer.alloc(10, 1).toString('base64').replace(/=+$/, '')), FORMAT),
	check('22', 'over 10 MB of text', base64('A'.repeat(10 * 1024 * 1024 + 4)), LENGTH),
	check('22', 'exactly 10 MB of text', during({}, base64(Buffer.concat([pngHeader(100, 100), Buffer.alloc(7_864_320 - 33)]).toString('base64'))), GOOD),
	...(['svg', 'text'] as const).map((name) => check('23', name, file(HEADERS[name]), FORMAT)),
	...(['gif', 'webp', 'pcx', 'ico', 'psd', 'pdf'] as const).map((name) => check('23', `${name}, current profile`, file(HEADERS[name]), GOOD)),
	...(['gif', 'webp', 'pcx', 'ico', 'psd', 'pdf'] as const).map((name) => check('23', `${name}, seed profile`, seed(file(HEADERS[name])), FORMAT)),
	...(['jpeg', 'bmp', 'tiff'] as const).map((name) => check('23', `${name}, seed profile`, seed(file(HEADERS[name])), GOOD)),
	check('23', 'a PNG cut short', real(file(textPage().subarray(0, 200))), FORMAT),
	check('24', '14 px', file(pngHeader(14, 100)), SIZE),
	check('24', '15 px', file(pngHeader(15, 15)), GOOD),
	check('24', '30,000 px, current', file(pngHeader(30_000, 100)), GOOD),
	check('24', '30,001 px, current', file(pngHeader(30_001, 100)), SIZE),
	check('24', '160 M pixels, current', file(pngHeader(16_000, 10_000)), GOOD),
	check('24', 'more than 160 M pixels, current', file(pngHeader(16_000, 10_001)), SIZE),
	check('24', '4096 px, seed', seed(file(pngHeader(4096, 4096))), GOOD),
	check('24', '4097 px, seed', seed(file(pngHeader(4097, 100))), SIZE),
	check('25', 'PDF, first page by default', pdf({}), words('First page')),
	check('25', 'PDF, second page', pdf({ pdf_page_number: 2 }), words('Second page')),
	check('25', 'PDF, third of two pages', pdf({ pdf_page_number: 3 }), PARAMETER),
	check('26', 'on demand', onDemand('AIS.0104'), serviceError(400, 'AIS.0104', 'The image is not supported or the image quality is poor.')),
	check('27', 'one line', real(file(textPage())), words('Invoice 2026')),
	check('27', 'direction not asked for, corners, count, confidence', real(file(textPage())), result((found) => {
		const [block] = found.words_block_list;
		if (found.direction !== -1) return `direction ${found.direction}`;
		if (found.words_block_count !== 1 || !block) return `count ${found.words_block_count}`;
		if (!block.location.flat().every(Number.isInteger)) return 'corners are no integers';
		if (!isClockwise(block.location)) return 'corners are not clockwise';
		if (!(block.confidence !== undefined && block.confidence > 0.5 && block.confidence <= 1)) return 'confidence';
		return block.char_list === undefined ? undefined : 'characters nobody asked for';
	})),
	check('27', 'direction asked for', real(file(textPage(), { detect_direction: true })), result((found) =>
		found.direction <= 1 || found.direction >= 359 ? undefined : `direction ${found.direction}`,
	)),
	check('27', 'seed profile: no confidence, whole direction', seed(real(file(textPage(), { detect_direction: true }))), result((found) => {
		if (found.words_block_list.some((block) => 'confidence' in block)) return 'confidence';
		return Number.isInteger(found.direction) ? undefined : `direction ${found.direction}`;
	})),
	check('27', 'character_mode', real(file(textPage(), { character_mode: true })), result(({ words_block_list: [block] }) =>
		block?.char_list?.map((character) => character.char).join('') === 'Invoice2026' ? undefined : 'characters',
	)),
	check('27', 'return_markdown_result', real(file(textPage(), { return_markdown_result: true })), result((found) =>
		found.markdown_result === 'Invoice 2026' ? undefined : `markdown ${found.markdown_result}`,
	)),
	check('27', 'no text', real(file(textPage(200, 100, ''))), result((found) =>
		found.words_block_count === 0 && found.words_block_list.length === 0 ? undefined : 'blocks on an empty page',
	)),
	check('27', 'recognition failed, on demand', onDemand('AIS.0105'), serviceError(400, 'AIS.0105', 'Recognition failed.')),
	check('28', 'X-Request-Id, also beside a good answer', (e) => call(e, withImage()), GOOD),
];
