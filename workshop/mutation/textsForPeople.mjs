// Plugin for the mutation test: what somebody is to read may be worded in many ways, so its mutants say nothing.
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const SENTENCE = /[\p{L}\d]+[^\p{L}\d]+\s?[\p{L}\d]+\s[\p{L}\d]+/u;
const HAN = /\p{Script=Han}/u;

/** Strings of three words or more; Chinese ones too, except where a piece of program compares with them. */
function shouldIgnore(path) {
	const text = path.isStringLiteral()
		? path.node.value
		: path.isTemplateLiteral()
			? path.node.quasis.map(({ value }) => value.cooked).join('x')
			: '';
	return SENTENCE.test(text) && !HAN.test(text) ? 'A text for people' : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'textsForPeople', { shouldIgnore })];
