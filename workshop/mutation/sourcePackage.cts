// Stands for workshop/harness/builtPackage in the mutation test: tests that run the node in n8n's engine run its
// sources, which are changed, and not what was built of them before.
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { HuaweiOcrAkSkApi } from '../../credentials/HuaweiOcrAkSkApi.credentials.ts';
import { HuaweiOcrApi } from '../../credentials/HuaweiOcrApi.credentials.ts';
import { HuaweiOcr } from '../../nodes/HuaweiOcr/HuaweiOcr.node.ts';

export function loadBuiltPackage(): { node: INodeType; credentialTypes: Record<string, ICredentialType> } {
	const types = [new HuaweiOcrApi(), new HuaweiOcrAkSkApi()];
	return { node: new HuaweiOcr(), credentialTypes: Object.fromEntries(types.map((type) => [type.name, type])) };
}
