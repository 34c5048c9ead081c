// Row 7 of section 15.2: calls per user and period.
import type { Cloud } from '../cloud.cts';
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import type { EmulatorUser } from '../users.cts';
import { periodText, retryAfterHeaders } from './throttle.cts';

export function checkRate(cloud: Cloud, call: Call, user: EmulatorUser): void {
	const stopped = cloud.throttle.take(user.id);
	if (!stopped) return;
	const { calls, seconds } = stopped.rule;
	refuse('APIG.0308', call.requestId, {
		message:
			'The throttling threshold has been reached: policy user over ratelimit,' +
			`limit:${calls},time:${periodText(seconds)}`,
		headers: retryAfterHeaders(cloud.settings.retryAfter, stopped.waitMs, cloud.clock),
	});
}
