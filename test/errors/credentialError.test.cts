import { configurationError, explainedError, HuaweiCloudError } from '../../huaweiCloud/huaweiCloudError.ts';

const SAID = { message: 'Do this', description: 'Because.', verdict: 'backoff', reach: 'service' } as const;

test('an error of the credential tells what the explainer said, and nothing that is not known', () => {
	const all = { ...SAID, errorCode: 'A.1', httpStatus: 503, requestId: 'r-1', retryAfterMs: 0, failure: 'rate-limited' } as const;
	expect(explainedError('failed', all).details).toEqual({ problem: 'failed', ...all });
	expect(Object.keys(explainedError('failed', SAID).details).sort()).toEqual(
		['problem', 'errorCode', ...Object.keys(SAID)].sort(),
	);
	// Facts that only the transport needs stay out of what n8n stores.
	expect(explainedError('failed', { ...all, row: {}, limit: 'throttled' } as never).details).toEqual({ problem: 'failed', ...all });
});

test.each(['configuration', 'loginRefused', 'keysRefused', 'staleToken', 'failed'] as const)(
	'%s: n8n keeps text and details, and logs in again only for a token that is not usable',
	(problem) => {
		const error = explainedError(problem, SAID);
		expect(error).toBeInstanceOf(Error);
		expect([error.name, error.message, error.description]).toEqual(['HuaweiCloudError', 'Do this', 'Because.']);
		expect(error.details.errorCode).toMatch(/^Node\.[A-Z]/);
		expect(error.response).toEqual({
			...(problem === 'staleToken' && { status: 401 }),
			data: { huaweiCloud: error.details },
		});
	},
);

test('a wrong setting is not tried again and concerns all calls of the account', () => {
	const error = configurationError('Correct it');
	expect(error).toBeInstanceOf(HuaweiCloudError);
	expect(error.details).toEqual({
		problem: 'configuration',
		message: 'Correct it',
		description: '',
		errorCode: 'Node.InvalidCredential',
		verdict: 'no',
		reach: 'account',
		failure: 'credential-invalid',
	});
	expect(configurationError('Correct it', 'Why').description).toBe('Why');
});
