// Numbers that count for more or less, and their middle.
import { countWhile } from '../sorted';
import { ROUNDING } from './geometry';

/** Kept as plain numbers side by side: a page has as many of them as blocks, and objects would fill the memory. */
export class WeightedNumbers {
	private readonly values: Float64Array;
	private readonly weights: Float64Array;
	private all = 0;
	private count = 0;

	/** @param most so many are added at most */
	constructor(most: number) {
		this.values = new Float64Array(most);
		this.weights = new Float64Array(most);
	}

	get length(): number {
		return this.count;
	}

	add(value: number, weight: number): void {
		this.values[this.count] = value;
		this.weights[this.count] = weight;
		this.all += weight;
		this.count++;
	}

	/** The value with half of the weight on either side, the lower one of two; undefined where there are none. */
	median(): number | undefined {
		const { values, weights, all, count } = this;
		const weightUpTo = (most: number): number => {
			let sum = 0;
			for (let index = 0; index < count; index++) if ((values[index] as number) <= most) sum += weights[index] as number;
			return sum;
		};
		// Numbers by themselves are sorted many times as fast as with their weights, and few sums are needed to find the middle.
		const sorted = values.slice(0, count).sort();
		return sorted[countWhile(sorted, (value) => weightUpTo(value) < (all / 2) * (1 - ROUNDING))];
	}

	/** How far each lies from a value, with the same weights. */
	distancesFrom(value: number): WeightedNumbers {
		const distances = new WeightedNumbers(this.count);
		for (let index = 0; index < this.count; index++) distances.add(Math.abs((this.values[index] as number) - value), this.weights[index] as number);
		return distances;
	}

	/** These and the others. */
	concat(others: WeightedNumbers): WeightedNumbers {
		const both = new WeightedNumbers(this.count + others.count);
		for (const { values, weights, count } of [this, others]) {
			for (let index = 0; index < count; index++) both.add(values[index] as number, weights[index] as number);
		}
		return both;
	}
}
