import { createDecipheriv, createHash, createCipheriv } from 'node:crypto';

import { OcrError } from '../../errors/ocrError';
import { Rc4 } from './rc4';
import type { Budget } from './budget';
import { listOf } from './unpack';
import { isDict, nameOf, PdfString, type PdfDict, type PdfValue } from './values';

/** Makes the parts of an encrypted file readable, one by one. */
export interface Decryptor {
	string(bytes: Buffer, number: number, generation: number): Buffer;
	stream(data: Buffer, dict: PdfDict, number: number, generation: number, budget: Budget): Promise<Buffer>;
}

type Method = 'none' | 'rc4' | 'aes128' | 'aes256';

/** ISO 32000-1, algorithm 2: fills up passwords; an empty one is all filling. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * Opens a file that everybody may open: its user password is empty.
 * @param id first part of the file's identifier
 * @throws OcrError Node.EncryptedPdf when it wants a password, or something else than one
 */
export function openDecryptor(encryption: PdfDict, id: Buffer): Decryptor {
	if (nameOf(encryption.get('Filter')) !== 'Standard') {
		throw locked('it is encrypted for the holders of certain certificates');
	}
	const version = numberIn(encryption, 'V');
	const revision = numberIn(encryption, 'R');
	const key = version === 5 ? newKey(encryption, revision) : oldKey(encryption, version, revision, id);
	if (!key) throw locked('a password is needed to open it');
	const methodOf = (filter: string) => (version < 4 ? 'rc4' : namedMethod(encryption, filter));
	const strings = methodOf(nameOf(encryption.get('StrF')) ?? 'Identity');
	const streams = methodOf(nameOf(encryption.get('StmF')) ?? 'Identity');
	return {
		string(bytes, number, generation) {
			if (strings === 'none') return bytes;
			const own = objectKey(key, strings, number, generation);
			return strings === 'rc4' ? new Rc4(own).next(bytes) : decryptAes(own, bytes);
		},
		async stream(data, dict, number, generation, budget) {
			const method = ownFilter(dict) ?? streams;
			if (method === 'none') return data;
			const own = objectKey(key, method, number, generation);
			budget.spend(data.length / (method === 'rc4' ? 64 : 512));
			return method === 'rc4' ? await decryptRc4(own, data, budget) : decryptAes(own, data);
		},
	};

	/** A stream may be left out of the encryption. */
	function ownFilter(dict: PdfDict): Method | undefined {
		const at = listOf(dict.get('Filter')).findIndex((filter) => nameOf(filter) === 'Crypt');
		if (at < 0) return undefined;
		const parameters = listOf(dict.get('DecodeParms'))[at];
		return methodOf((isDict(parameters) ? nameOf(parameters.get('Name')) : undefined) ?? 'Identity');
	}
}

function locked(why: string): OcrError {
	return new OcrError(
		`Save the PDF without a password: ${why}`,
		'The service can\'t be given a password. Open the file in a PDF viewer and print it to a new PDF, or ask for one without protection.',
		{ errorCode: 'Node.EncryptedPdf' },
	);
}

function numberIn(dict: PdfDict, key: string): number {
	const value = dict.get(key);
	return typeof value === 'number' ? value : 0;
}

function bytesIn(dict: PdfDict, key: string): Buffer {
	const value = dict.get(key);
	return value instanceof PdfString ? value.bytes : Buffer.alloc(0);
}

function namedMethod(encryption: PdfDict, filter: string): Method {
	if (filter === 'Identity') return 'none';
	const filters = encryption.get('CF');
	const found = isDict(filters) ? filters.get(filter) : undefined;
	switch (isDict(found) ? nameOf(found.get('CFM')) : undefined) {
		case 'V2':
			return 'rc4';
		case 'AESV2':
			return 'aes128';
		case 'AESV3':
			return 'aes256';
		case 'None':
			return 'none';
		default:
			throw locked('it is encrypted in a way that is not known here');
	}
}

