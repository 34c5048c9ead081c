// What n8n hands over of a stored credential, and what its dialog shows: n8n's own rules on our fields.
import { NodeHelpers, type ICredentialDataDecryptedObject, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { HuaweiOcrAkSkApi } from '../../credentials/HuaweiOcrAkSkApi.credentials.ts';
import { HuaweiOcrApi } from '../../credentials/HuaweiOcrApi.credentials.ts';

const types: Array<[string, INodeProperties[], string[]]> = [
	['Huawei Cloud OCR API', new HuaweiOcrApi().properties, ['endpoint', 'iamEndpoint']],
	['Huawei Cloud OCR Access Key API', new HuaweiOcrAkSkApi().properties, ['endpoint']],
];

/** As n8n's credentials helper takes the values out for a node: fields that are not shown are dropped. */
const decrypted = (properties: INodeProperties[], stored: ICredentialDataDecryptedObject) =>
	NodeHelpers.getNodeParameters(properties, stored as INodeParameters, true, false, null, null) ?? {};

/** As the dialog decides; it begins with the default of every field. */
const shown = (properties: INodeProperties[], values: INodeParameters) => {
	const defaults = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));
	return properties
		.filter((property) => property.type !== 'hidden' && NodeHelpers.displayParameter({ ...defaults, ...values } as INodeParameters, property, null, null))
		.map(({ name }) => name);
};

describe.each(types)('%s', (_name, properties, endpoints) => {
	test.each([{}, { customEndpoints: false }, { customEndpoints: true }])('an endpoint that is stored is used, whatever the switch says (%j)', (stored) => {
		for (const name of endpoints) {
			expect(decrypted(properties, { ...stored, [name]: 'ocr.example.com' })).toMatchObject({ [name]: 'ocr.example.com' });
		}
	});

	test('a new credential shows the switch alone', () => {
		expect(shown(properties, {})).toContain('customEndpoints');
		for (const name of endpoints) expect(shown(properties, {})).not.toContain(name);
	});

	test('the switch opens the fields, each once', () => {
		expect(shown(properties, { customEndpoints: true }).filter((name) => endpoints.includes(name))).toEqual(endpoints);
	});

	test('a host that counts is never hidden', () => {
		for (const name of endpoints) {
			expect(shown(properties, { [name]: 'ocr.example.com' }).filter((each) => endpoints.includes(each))).toEqual([name]);
		}
	});
});
