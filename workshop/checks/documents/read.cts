// One specimen in one pose, sent to its operation.
import { ocr, type Reply } from '../../emulator/client.cts';
import type { Emulator } from '../../emulator/server.cts';
import { composeSpecimen, kindOf, type SpecimenKind } from '../../documents/specimens/kinds.cts';
import { imageFieldOf } from './imageField.cts';
import { compare, emptyScore, type Score } from './compare.cts';
import type { Pose } from './poses.cts';
import { viewOf } from './views.cts';

export async function readSpecimen(emulator: Emulator, token: string, kind: SpecimenKind, seed: number, pose: Pick<Pose, 'turn' | 'scale'>): Promise<Score> {
	const document = composeSpecimen(kind, seed, pose);
	const { image } = await document.render();
	const { operation, request } = kindOf(kind);
	const reply = await ocr(emulator, { [imageFieldOf(operation)]: image.toString('base64'), ...request }, { token, operation });
	return reply.status === 200 ? compare(document.truth, viewOf(operation, reply.json?.result)) : refused(document.truth, reply);
}

/** Everything is wrong then. */
function refused(truth: Parameters<typeof compare>[0], reply: Reply): Score {
	const { fields, lines } = compare(truth, undefined);
	return { ...emptyScore(), fields, lines, differences: [{ field: '(all)', wanted: 'an answer', got: reply.text.slice(0, 120) }] };
}
