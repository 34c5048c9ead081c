/** What output items say about where they come from. */
export interface OutputContext {
	/** File name of the binary, or the URL. */
	source: string;
	/** Page number, PDF only. */
	page?: number;
}
