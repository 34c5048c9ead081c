/**
 * LaTeX of an answer. The service is documented to send it with each backslash doubled (operations 4); it is taken for
 * such where no command has a single one, since `\\` by itself ends a line.
 */
export function readLatex(text: string): string {
	const runs = text.match(/\\+(?=[A-Za-z])/gu) ?? [];
	return runs.length > 0 && runs.every((run) => run.length % 2 === 0) ? text.replace(/\\\\/gu, '\\') : text;
}
