// The platform's checks before OCR itself: rows 8 to 13 of section 15.2.
import type { Cloud } from '../cloud.cts';
import type { Caller } from '../gateway/authenticate.cts';
import type { Call } from '../http/call.cts';
import { refuse } from '../http/errorCatalogue.cts';
import type { Operation } from '../operations/operation.cts';
import { operationAt } from '../operations/registry.cts';
import { regionOfProject } from '../users.cts';

export function checkAccount(cloud: Cloud, call: Call, caller: Caller, projectId: string): void {
	const { user, project } = caller;
	if (caller.via === 'token') {
		if (!project) refuse('ModelArts.0212', call.requestId); // Row 8
		if (project.id !== projectId) refuse('ModelArts.4203', call.requestId); // Row 9
	} else if (!isOwnProject(cloud, caller, projectId)) refuse('ModelArts.4203', call.requestId); // Row 9
	if (user.account === 'restricted') refuse('ModelArts.4106', call.requestId); // Row 10
	if (user.account === 'frozen') refuse('ModelArts.6201', call.requestId);
	if (!user.ocrRights) refuse('ModelArts.4203', call.requestId); // Row 11
}

/** Row 12: of the 52 operations of section 10, those that the emulator answers are subscribed. */
export function checkSubscription(cloud: Cloud, call: Call, { user }: Caller, path: string): Operation {
	const operation = user.subscribed ? operationAt(path) : undefined;
	return operation ?? refuse('ModelArts.4204', call.requestId, { message: notSubscribed(cloud, path) });
}

/** Keys carry no project: the one in the URL has to be the caller's, in this region. */
function isOwnProject(cloud: Cloud, { user }: Caller, projectId: string): boolean {
	return user.projects.some(
		(project) => project.id === projectId && regionOfProject(project.name) === cloud.settings.region,
	);
}

/** Wording changed between the editions (section 11). */
function notSubscribed(cloud: Cloud, operation: string): string {
	return cloud.settings.profile === 'seed'
		? 'Access api error! Not subscribe this api.'
		: `Request api error! The API recognize-${operation} is not subscribed.`;
}

/** Row 13: runs `work` as one of the user's parallel calls, or refuses. */
export async function withinParallelLimit<T>(
	cloud: Cloud,
	call: Call,
	caller: Caller,
	work: () => Promise<T>,
): Promise<T> {
	const running = cloud.parallel.get(caller.user.id) ?? 0;
	if (running >= cloud.settings.maxParallel) refuse('ModelArts.4401', call.requestId);
	cloud.parallel.set(caller.user.id, running + 1);
	try {
		return await work();
	} finally {
		cloud.parallel.set(caller.user.id, (cloud.parallel.get(caller.user.id) ?? 1) - 1);
	}
}
