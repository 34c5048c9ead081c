import { UnexpectedAnswer } from '../errors/unexpectedAnswer';

/** Lists and objects nested deeper than this are no answer of the service, and would overflow the nodes behind this one. */
const DEEPEST = 64;

/**
 * The `result` of a successful answer, of any shape: operations of Huawei Cloud OCR give objects or lists.
 * @throws UnexpectedAnswer when the body is no JSON object with a `result`
 */
export function resultOf(body: string): unknown {
	const answer = parse(body);
	if (answer === undefined) throw new UnexpectedAnswer(body.trim() === '' ? 'it is empty' : 'it is not JSON, or cut off');
	const result = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
	if (typeof result !== 'object' || result === null) throw new UnexpectedAnswer('it has no result');
	if (isDeeperThan(result, DEEPEST)) throw new UnexpectedAnswer('its lists are nested too deep');
	return result;
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

/** Walks level by level, so that depth costs no stack. */
function isDeeperThan(value: object, limit: number): boolean {
	let level: object[] = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > limit) return true;
		const next: object[] = [];
		for (const each of level) {
			for (const child of Object.values(each) as unknown[]) {
				if (typeof child === 'object' && child !== null) next.push(child);
			}
		}
		level = next;
	}
	return false;
}
