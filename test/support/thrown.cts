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
	const error: unknown = await Promise.resolve().then(action).then(() => undefined, (reason: unknown) => reason);
	return thrownBy(() => {
		throw error;
	});
}
