import type { OcrError } from '../errors/ocrError';

/** Why and when the calls of a run end early: one controller holds the fact for all that ask. */
export class Ending {
	private readonly controller = new AbortController();

	/** @param cancelled the execution's cancel signal; undefined where n8n gives none */
	constructor(
		private readonly cancelled: AbortSignal | undefined,
		private readonly stopCalls: (reason: OcrError) => void,
	) {}

	/** Nothing more is begun; what is under way ends by itself. The first reason stays. */
	end(reason: OcrError): void {
		if (this.controller.signal.aborted) return;
		this.controller.abort(reason);
		this.stopCalls(reason);
	}

	/** The failure that ended the run; undefined also when the user cancelled it. */
	get reason(): OcrError | undefined {
		return this.controller.signal.aborted ? (this.controller.signal.reason as OcrError) : undefined;
	}

	get hasEnded(): boolean {
		return this.controller.signal.aborted || this.cancelled?.aborted === true;
	}
}
