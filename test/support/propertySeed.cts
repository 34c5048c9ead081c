// Property tests draw the same cases each time, so that a run says something about the change and not
// about luck. PROPERTY_SEED=random (or a number) draws others.
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED ?? '20261122';

if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
