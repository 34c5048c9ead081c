// The file behind `url`: rows 20 and 21 of section 15.2, rules of section 5.5.
import { lookup as dnsLookup } from 'node:dns';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { get as httpsGet } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Cloud } from '../cloud.cts';
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import { MAX_FILE_BYTES } from './imageFile.cts';
import { type ObsAddress, parseObsAddress } from './objectStorage.cts';
import { isPrivateAddress } from './privateAddress.cts';

/** Redirects are not documented; chosen: up to three, each looked at like the first address. */
const MAX_REDIRECTS = 3;

export async function fetchFile(cloud: Cloud, call: Call, text: string): Promise<Buffer> {
	const url = parseUrl(call, text);
	const obs = parseObsAddress(url);
	if (obs === 'invalid') return refuse('ModelArts.4703', call.requestId);
	if (obs) return readObject(cloud, call, obs);
	try {
		return await download(cloud, url, MAX_REDIRECTS);
	} catch {
		// No detail: what a private network answers is nobody's business.
		return refuse('ModelArts.4603', call.requestId);
	}
}

/** Row 20 */
function parseUrl(call: Call, text: string): URL {
	const looksLikeObs = /\.obs\.|\/\/obs\./.test(text);
	const code = looksLikeObs ? 'ModelArts.4703' : 'ModelArts.4601';
	if (/[^\x21-\x7e]/.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) refuse(code, call.requestId);
	return new URL(text);
}

function readObject(cloud: Cloud, call: Call, address: ObsAddress): Buffer {
	const object = cloud.storage.get(address);
	// An object of another region is out of reach unless everybody may read it.
	if (address.region !== cloud.settings.region && !object?.publicRead) refuse('ModelArts.4703', call.requestId);
	if (object && object.publicRead === false && !cloud.settings.obsAgency) refuse('ModelArts.4702', call.requestId);
	if (!object) return refuse('ModelArts.4706', call.requestId);
	if (object.bytes.length > MAX_FILE_BYTES) refuse('ModelArts.4705', call.requestId);
	if (!isStandardType(object.contentType ?? 'image/png')) refuse('ModelArts.4704', call.requestId);
	return object.bytes;
}

/** @throws Error when anything about the download is not as it has to be. */
async function download(cloud: Cloud, url: URL, redirectsLeft: number): Promise<Buffer> {
	if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Error('scheme');
	const response = await open(cloud, url);
	const status = response.statusCode ?? 0;
	const location = response.headers.location;
	if (status >= 300 && status < 400 && location) {
		response.destroy();
		if (redirectsLeft === 0) throw new Error('too many redirects');
		return download(cloud, new URL(location, url), redirectsLeft - 1);
	}
	if (status !== 200 || !isStandardType(response.headers['content-type'] ?? '')) {
		response.destroy();
		throw new Error('status or content type');
	}
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of response as AsyncIterable<Buffer>) {
		length += part.length;
		if (length > MAX_FILE_BYTES) throw new Error('size'); // leaving the loop ends the connection
		parts.push(part);
	}
	return Buffer.concat(parts);
}

function open(cloud: Cloud, url: URL): Promise<IncomingMessage> {
	const { allowPrivateUrls, downloadTimeoutMs } = cloud.settings;
	return new Promise((resolve, reject) => {
		const host = url.hostname.replace(/^\[|\]$/g, '');
		if (!allowPrivateUrls && isIP(host) && isPrivateAddress(host)) {
			reject(new Error('private address'));
			return;
		}
		const get = url.protocol === 'https:' ? httpsGet : httpGet;
		const request = get(
			url,
			{
				agent: false,
				signal: AbortSignal.timeout(downloadTimeoutMs),
				...(allowPrivateUrls ? {} : { lookup: publicLookup }),
			},
			resolve,
		);
		request.on('error', reject);
	});
}

/** Checked where the connection is made, so that a name cannot change its address in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
	dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
		if (error) return callback(error, '', 0);
		const first = addresses[0];
		if (!first || addresses.some((entry) => isPrivateAddress(entry.address))) {
			return callback(new Error('private address'), '', 0);
		}
		if (options.all) return callback(null, addresses);
		return callback(null, first.address, first.family);
	});
};

/** "Standard content type such as image/gif …" (5.5); PDF belongs to the current formats. */
function isStandardType(contentType: string): boolean {
	const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
	return (/^image\/[a-z0-9.+-]+$/.test(type) && type !== 'image/svg+xml') || type === 'application/pdf';
}
