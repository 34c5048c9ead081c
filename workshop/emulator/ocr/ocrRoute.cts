// POST /v2/{project_id}/ocr/{operation}: the layers of section 15.2, from the gateway to OCR.
import type { Cloud } from '../cloud.cts';
import { authenticate } from '../gateway/authenticate.cts';
import { checkRate } from '../gateway/rateLimit.cts';
import type { Answer } from '../http/answers.cts';
import type { Call } from '../http/call.cts';
import { checkAccount, checkSubscription, withinParallelLimit } from '../platform/checks.cts';
import { ocrCall } from './ocrCall.cts';
import { pause } from '../http/pause.cts';

/** Rows 1 to 3 were checked where the body is read. */
export async function ocrRoute(cloud: Cloud, call: Call, projectId: string, path: string): Promise<Answer> {
	const caller = authenticate(cloud, call, 'APIG'); // Rows 4 to 6
	call.record.user = `${caller.user.domainName}/${caller.user.name}`;
	call.record.authentication = caller.via;
	checkRate(cloud, call, caller.user); // Row 7
	checkAccount(cloud, call, caller, projectId); // Rows 8 to 11
	const operation = checkSubscription(cloud, call, caller, path); // Row 12
	return withinParallelLimit(cloud, call, caller, async () => {
		const answer = await ocrCall(cloud, call, operation); // Rows 14 to 27
		await pause(cloud.settings.latencyMs);
		return answer;
	});
}
