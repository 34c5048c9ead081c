// Jest's transform for check:evidence: one rule of a list of weights counts nothing.
const { createTransformer } = require('@swc/jest');

/** Path of the file that holds the weights, and the name of the rule; see evidence.cts. */
const { EVIDENCE_FILE: file, EVIDENCE_RULE: rule } = process.env;

/**
 * @param {string} source @param {string} rule
 * @returns {string} the same with the weight of the rule, or its weights, at 0
 * @throws Error where nothing changes
 */
function switchedOff(source, rule) {
	const entry = new RegExp(`^\\t${rule}: (?:\\[[^\\]]*\\]|.*),$`, 'mu');
	const changed = source.replace(entry, (text) => (text.includes('weight:') ? text.replace(/(?<=weight: )-?[\d.]+/gu, '0') : `\t${rule}: 0,`));
	if (changed === source) throw new Error(`The rule ${rule} can't be switched off`);
	return changed;
}

module.exports = {
	switchedOff,
	createTransformer(options) {
		const swc = createTransformer(options);
		const changed = (source, path) => (file !== undefined && path.endsWith(file) ? switchedOff(source, rule) : source);
		return {
			...swc,
			process: (source, path, ...rest) => swc.process(changed(source, path), path, ...rest),
			getCacheKey: (source, path, ...rest) => swc.getCacheKey(changed(source, path), path, ...rest),
		};
	},
};
