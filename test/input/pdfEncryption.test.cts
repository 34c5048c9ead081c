// Encrypted PDFs that open without a password, in every way that ISO 32000 knows.
import { createCipheriv, createHash } from 'node:crypto';

import { Budget } from '../../nodes/HuaweiOcr/input/pdf/budget.ts';
import { encryptionParts, openDecryptor } from '../../nodes/HuaweiOcr/input/pdf/decrypt.ts';
import { Rc4 } from '../../nodes/HuaweiOcr/input/pdf/rc4.ts';
import { PdfString, type PdfDict } from '../../nodes/HuaweiOcr/input/pdf/values.ts';
import { latin1, parsed } from './pdfText.cts';

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const ID = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex');
const OWNER = Buffer.alloc(32, 0x9c);
const PERMISSIONS = -44;

const dictOf = (text: string): PdfDict => parsed(text) as PdfDict;
const hash = (algorithm: string, ...parts: Buffer[]) => createHash(algorithm).update(Buffer.concat(parts)).digest();
const rc4 = (key: Uint8Array, data: Buffer) => new Rc4(key).next(data);

function aes(key: Buffer, plain: Buffer): Buffer {
	const start = Buffer.alloc(16, 0x31);
	const cipher = createCipheriv(`aes-${key.length * 8}-cbc`, key, start);
	return Buffer.concat([start, cipher.update(plain), cipher.final()]);
}

interface Lock {
	version: number;
	revision: number;
	/** Bits of the key. */
	bits: number;
	/** Further entries. */
	entries?: string;
	plainMetadata?: boolean;
}

/** The key and the dictionary of a file whose user password is empty, as a writer makes them up to version 4. */
function locked({ version, revision, bits, entries = '', plainMetadata = false }: Lock): { key: Buffer; dict: PdfDict } {
	const permissions = Buffer.alloc(4);
	permissions.writeInt32LE(PERMISSIONS);
	let key = hash('md5', PADDING, OWNER, permissions, ID, plainMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0)).subarray(0, bits / 8);
	if (revision > 2) for (let round = 0; round < 50; round++) key = hash('md5', key).subarray(0, bits / 8);
	let user = revision > 2 ? hash('md5', PADDING, ID) : PADDING;
	for (let round = 0; round < (revision > 2 ? 20 : 1); round++) user = rc4(key.map((byte) => byte ^ round), user);
	const dict = dictOf(`<</Filter/Standard/V ${version}/R ${revision}/P ${PERMISSIONS}${entries}>>`);
	dict.set('O', new PdfString(OWNER));
	dict.set('U', new PdfString(Buffer.concat([user, Buffer.alloc(32 - user.length, 0x77)])));
	return { key, dict };
}

/** The key of the object 258 3, which has two bytes of each number. */
function keyOf258(key: Buffer, salt = ''): Buffer {
	return hash('md5', key, Buffer.from([2, 1, 0, 3, 0]), latin1(salt)).subarray(0, Math.min(16, key.length + 5));
}

const METHODS: Record<string, (key: Buffer, plain: Buffer) => Buffer> = {
	plain: (_key, plain) => plain,
	rc4: (key, plain) => rc4(keyOf258(key), plain),
	aes128: (key, plain) => aes(keyOf258(key, 'sAlT'), plain),
	aes256: (key, plain) => aes(key, plain),
};

const TEXT = latin1('Deposit of 300 crowns, returned on demand');

async function expectReadable({ key, dict }: { key: Buffer; dict: PdfDict }, strings: string, streams: string, stream = '<<>>'): Promise<void> {
	const decryptor = openDecryptor(dict, ID);
	const string = decryptor.string((METHODS[strings] as (typeof METHODS)[string])(key, TEXT), 258, 3);
	const data = await decryptor.stream((METHODS[streams] as (typeof METHODS)[string])(key, TEXT), dictOf(stream), 258, 3, new Budget(0));
	expect([string.toString('latin1'), data.toString('latin1')]).toEqual([TEXT.toString('latin1'), TEXT.toString('latin1')]);
}

