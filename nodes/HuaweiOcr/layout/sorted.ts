// Sorting by numbers, and looking things up in sorted lists.

/**
 * How many entries at the begin of a list something holds for; that is the place of the first for which it does not.
 * @param list in an order in which it holds for all entries before some place, and for none from there on
 */
export function countWhile<Entry>(list: ArrayLike<Entry>, holds: (entry: Entry) => boolean): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (holds(list[middle] as Entry)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Places of a list in the order of numbers that belong to its entries, one list of numbers a criterion; equal
 * entries keep their order. Much quicker than sorting the entries, whose numbers lie here and there in memory.
 */
export function orderBy(...criteria: readonly Float64Array[]): Uint32Array {
	const length = criteria[0]?.length ?? 0;
	const isAfter = (a: number, b: number): boolean => {
		for (let criterion = 0; criterion < criteria.length; criterion++) {
			const numbers = criteria[criterion] as Float64Array;
			const difference = (numbers[a] as number) - (numbers[b] as number);
			if (difference !== 0) return difference > 0;
		}
		return false;
	};
	let order = new Uint32Array(length);
	let merged = new Uint32Array(length);
	for (let place = 0; place < length; place++) order[place] = place;
	// Sorted runs are merged in pairs to runs of twice the width.
	for (let width = 1; width < length; width *= 2) {
		for (let from = 0; from < length; from += 2 * width) {
			const to = Math.min(from + 2 * width, length);
			mergeRuns(order, merged, { from, middle: Math.min(from + width, length), to }, isAfter);
		}
		[order, merged] = [merged, order];
	}
	return order;
}

function mergeRuns(order: Uint32Array, merged: Uint32Array, { from, middle, to }: { from: number; middle: number; to: number }, isAfter: (a: number, b: number) => boolean): void {
	if (middle === to || !isAfter(order[middle - 1] as number, order[middle] as number)) {
		for (let at = from; at < to; at++) merged[at] = order[at] as number;
		return;
	}
	let [left, right] = [from, middle];
	for (let at = from; at < to; at++) {
		const takesRight = right < to && (left === middle || isAfter(order[left] as number, order[right] as number));
		merged[at] = order[takesRight ? right++ : left++] as number;
	}
}
