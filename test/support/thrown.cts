import { HuaweiCloudError } from '../../huaweiCloud/huaweiCloudError.ts';

/** @returns what the action throws. @throws Error when it throws nothing, or something else */
export function thrownBy(action: () => unknown): HuaweiCloudError {
	try {
		action();
	} catch (error) {
		if (error instanceof HuaweiCloudError) return error;
	}
	throw new Error('no HuaweiCloudError was thrown');
}

/** As `thrownBy`, of an action that takes time. */
export async function rejectionOf(action: () => unknown): Promise<HuaweiCloudError> {
	return await failureOf(Promise.resolve().then(action), HuaweiCloudError);
}

/** @returns what the work ends with. @throws Error when it ends well, or with something else */
export async function failureOf<Kind extends Error>(work: Promise<unknown>, kind: abstract new (...args: never[]) => Kind): Promise<Kind> {
	const error: unknown = await work.then(() => undefined, (reason: unknown) => reason);
	if (error instanceof kind) return error;
	throw new Error(`no ${kind.name} but ${String(error)}`);
}
