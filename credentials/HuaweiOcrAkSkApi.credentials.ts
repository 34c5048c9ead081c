import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { credentialTest, customEndpoints, ocrEndpointField, regionField } from '../huaweiCloud/credentialFields';
import { KeyCredential } from '../huaweiCloud/signing/keyCredential';

const keyCredential = new KeyCredential();

/** Access key (AK/SK) signature; every request is signed, there is no login (contract, section 4). */
export class HuaweiOcrAkSkApi implements ICredentialType {
	name = 'huaweiOcrAkSkApi';

	displayName = 'Huawei Cloud OCR Access Key API';

	documentationUrl = 'https://github.com/n8n-nodes-huawei-ocr/n8n-nodes-huawei-ocr#credentials';

	icon = {
		light: 'file:../nodes/HuaweiOcr/huaweiOcr.svg',
		dark: 'file:../nodes/HuaweiOcr/huaweiOcr.dark.svg',
	} as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Access Key ID',
			name: 'accessKeyId',
			type: 'string',
			required: true,
			default: '',
			description: 'The AK, created in the Huawei Cloud console under My Credentials, Access Keys',
		},
		{
			displayName: 'Secret Access Key',
			name: 'secretAccessKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The SK; the console shows it only once, when the key is created',
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for temporary access keys, which come with one. Leave it empty for permanent keys.',
		},
		regionField,
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			required: true,
			default: '',
			description: 'From the console, My Credentials, API Credentials, in the row of the region',
		},
		...customEndpoints(ocrEndpointField),
		// Never filled, never shown. Without an expirable field n8n does not call preAuthentication, which makes
		// the credential's test.
		{
			displayName: 'Makes n8n Test the Keys',
			name: 'makesTest',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		await keyCredential.preAuthentication(
			credentials,
			async (options) => await this.helpers.httpRequest(options),
		);
		return {};
	}

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		await keyCredential.authenticate(credentials, requestOptions);

	test: ICredentialTestRequest = credentialTest;
}
