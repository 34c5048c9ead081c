// `npm run check:cases -- [CASES]`: the property tests of the layout with many more cases than `npm test` draws,
// others each time. A failure prints its seed: `PROPERTY_SEED=… npx jest test/layout/properties` repeats it.
import { spawnSync } from 'node:child_process';

const TESTS = ['test/layout/properties', 'test/layout/values/roundTrips'];
const [cases = '5000'] = process.argv.slice(2);

const { status } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), '--testTimeout=1800000', ...TESTS], {
	stdio: 'inherit',
	env: { ...process.env, PROPERTY_CASES: cases, PROPERTY_SEED: process.env.PROPERTY_SEED ?? 'random' },
});
process.exitCode = status ?? 1;
