// The accounts of section 15.1, with names and passwords that the README lists. All of it is made up;
// nothing here opens anything but this emulator.
import { createHash } from 'node:crypto';

export interface EmulatorProject {
	id: string;
	/** Region id (default project) or `{region}_{name}` (own sub-project), contract 2.1. */
	name: string;
}

export interface EmulatorAccessKey {
	accessKeyId: string;
	secretAccessKey: string;
	/** Only for temporary keys: has to come in `X-Security-Token`. */
	securityToken?: string;
	/** ms since 1970; only for temporary keys. */
	expiresAt?: number;
}

export interface EmulatorUser {
	/** Account name (IAM domain). */
	domainName: string;
	domainId: string;
	name: string;
	id: string;
	password: string;
	projects: EmulatorProject[];
	accessKeys: EmulatorAccessKey[];
	/** `locked` is locked for good; the lock after five failures is kept elsewhere. */
	state: 'active' | 'locked' | 'disabled';
	programmaticAccess: boolean;
	/** Holds `OCR FullAccess` or `OCR ReadOnlyAccess` (1.3). */
	ocrRights: boolean;
	/** General Text was subscribed in this region (1.3). */
	subscribed: boolean;
	account: 'good' | 'restricted' | 'frozen';
	/** The account was upgraded to a HUAWEI ID: its password opens nothing here, whatever it is (2.5). */
	huaweiId?: true;
	/** Base32 secret of the virtual MFA device; set = API logins need `totp` (2.5). */
	mfaSecret?: string;
}

/** Ids stay the same from start to start, so that saved credentials keep working. */
export function stableId(text: string): string {
	return createHash('sha256').update(`emulator:${text}`).digest('hex').slice(0, 32);
}

export const GOOD_ACCOUNT = 'emulator-account';
export const GOOD_USER = 'ocr-user';
export const GOOD_PASSWORD = 'Emulator-Pass-1';
export const HOME_REGION = 'cn-north-4';
/** Project of the home region of the good user. */
export const GOOD_PROJECT_ID = stableId(`${GOOD_ACCOUNT}/${HOME_REGION}`);
export const GOOD_ACCESS_KEY = 'EMULATORACCESSKEY001';
export const GOOD_SECRET_KEY = 'EmulatorSecretKey00000000000000000000001';
export const TEMPORARY_ACCESS_KEY = 'EMULATORTEMPORARY001';
export const TEMPORARY_SECRET_KEY = 'EmulatorSecretKey00000000000000000000002';
export const TEMPORARY_SECURITY_TOKEN = 'gQpjbi1ub3J0aC00emulator-temporary-security-token';
export const MFA_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Region part of a project name: `cn-north-4` of `cn-north-4_invoices`. */
export function regionOfProject(name: string): string {
	return name.split('_')[0] ?? name;
}

function projectsOf(account: string, names: string[]): EmulatorProject[] {
	return names.map((name) => ({ id: stableId(`${account}/${name}`), name }));
}

function user(name: string, changes: Partial<EmulatorUser> = {}): EmulatorUser {
	const domainName = changes.domainName ?? GOOD_ACCOUNT;
	return {
		domainName,
		domainId: stableId(domainName),
		name,
		id: stableId(`${domainName}:${name}`),
		password: GOOD_PASSWORD,
		projects: projectsOf(domainName, [HOME_REGION, `${HOME_REGION}_invoices`, 'cn-east-3']),
		accessKeys: [],
		state: 'active',
		programmaticAccess: true,
		ocrRights: true,
		subscribed: true,
		account: 'good',
		...changes,
	};
}

/** A fresh copy of the seeded users; `README.md` holds the same list for people. */
export function seededUsers(): EmulatorUser[] {
	return [
		user(GOOD_USER, {
			accessKeys: [
				{ accessKeyId: GOOD_ACCESS_KEY, secretAccessKey: GOOD_SECRET_KEY },
				{
					accessKeyId: TEMPORARY_ACCESS_KEY,
					secretAccessKey: TEMPORARY_SECRET_KEY,
					securityToken: TEMPORARY_SECURITY_TOKEN,
				},
				{
					accessKeyId: 'EMULATORTEMPORARY000',
					secretAccessKey: 'EmulatorSecretKey00000000000000000000003',
					securityToken: 'gQpjbi1ub3J0aC00expired-security-token',
					expiresAt: 0,
				},
			],
		}),
		user('second-user', {
			accessKeys: [
				{ accessKeyId: 'EMULATORACCESSKEY002', secretAccessKey: 'EmulatorSecretKey00000000000000000000004' },
			],
		}),
		user('locked-user', { state: 'locked' }),
		user('console-user', { programmaticAccess: false }),
		user('disabled-user', {
			state: 'disabled',
			accessKeys: [
				{ accessKeyId: 'EMULATORDISABLED0001', secretAccessKey: 'EmulatorSecretKey00000000000000000000005' },
			],
		}),
		user('mfa-user', { mfaSecret: MFA_SECRET }),
		user('no-rights-user', {
			ocrRights: false,
			accessKeys: [
				{ accessKeyId: 'EMULATORNORIGHTS0001', secretAccessKey: 'EmulatorSecretKey00000000000000000000006' },
			],
		}),
		user('no-project-user', { projects: [] }),
		// An account that logs in as itself.
		user('huawei-id-account', { domainName: 'huawei-id-account', huaweiId: true }),
		user('ocr-user', { domainName: 'unsubscribed-account', subscribed: false }),
		user('ocr-user', { domainName: 'restricted-account', account: 'restricted' }),
		user('ocr-user', { domainName: 'frozen-account', account: 'frozen' }),
		// Owner of the keys that the signing vectors A to E of section 4.3 use.
		user('vector-user', {
			domainName: 'vector-account',
			projects: [{ id: '0123456789abcdef0123456789abcdef', name: HOME_REGION }],
			accessKeys: [
				{
					accessKeyId: 'EXAMPLEACCESSKEY0001',
					secretAccessKey: 'ExampleSecretKeyForDocs0123456789abcdefg',
				},
			],
		}),
	];
}
