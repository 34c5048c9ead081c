/** A Huawei Cloud region with an OCR endpoint (endpoint page and SDK region list). */
export interface OcrRegion {
	/** Region ID, for example cn-north-4; also the name of the region's default project. */
	id: string;
	/** Name in the Huawei Cloud console. */
	name: string;
	/** Host name of the OCR service. */
	ocrHost: string;
	/** Host name of IAM for this region. */
	iamHost: string;
	/** Whether the documentation offers General Text there. */
	generalText: boolean;
}

/** These have no regional IAM endpoint in the documentation; the global one serves them. */
const REGIONS_WITHOUT_OWN_IAM = new Set(['la-north-2']);

function huaweiRegion(id: string, name: string, generalText: boolean): OcrRegion {
	return {
		id,
		name,
		generalText,
		ocrHost: `ocr.${id}.myhuaweicloud.com`,
		iamHost: REGIONS_WITHOUT_OWN_IAM.has(id)
			? 'iam.myhuaweicloud.com'
			: `iam.${id}.myhuaweicloud.com`,
	};
}

export const DEFAULT_REGION = 'cn-north-4';

/** All regions with an OCR endpoint; those that offer General Text come first. */
export const OCR_REGIONS: readonly OcrRegion[] = [
	huaweiRegion('cn-north-4', 'CN North-Beijing4', true),
	huaweiRegion('cn-east-3', 'CN East-Shanghai1', true),
	huaweiRegion('ap-southeast-1', 'CN-Hong Kong', true),
	{
		id: 'eu-de',
		name: 'Open Telekom Cloud, Germany',
		ocrHost: 'ocr.eu-de.otc.t-systems.com',
		iamHost: 'iam.eu-de.otc.t-systems.com',
		generalText: true,
	},
	huaweiRegion('cn-south-1', 'CN South-Guangzhou', false),
	huaweiRegion('cn-north-1', 'CN North-Beijing1', false),
	huaweiRegion('cn-southwest-2', 'CN Southwest-Guiyang1', false),
	huaweiRegion('ap-southeast-2', 'AP-Bangkok', false),
	huaweiRegion('ap-southeast-3', 'AP-Singapore', false),
	huaweiRegion('la-south-2', 'LA-Santiago', false),
	huaweiRegion('la-north-2', 'LA-Mexico City2', false),
	huaweiRegion('af-south-1', 'AF-Johannesburg', false),
];

/** Region IDs look like cn-north-4; anything else could smuggle another host into an endpoint. */
const REGION_ID = /^[a-z]{2}(-[a-z]+)+(-\d{1,3})?$/;

/**
 * Finds a region by its ID. Huawei opens regions faster than this list grows, so an unknown but
 * well-formed ID gets the endpoints that the naming pattern implies.
 * @returns undefined when the ID isn't well-formed
 */
export function findRegion(id: string): OcrRegion | undefined {
	const known = OCR_REGIONS.find((region) => region.id === id);
	if (known) return known;
	return REGION_ID.test(id) ? huaweiRegion(id, id, false) : undefined;
}
