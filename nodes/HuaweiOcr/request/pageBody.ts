import type { RequestBody } from '../transport/ocrCall';
import type { ServiceInput } from '../input/document';
import type { BodyMemory } from './bodyMemory';
import { requestBody } from './requestBody';
import type { IDataObject } from 'n8n-workflow';

/** The body of one page's call: encoded when its turn comes, its memory given back at the end. */
export class PageBody implements RequestBody {
	private body: Buffer | undefined;

	private input: ServiceInput | undefined;

	/**
	 * @param imageField request field of the file
	 * @param fields request fields beside it
	 * @param onEncoded called once, when the file itself is needed no more
	 */
	constructor(
		private readonly memory: BodyMemory,
		input: ServiceInput,
		private readonly imageField: string,
		private readonly fields: IDataObject,
		private readonly onEncoded: () => void,
	) {
		this.input = input;
	}

	bytes(): Buffer {
		if (!this.body) {
			if (!this.input) throw new TypeError('The body was released before it was sent');
			this.body = requestBody(this.input, this.imageField, this.fields, (bytes) => this.memory.take(bytes));
			this.input = undefined;
			this.onEncoded();
		}
		return this.body;
	}

	release(): void {
		if (this.body) this.memory.giveBack(this.body);
		this.body = undefined;
		this.input = undefined;
	}
}
