import assert from 'node:assert/strict';
import { GOOD_ACCESS_KEY, GOOD_SECRET_KEY, GOOD_PROJECT_ID, HOME_REGION, TEMPORARY_ACCESS_KEY, TEMPORARY_SECRET_KEY, TEMPORARY_SECURITY_TOKEN } from '../../emulator/users.cts';
import { credentialFields, type Stage } from '../../realN8n/stage.cts';
import { OCR_CREDENTIAL, WorkflowBuilder } from '../../realN8n/workflow.cts';
import { REDIRECT_STATUSES, REDIRECT_TARGETS, startRedirectingHost, type RedirectingHost } from '../servers/redirects.cts';
import { check } from '../support/check.cts';

/** Headers that hold what lets somebody in, or what was made with it. */
const SECRET_HEADERS = ['x-auth-token', 'authorization', 'x-security-token', 'x-sdk-date'];

const KEYS = { region: HOME_REGION, projectId: GOOD_PROJECT_ID };

const CREDENTIALS: Array<{ name: string; type: string; fields: (stage: Stage, host: RedirectingHost) => object; header: string }> = [
	{ name: 'IAM login', type: OCR_CREDENTIAL, fields: ({ emulator }, { url }) => ({ ...credentialFields(emulator), endpoint: url }), header: 'x-auth-token' },
	{
		name: 'access key',
		type: 'huaweiOcrAkSkApi',
		fields: (_stage, { url }) => ({ ...KEYS, accessKeyId: GOOD_ACCESS_KEY, secretAccessKey: GOOD_SECRET_KEY, endpoint: url }),
		header: 'authorization',
	},
	{
		name: 'temporary access key',
		type: 'huaweiOcrAkSkApi',
		fields: (_stage, { url }) => ({ ...KEYS, accessKeyId: TEMPORARY_ACCESS_KEY, secretAccessKey: TEMPORARY_SECRET_KEY, securityToken: TEMPORARY_SECURITY_TOKEN, endpoint: url }),
		header: 'x-security-token',
	},
];

/** n8n's HTTP Request node has switches of its own for redirects; with our credentials none of them may count. */
export function redirectChecks(title: string, stageOf: () => Stage): void {
	for (const { name, type, fields, header } of CREDENTIALS) {
		check(`A user of ${title} uses the credential (${name}) in an HTTP Request node: nothing follows a redirect`, async () => {
			const stage = stageOf();
			const host = await startRedirectingHost();
			try {
				const id = await stage.lab.createCredential(name, type, fields(stage, host));
				const builder = new WorkflowBuilder('Redirects').node('Start', 'n8n-nodes-base.manualTrigger');
				const names = ['Start'];
				for (const status of REDIRECT_STATUSES) {
					for (const target of REDIRECT_TARGETS) {
						const node = `${status} ${target}`;
						names.push(node);
						builder.node(node, 'n8n-nodes-base.httpRequest', {
							typeVersion: 4.2,
							parameters: {
								method: 'POST',
								url: host.address(status, target),
								authentication: 'predefinedCredentialType',
								nodeCredentialType: type,
								sendBody: true,
								specifyBody: 'json',
								jsonBody: '{"url": "https://example.com/a.png"}',
								options: { redirect: { redirect: { followRedirects: true, maxRedirects: 21 } } },
							},
							credentials: { [type]: { id, name } },
							onError: 'continueRegularOutput',
						});
					}
				}
				const workflow = builder.chain(...names).build();
				const done = await stage.lab.execute(await stage.lab.createWorkflow(workflow), 'Start');
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				// Each request was made, and with the secret: else nothing could have leaked. n8n may log in and try again.
				const wanted = REDIRECT_STATUSES.length * REDIRECT_TARGETS.length;
				const withSecret = host.asked.filter((visit) => visit.headers[header] !== undefined).length;
				assert.ok(withSecret >= wanted, `${withSecret} of ${wanted} requests with ${header}`);
				const told = host.landed.map((visit) => [visit.path, ...SECRET_HEADERS.filter((each) => visit.headers[each] !== undefined)]);
				assert.deepEqual(told, [], 'requests that followed');
			} finally {
				await host.close();
			}
		}, { timeout: 120_000 });
	}
}
