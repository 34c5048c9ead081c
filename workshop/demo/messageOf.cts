/** What the user is told. */
export function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if ('code' in error && error.code === 'ENOENT') return 'There is no such file.';
	return error.message;
}
