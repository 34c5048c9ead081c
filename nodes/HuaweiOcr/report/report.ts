/** What happened in a run that the items themselves don't say. Counts only: no text of a document but label names. */
export interface ReportFacts {
	/** Files and URLs that were to be read. */
	documents: number;
	/** Calls that were sent again after a fault that passes, or because the service asked to be slower. */
	repeatedCalls: number;
	/** Calls that were answered with success and so are billed. */
	billedCalls: number;
	/** Answers taken from an earlier try of the same execution (n8n's Retry On Fail). */
	reusedAnswers: number;
	pagesWithoutContent: number;
	/** Words blocks that Min Confidence left out. */
	blocksLeftOut: number;
	/** Documents of which fewer pages were read than they have. */
	partlyRead: Array<{ source: string; read: number; pageCount: number; kind: 'pages' | 'frames' }>;
	/** Files that `*` or a pattern matched and that are no images. */
	skippedFiles: string[];
	/** Pages or documents on which no table was found. */
	withoutTable: number;
	/** How often a label was not found, and the nearest text that was read instead. */
	missingLabels: Map<string, { times: number; nearest?: string }>;
	/** Fields that came with `needsReview`. */
	doubtfulFields: number;
	/** Columns of tables that stay text because of these many cells, by their heads. */
	textColumns: Map<string, number>;
	shrunkPictures: string[];
	/** Operations that the credential's region is not known to offer, and where they are. */
	missingInRegion: Array<{ operation: string; region: string; offered: readonly string[] }>;
	/** Documents found on pages and read, where each of them is billed on its own. */
	billedDocuments: number;
	/** Documents that were read with something of them left out, and why. */
	remarks: string[];
}

/** More names than this are counted, not listed. */
const MOST_LISTED = 5;

/** Collects, during a run, what the user is told after it. One per execution of the node. */
export class Report {
	readonly facts: ReportFacts = {
		documents: 0,
		repeatedCalls: 0,
		billedCalls: 0,
		reusedAnswers: 0,
		pagesWithoutContent: 0,
		blocksLeftOut: 0,
		partlyRead: [],
		skippedFiles: [],
		withoutTable: 0,
		missingLabels: new Map(),
		doubtfulFields: 0,
		textColumns: new Map(),
		shrunkPictures: [],
		missingInRegion: [],
		billedDocuments: 0,
		remarks: [],
	};

	missingLabel(label: string, nearest?: string): void {
		const known = this.facts.missingLabels.get(label);
		const near = known?.nearest ?? nearest;
		this.facts.missingLabels.set(label, { times: (known?.times ?? 0) + 1, ...(near === undefined ? {} : { nearest: near }) });
	}

	/** @param misfits how many of its cells are no number, although nearly all others are */
	textColumn(name: string, misfits: number): void {
		this.facts.textColumns.set(name, (this.facts.textColumns.get(name) ?? 0) + misfits);
	}
}

/** The hints of a run, in plain sentences; none when there is nothing to say. */
export function hintsOf(facts: ReportFacts): Array<{ message: string; type: 'info' | 'warning' }> {
	const warnings: string[] = [];
	const info: string[] = [];
	if (facts.partlyRead.length > 0) {
		const [first] = facts.partlyRead;
		if (facts.partlyRead.length === 1 && first) {
			warnings.push(
				`"${first.source}" has ${first.pageCount} ${first.kind}, ${first.read} ${first.read === 1 ? 'was' : 'were'} read. The option Pages reads others, * reads all.`,
			);
		} else {
			warnings.push(`Of ${facts.partlyRead.length} files not all pages were read, such as ${listed(facts.partlyRead.map(({ source }) => source))}. The option Pages with * reads all.`);
		}
	}
	for (const { operation, region, offered } of facts.missingInRegion) {
		warnings.push(`${operation} is not known to be offered in the credential's region ${region}, but in ${offered.join(', ')}. Each operation is subscribed on its own, per region.`);
	}
	if (facts.missingLabels.size > 0) {
		const labels = [...facts.missingLabels].map(
			([label, { times, nearest }]) =>
				`${label}${times > 1 ? ` (${times} times)` : ''}${nearest === undefined ? '' : `, nearest: "${nearest}"`}`,
		);
		warnings.push(`Labels not found: ${listed(labels)}.`);
	}
	if (facts.doubtfulFields > 0) warnings.push(`${count(facts.doubtfulFields, 'field')} should be looked at: see needsReview.`);
	if (facts.withoutTable > 0) warnings.push(`No table was found on ${count(facts.withoutTable, 'page')}.`);
	if (facts.textColumns.size > 0) {
		const columns = [...facts.textColumns].map(([name, misfits]) => `${name} (${count(misfits, 'cell')})`);
		warnings.push(`Columns that stay text because not every cell was understood as a number: ${listed(columns)}.`);
	}
	if (facts.pagesWithoutContent > 0) {
		info.push(`${count(facts.pagesWithoutContent, 'page')} without text. The option If No Text decides what comes out for them.`);
	}
	if (facts.blocksLeftOut > 0) info.push(`${count(facts.blocksLeftOut, 'words block')} left out because of Min Confidence.`);
	if (facts.skippedFiles.length > 0) {
		info.push(`${count(facts.skippedFiles.length, 'file')} skipped that ${facts.skippedFiles.length === 1 ? 'is' : 'are'} no image or PDF: ${listed(facts.skippedFiles)}.`);
	}
	if (facts.shrunkPictures.length > 0) {
		info.push(`${count(facts.shrunkPictures.length, 'picture')} above the limits of the service made to fit: ${listed(facts.shrunkPictures)}. Positions are those of the original.`);
	}
	if (facts.billedDocuments > 0) info.push(`${count(facts.billedDocuments, 'document')} found on the pages and read: so many are billed.`);
	if (facts.reusedAnswers > 0) info.push(`${count(facts.reusedAnswers, 'answer')} taken from the try before, without another call.`);
	const bill = billOf(facts);
	if (bill !== undefined) info.push(bill);
	info.push(...facts.remarks.slice(0, MOST_LISTED));
	return [
		...warnings.map((message) => ({ message, type: 'warning' as const })),
		...info.map((message) => ({ message, type: 'info' as const })),
	];
}

/** What the run costs, where the number of files does not say it. */
function billOf({ documents, billedCalls, repeatedCalls }: ReportFacts): string | undefined {
	if (documents === 0 || (repeatedCalls === 0 && billedCalls <= documents)) return undefined;
	const billed = `${count(billedCalls, 'call')} ${billedCalls === 1 ? 'was' : 'were'} answered and ${billedCalls === 1 ? 'is' : 'are'} billed.`;
	return repeatedCalls === 0 ? billed : `${billed} Calls sent again after an answer that is not billed: ${repeatedCalls}.`;
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function listed(names: readonly string[]): string {
	const shown = names.slice(0, MOST_LISTED).join('; ');
	return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}