const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** ISO 32000-1, algorithms 2, 4 and 5. @returns undefined when the empty password is wrong */
function oldKey(encryption: PdfDict, version: number, revision: number, id: Buffer): Buffer | undefined {
	if (version < 1 || version > 4) throw locked('it is encrypted in a way that is not known here');
	const bits = version === 1 ? 40 : version === 4 ? 128 : numberIn(encryption, 'Length') || 40;
	const length = Math.min(16, Math.max(5, bits >> 3));
	const permissions = Buffer.alloc(4);
	permissions.writeInt32LE(numberIn(encryption, 'P') | 0);
	const plainMetadata = revision >= 4 && encryption.get('EncryptMetadata') === false;
	let key = md5(
		PADDING,
		bytesIn(encryption, 'O').subarray(0, 32),
		permissions,
		id,
		plainMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0),
	);
	if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, length));
	key = key.subarray(0, length);
	const stored = bytesIn(encryption, 'U');
	if (revision < 3) return new Rc4(key).next(PADDING).equals(stored.subarray(0, 32)) ? key : undefined;
	let check = md5(PADDING, id);
	for (let round = 0; round < 20; round++) check = new Rc4(key.map((byte) => byte ^ round)).next(check);
	return check.equals(stored.subarray(0, 16)) ? key : undefined;
}

/** ISO 32000-2, algorithm 2.A. @returns undefined when the empty password is wrong */
function newKey(encryption: PdfDict, revision: number): Buffer | undefined {
	const user = bytesIn(encryption, 'U');
	const wrapped = bytesIn(encryption, 'UE');
	if (user.length < 48 || wrapped.length < 32) return undefined;
	const hash = revision >= 6 ? hardenedHash : plainHash;
	if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return undefined;
	const decipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16));
	decipher.setAutoPadding(false);
	return decipher.update(wrapped.subarray(0, 32));
}

const plainHash = (salt: Buffer): Buffer => createHash('sha256').update(salt).digest();

/** Rounds that make guessing slow; a made-up file must not make us do it for ever. */
const MAX_ROUNDS = 512;

/** ISO 32000-2, algorithm 2.B, for the empty user password. */
function hardenedHash(salt: Buffer): Buffer {
	let key = plainHash(salt);
	for (let round = 0, last = 0; round < 64 || (last > round - 32 && round < MAX_ROUNDS); round++) {
		const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
		cipher.setAutoPadding(false);
		const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
		const sum = mixed.subarray(0, 16).reduce((total, byte) => total + byte, 0);
		key = createHash(['sha256', 'sha384', 'sha512'][sum % 3] as string).update(mixed).digest();
		last = mixed[mixed.length - 1] as number;
	}
	return key.subarray(0, 32);
}

/** ISO 32000-1, algorithm 1. */
function objectKey(key: Buffer, method: Method, number: number, generation: number): Buffer {
	if (method === 'aes256') return key;
	const suffix = Buffer.from([number, number >> 8, number >> 16, generation, generation >> 8].map((byte) => byte & 0xff));
	const salt = method === 'aes128' ? Buffer.from('sAlT') : Buffer.alloc(0);
	return md5(key, suffix, salt).subarray(0, Math.min(16, key.length + 5));
}

const RC4_CHUNK = 256 * 1024;

async function decryptRc4(key: Buffer, data: Buffer, budget: Budget): Promise<Buffer> {
	const cipher = new Rc4(key);
	const out = Buffer.alloc(data.length);
	for (let at = 0; at < data.length; at += RC4_CHUNK) {
		cipher.next(data.subarray(at, at + RC4_CHUNK)).copy(out, at);
		await budget.rest();
	}
	return out;
}

const AES_BLOCK = 16;

/** The first block is the initialisation vector, the last byte tells the filling. */
function decryptAes(key: Buffer, data: Buffer): Buffer {
	const whole = data.length - (data.length % AES_BLOCK);
	if (whole < 2 * AES_BLOCK) return Buffer.alloc(0);
	const decipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, data.subarray(0, AES_BLOCK));
	decipher.setAutoPadding(false);
	const plain = decipher.update(data.subarray(AES_BLOCK, whole));
	const filling = plain[plain.length - 1] as number;
	return filling >= 1 && filling <= AES_BLOCK ? plain.subarray(0, plain.length - filling) : plain;
}

/** What the trailer says about encryption, its parts resolved. */
export function encryptionParts(trailer: PdfDict): { encrypt: PdfValue | undefined; id: Buffer } {
	const ids = trailer.get('ID');
	const first = Array.isArray(ids) ? ids[0] : undefined;
	return { encrypt: trailer.get('Encrypt'), id: first instanceof PdfString ? first.bytes : Buffer.alloc(0) };
}
