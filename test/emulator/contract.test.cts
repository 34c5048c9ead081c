// The same checks as `npm run check:contract`, so that a plain test run notices a change of any answer.
import { type Check, differences } from '../../workshop/checks/contract/check.cts';
import { GATEWAY_CHECKS } from '../../workshop/checks/contract/gatewayRows.cts';
import { IAM_CHECKS } from '../../workshop/checks/contract/iamRows.cts';
import { IMAGE_CHECKS } from '../../workshop/checks/contract/imageRows.cts';
import { PLATFORM_CHECKS } from '../../workshop/checks/contract/platformRows.cts';
import { type Emulator, startEmulator } from '../../workshop/emulator/server.cts';

jest.setTimeout(60_000);

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator({ engine: 'fixture' });
});
afterEach(() => emulator.control.reset());
afterAll(() => emulator.close());

const cases = [...IAM_CHECKS, ...GATEWAY_CHECKS, ...PLATFORM_CHECKS, ...IMAGE_CHECKS].map(
	(check): [string, string, Check] => [check.row, check.name, check],
);

test.each(cases)('%s: %s', async (_row, _name, check) => {
	expect(differences(await check.send(emulator), check.expected)).toEqual([]);
});
