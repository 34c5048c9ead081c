import { UnexpectedAnswer } from '../errors/unexpectedAnswer';

/** Lists and objects nested deeper than this are no answer of the service, and would overflow the nodes behind this one. */
const DEEPEST = 64;

/**
 * The `result` of a successful answer, of any shape: operations of Huawei Cloud OCR give objects or lists.
 * @throws UnexpectedAnswer when the body is no JSON object with a `result`
 */
export function resultOf(body: string): unknown {
	// Before it is parsed: nested lists without end would fill the memory.
	if (isDeeperThan(body, DEEPEST)) throw new UnexpectedAnswer('its lists are nested too deep');
	const answer = parse(body);
	if (answer === undefined) throw new UnexpectedAnswer(body.trim() === '' ? 'it is empty' : 'it is not JSON, or cut off');
	const result = typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
	if (typeof result !== 'object' || result === null) throw new UnexpectedAnswer('it has no result');
	return result;
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Counts the brackets of a JSON text that stand outside of its strings. */
function isDeeperThan(json: string, limit: number): boolean {
	let depth = 0;
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === QUOTE) at = endOfString(json, at);
		else if (code === OPEN_LIST || code === OPEN_OBJECT) depth++;
		else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
		if (depth > limit) return true;
	}
	return false;
}

/** @param start place of the opening quotation mark */
function endOfString(json: string, start: number): number {
	for (let at = start + 1; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === BACKSLASH) at++;
		else if (code === QUOTE) return at;
	}
	return json.length;
}
