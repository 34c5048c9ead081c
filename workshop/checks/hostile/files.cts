/** A file that was made to do harm, or was harmed. */
export interface HostileFile {
	name: string;
	fileName: string;
	bytes: Buffer;
}
