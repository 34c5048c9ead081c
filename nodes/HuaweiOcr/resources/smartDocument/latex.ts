/**
 * LaTeX of an answer. The service is documented to send it with each backslash doubled (operations 4); it is taken for
 * such where no command has a single one, since `\\` by itself ends a line.
 */
export function readLatex(text: string): string {
	// Each run of backslashes as a whole, with the letter behind it: looking for the letter first takes forever on a million of them.
	const commands = (text.match(/\\+[A-Za-z]?/gu) ?? []).filter((run) => !run.endsWith('\\'));
	return commands.length > 0 && commands.every((run) => run.length % 2 === 1) ? text.replace(/\\\\/gu, '\\') : text;
}
