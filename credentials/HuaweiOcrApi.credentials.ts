import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { credentialTest, customEndpoints, iamEndpointField, ocrEndpointField, regionField } from '../huaweiCloud/credentialFields';
import { TokenCredential } from '../huaweiCloud/iam/tokenCredential';

const tokenCredential = new TokenCredential();

/** IAM login by password; yields the token, next to endpoint and project ID (contract, sections 1–3). */
export class HuaweiOcrApi implements ICredentialType {
	name = 'huaweiOcrApi';

	displayName = 'Huawei Cloud OCR API';

	documentationUrl = 'https://github.com/n8n-nodes-huawei-ocr/n8n-nodes-huawei-ocr#credentials';

	icon = {
		light: 'file:../nodes/HuaweiOcr/huaweiOcr.svg',
		dark: 'file:../nodes/HuaweiOcr/huaweiOcr.dark.svg',
	} as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Account Name',
			name: 'domainName',
			type: 'string',
			required: true,
			default: '',
			description: 'Name of the Huawei Cloud account that the IAM user belongs to, as shown under My Credentials',
		},
		{
			displayName: 'IAM User Name',
			name: 'username',
			type: 'string',
			required: true,
			default: '',
			description: 'An IAM user with programmatic access and the policy OCR FullAccess',
		},
		{
			displayName: 'IAM Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
		},
		regionField,
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			default: '',
			description: "ID of the project to use. Leave it empty to use the region's own project.",
		},
		...customEndpoints(ocrEndpointField, iamEndpointField),
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		// The fields below are stored with the token. n8n sends hidden fields to the browser unless
		// they are password fields.
		...['tokenFor', 'tokenIssuedAt', 'tokenRenewAt', 'tokenProjectId'].map(
			(name): INodeProperties => ({
				displayName: name,
				name,
				type: 'hidden',
				typeOptions: { password: true },
				default: '',
			}),
		),
	];

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const stored = await tokenCredential.preAuthentication(
			credentials,
			async (options) => await this.helpers.httpRequest(options),
		);
		return { ...stored };
	}

	authenticate: IAuthenticate = async (credentials, requestOptions) =>
		tokenCredential.authenticate(credentials, requestOptions);

	test: ICredentialTestRequest = credentialTest;
}
