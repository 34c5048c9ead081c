import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { GOOD_ACCOUNT, GOOD_PASSWORD, GOOD_USER, HOME_REGION } from '../emulator/users.cts';

/**
 * The IAM credential as a user fills it in for the emulator: its good user, not logged in yet.
 * @param url of the emulator
 */
export function emulatorLogin(
	url: string,
	changes: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject {
	return {
		domainName: GOOD_ACCOUNT,
		username: GOOD_USER,
		password: GOOD_PASSWORD,
		region: HOME_REGION,
		projectId: '',
		endpoint: url,
		iamEndpoint: url,
		token: '',
		...changes,
	};
}
