import type { ApiOperation } from '../apiOperation';

/** Regions of the service as the endpoint pages name them (operations 11). */
export const BEIJING = 'cn-north-4';
export const SHANGHAI = 'cn-east-3';
export const GUANGZHOU = 'cn-south-1';
export const HONG_KONG = 'ap-southeast-1';
export const BANGKOK = 'ap-southeast-2';
export const SINGAPORE = 'ap-southeast-3';
export const SANTIAGO = 'la-south-2';
export const MEXICO = 'la-north-2';
export const GERMANY = 'eu-de';

/** Of this region only a part of the list could be read (operations 11). */
const PARTLY_KNOWN: readonly string[] = [SHANGHAI];

/** Whether a region is known not to offer an operation; false where nothing is known. */
export function isMissingIn(region: string, { regions }: Pick<ApiOperation, 'regions'>): boolean {
	return regions !== undefined && !regions.includes(region) && !PARTLY_KNOWN.includes(region);
}
