/** How much an object keeps in its maps and sets: what lives for months must not grow with what it has seen. */
export function keptIn(object: object): number {
	return Object.values(object)
		.filter((part: unknown) => part instanceof Map || part instanceof Set)
		.reduce((sum, part) => sum + part.size, 0);
}