test('RC4 gives what is published of it', () => {
	expect(rc4(latin1('Key'), latin1('Plaintext')).toString('hex')).toBe('bbf316e8d940af0ad3');
	const inParts = new Rc4(latin1('Wiki'));
	expect(Buffer.concat([inParts.next(latin1('pe')), inParts.next(latin1('dia'))]).toString('hex')).toBe('1021bf0420');
});

describe('files before version 4 are encrypted by RC4 throughout', () => {
	test.each<[string, Lock]>([
		['40 bits, the oldest kind', { version: 1, revision: 2, bits: 40 }],
		['40 bits, whatever length is said', { version: 1, revision: 2, bits: 40, entries: '/Length 128' }],
		['40 bits where no length is said', { version: 2, revision: 3, bits: 40 }],
		['a length of 64 bits', { version: 2, revision: 3, bits: 64, entries: '/Length 64' }],
		['a length of 128 bits', { version: 2, revision: 3, bits: 128, entries: '/Length 128' }],
		['a length above the most', { version: 2, revision: 3, bits: 128, entries: '/Length 256' }],
		['a length below the least', { version: 2, revision: 3, bits: 40, entries: '/Length 8' }],
		['crypt filters that this version does not know', { version: 2, revision: 3, bits: 40, entries: '/StmF/Identity/StrF/Identity' }],
	])('%s', async (_name, lock) => {
		await expectReadable(locked(lock), 'rc4', 'rc4');
	});
});

describe('from version 4 on, strings and streams each have their own way', () => {
	const filters = '/CF<</Old<</CFM/V2>>/New<</CFM/AESV2>>/Off<</CFM/None>>>>';
	test.each([
		['/StrF/New/StmF/New', 'aes128', 'aes128'],
		['/StrF/Old/StmF/Old', 'rc4', 'rc4'],
		['/StrF/Old/StmF/New', 'rc4', 'aes128'],
		['/StrF/New/StmF/Old', 'aes128', 'rc4'],
		['/StrF/Identity/StmF/New', 'plain', 'aes128'],
		['/StrF/New/StmF/Identity', 'aes128', 'plain'],
		['/StmF/New', 'plain', 'aes128'],
		['/StrF/New', 'aes128', 'plain'],
		['/StrF/Off/StmF/Off', 'plain', 'plain'],
	])('%s', async (entries, strings, streams) => {
		await expectReadable(locked({ version: 4, revision: 4, bits: 128, entries: filters + entries }), strings, streams);
	});

	test('metadata that are left plain change the key', async () => {
		const lock = { version: 4, revision: 4, bits: 128, entries: `${filters}/StrF/New/StmF/New/EncryptMetadata false`, plainMetadata: true };
		await expectReadable(locked(lock), 'aes128', 'aes128');
	});

	test.each([
		['<</Filter/Crypt/DecodeParms<</Name/Old>>>>', 'rc4'],
		['<</Filter[/Crypt/FlateDecode]/DecodeParms[<</Name/Old>>null]>>', 'rc4'],
		['<</Filter[/FlateDecode/Crypt]/DecodeParms[null<</Name/Old>>]>>', 'rc4'],
		['<</Filter[/Crypt]/DecodeParms[<</Name/Identity>>]>>', 'plain'],
		['<</Filter/Crypt>>', 'plain'],
		['<</Filter[/FlateDecode]/DecodeParms[<</Name/Old>>]>>', 'aes128'],
	])('a stream of its own way: %s', async (stream, method) => {
		await expectReadable(locked({ version: 4, revision: 4, bits: 128, entries: `${filters}/StrF/New/StmF/New` }), 'aes128', method, stream);
	});
});

