import { expectDamage, expectUnreadable, type OverBudget, PdfSyntaxError } from './damage';
import type { ObjectStore } from './objects';
import { nameOf, PdfRef, type PdfDict, type PdfValue } from './values';

/** Attributes that a page takes from the nodes above it (ISO 32000-1, table 30). */
export const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** A page where it hangs in the tree. */
export interface Leaf {
	ref: PdfRef;
	/** The nearest value of each attribute above the page. */
	inherited: PdfDict;
}

/** Pages of one file; a selection of pages has no higher numbers either. */
export const MAX_PAGES = 10_000;

const MAX_NODES = 60_000;
const MAX_DEPTH = 100;

interface Node {
	number: number;
	kids: PdfValue[];
	next: number;
	inherited: PdfDict;
}

/**
 * Walks the page tree from its root, as far as it is asked for. What the tree says about its own
 * counts is not believed.
 */
export class PageTree {
	readonly #leaves: Leaf[] = [];

	#path: Node[] | undefined;

	#nodes = 0;

	#failure: PdfSyntaxError | OverBudget | undefined;

	constructor(readonly store: ObjectStore) {}

	/**
	 * The page of a number, from 1 on; undefined when the file has fewer.
	 * @throws PdfSyntaxError, OverBudget
	 */
	async page(number: number): Promise<Leaf | undefined> {
		await this.#walk(number);
		if (this.#failure && this.#leaves.length < number) throw this.#failure;
		return this.#leaves[number - 1];
	}

	/** How many pages there are, MAX_PAGES + 1 if there are more. @throws PdfSyntaxError, OverBudget */
	async count(): Promise<number> {
		await this.#walk(MAX_PAGES + 1);
		if (this.#failure) throw this.#failure;
		return this.#leaves.length;
	}

	async #walk(wanted: number): Promise<void> {
		if (this.#leaves.length >= wanted || this.#failure) return;
		try {
			await this.#advanceOrRecover(wanted);
		} catch (error) {
			expectUnreadable(error);
			// Pages before the damage keep their numbers; behind it nobody can count.
			this.#failure = error;
		}
	}

	async #advanceOrRecover(wanted: number): Promise<void> {
		if (this.store.isRecovered) {
			await this.#advance(wanted);
			return;
		}
		try {
			await this.#advance(wanted);
		} catch (error) {
			expectDamage(error);
			// The tree leads nowhere: perhaps the cross references do.
			if (!this.store.isRecovered) await this.store.recover();
			this.#leaves.length = 0;
			this.#path = undefined;
			await this.#advance(wanted);
		}
	}

	async #advance(wanted: number): Promise<void> {
		this.#path ??= [await this.#root()];
		while (this.#leaves.length < wanted) {
			const node = this.#path[this.#path.length - 1];
			if (!node) return;
			const kid = node.kids[node.next++];
			if (kid === undefined) this.#path.pop();
			else await this.#visit(kid, node.inherited);
		}
	}

	async #root(): Promise<Node> {
		const catalog = await this.store.dict(this.store.root);
		const ref = catalog?.get('Pages');
		const dict = await this.store.dict(ref);
		if (!dict || !(ref instanceof PdfRef)) throw new PdfSyntaxError('No page tree', 0);
		if (!dict.has('Kids')) {
			// A file of one page whose author left the tree out.
			if (nameOf(dict.get('Type')) !== 'Page') throw new PdfSyntaxError('No page tree', 0);
			return { number: 0, kids: [ref], next: 0, inherited: new Map() };
		}
		return await this.#node(ref.number, dict, new Map());
	}

	async #visit(kid: PdfValue, inherited: PdfDict): Promise<void> {
		this.store.budget.spend(2);
		await this.store.budget.rest();
		const path = this.#path as Node[];
		if (!(kid instanceof PdfRef) || ++this.#nodes > MAX_NODES) throw new PdfSyntaxError('A damaged page tree', 0);
		if (path.some(({ number }) => number === kid.number)) throw new PdfSyntaxError('A page tree with a loop', 0);
		const dict = await this.store.dict(kid);
		if (!dict) throw new PdfSyntaxError('A page that is missing', 0);
		if (!dict.has('Kids')) {
			this.#leaves.push({ ref: kid, inherited });
			return;
		}
		if (path.length >= MAX_DEPTH) throw new PdfSyntaxError('A page tree that is too deep', 0);
		path.push(await this.#node(kid.number, dict, inherited));
	}

	async #node(number: number, dict: PdfDict, above: PdfDict): Promise<Node> {
		const kids = await this.store.resolve(dict.get('Kids'));
		if (!Array.isArray(kids)) throw new PdfSyntaxError('A damaged page tree', 0);
		const own = INHERITED.filter((key) => dict.has(key));
		const inherited = own.length === 0 ? above : new Map(above);
		for (const key of own) inherited.set(key, dict.get(key) as PdfValue);
		return { number, kids, next: 0, inherited };
	}
}

