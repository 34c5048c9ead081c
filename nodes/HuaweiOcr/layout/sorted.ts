// Looking things up in sorted lists.

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