describe('AES-256', () => {
	const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 5 + 1));
	const checkSalt = latin1('check..1');
	const keySalt = latin1('key....2');
	const wrapped = (() => {
		const cipher = createCipheriv('aes-256-cbc', hash('sha256', keySalt), Buffer.alloc(16));
		cipher.setAutoPadding(false);
		return cipher.update(key);
	})();
	const dict = (entries = ''): PdfDict => {
		const made = dictOf(`<</Filter/Standard/V 5/R 5/StrF/StdCF/StmF/StdCF/CF<</StdCF<</CFM/AESV3>>>>${entries}>>`);
		made.set('U', new PdfString(Buffer.concat([hash('sha256', checkSalt), checkSalt, keySalt, Buffer.alloc(79)])));
		made.set('UE', new PdfString(wrapped));
		return made;
	};

	test('revision 5: the key is wrapped by the hash of the empty password', async () => {
		await expectReadable({ key, dict: dict() }, 'aes256', 'aes256');
	});

	test.each([
		['U', Buffer.alloc(48)],
		['U', Buffer.alloc(47)],
		['UE', Buffer.alloc(31)],
	])('a file whose %s does not fit wants a password', (name, bytes) => {
		expect(() => openDecryptor(dict().set(name, new PdfString(bytes)), ID)).toThrow(/a password is needed/);
	});

	test('data that are cut off give their whole blocks, and those of less than one block nothing', async () => {
		const decryptor = openDecryptor(dict(), ID);
		const packed = aes(key, TEXT);
		const cut = (length: number) => decryptor.string(packed.subarray(0, length), 1, 0).toString('latin1');
		expect([0, 15, 16, 31].map(cut)).toEqual(['', '', '', '']);
		expect(cut(47)).toBe(TEXT.toString('latin1', 0, 16));
		expect(cut(48)).toBe(TEXT.toString('latin1', 0, 32));
		expect(await decryptor.stream(packed, dictOf('<<>>'), 1, 0, new Budget(0))).toHaveLength(TEXT.length);
	});
});

describe('what can not be opened is said', () => {
	const otherUser = locked({ version: 2, revision: 3, bits: 128, entries: '/Length 128' }).dict.set('U', new PdfString(Buffer.alloc(32)));
	const oldUser = locked({ version: 1, revision: 2, bits: 40 }).dict.set('U', new PdfString(Buffer.alloc(32)));
	test.each([
		['a user password', otherUser, 'a password is needed to open it'],
		['a user password of the oldest kind', oldUser, 'a password is needed to open it'],
		['no entry for the user', dictOf('<</Filter/Standard/V 2/R 3>>'), 'a password is needed to open it'],
		['certificates', dictOf('<</Filter/Adobe.PubSec/V 4>>'), 'it is encrypted for the holders of certain certificates'],
		['no version', dictOf('<</Filter/Standard>>'), 'it is encrypted in a way that is not known here'],
		['a version to come', dictOf('<</Filter/Standard/V 6/R 7>>'), 'it is encrypted in a way that is not known here'],
		['a filter that is missing', locked({ version: 4, revision: 4, bits: 128, entries: '/StmF/StdCF' }).dict, 'it is encrypted in a way that is not known here'],
		['a filter of an unknown method', locked({ version: 4, revision: 4, bits: 128, entries: '/StmF/X/CF<</X<</CFM/ROT13>>>>' }).dict, 'it is encrypted in a way that is not known here'],
	])('%s', (_name, dict, why) => {
		expect(() => openDecryptor(dict, ID)).toThrow(`Save the PDF without a password: ${why}`);
	});

	test('another identifier of the file is another key', () => {
		expect(() => openDecryptor(locked({ version: 2, revision: 3, bits: 40 }).dict, Buffer.alloc(16))).toThrow(/a password is needed/);
	});
});

test.each([
	['<</ID[<0102><0304>]/Encrypt 7 0 R>>', '0102'],
	['<</ID[]/Encrypt 7 0 R>>', ''],
	['<</ID(plain)/Encrypt 7 0 R>>', ''],
	['<</Encrypt 7 0 R>>', ''],
])('the first part of the identifier counts: %s', (trailer, id) => {
	const parts = encryptionParts(dictOf(trailer));
	expect([parts.encrypt, parts.id.toString('hex')]).toEqual([expect.objectContaining({ number: 7 }), id]);
});

test('long data are decrypted as one', async () => {
	const { key, dict } = locked({ version: 2, revision: 3, bits: 128, entries: '/Length 128' });
	const plain = Buffer.alloc(600_000, 'stretch of a scan ');
	const data = await openDecryptor(dict, ID).stream(rc4(keyOf258(key), plain), dictOf('<<>>'), 258, 3, new Budget(0));
	expect(data.equals(plain)).toBe(true);
});
