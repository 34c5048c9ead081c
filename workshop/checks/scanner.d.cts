// n8n's scanner ships no types; this is the part of it that is used.
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	/** Lints the files of a folder with the rules that n8n verifies packages by. */
	export function analyzePackage(
		folder: string,
		patterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
