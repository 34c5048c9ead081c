// A stand-in for OBS: objects put here are found under `https://{bucket}.obs.{region}.myhuaweicloud.com/{key}`
// without any network. Codes of 5.5 and 15.2 rows 20 and 21.

export interface StoredObject {
	bytes: Buffer;
	/** Readable by everybody; else only through the agency. Default true. */
	publicRead?: boolean;
	contentType?: string;
}

export interface ObsAddress {
	bucket: string;
	region: string;
	key: string;
}

export class ObjectStorage {
	readonly #objects = new Map<string, StoredObject>();

	put(bucket: string, region: string, key: string, object: StoredObject): string {
		this.#objects.set(`${region}/${bucket}/${key}`, object);
		return `https://${bucket}.obs.${region}.myhuaweicloud.com/${encodeURI(key)}`;
	}

	get({ bucket, region, key }: ObsAddress): StoredObject | undefined {
		return this.#objects.get(`${region}/${bucket}/${key}`);
	}

	clear(): void {
		this.#objects.clear();
	}
}

/** @returns undefined when the host is not OBS, `invalid` when bucket or object is missing. */
export function parseObsAddress(url: URL): ObsAddress | 'invalid' | undefined {
	const match = /^(?:([^.]+)\.)?obs\.([a-z0-9-]+)\.myhuaweicloud\.com$/.exec(url.hostname);
	if (!match) return undefined;
	const [, bucket, region] = match;
	const key = decodeURI(url.pathname.slice(1));
	return bucket && region && key ? { bucket, region, key } : 'invalid';
}
