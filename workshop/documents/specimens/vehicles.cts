// Invented vehicles. Numbers avoid the letters I, O and Q, as real ones do.
import type { Random } from '../random.cts';

const LETTERS = 'ABCDEFGHJKLMNPRTUVWXY';

export interface Vehicle {
	type: string;
	brandModel: string;
	vin: string;
	engine: string;
	plate: string;
}

export function vehicle(random: Random): Vehicle {
	const letters = (count: number): string => Array.from({ length: count }, () => LETTERS[random.int(0, LETTERS.length - 1)]).join('');
	return {
		type: random.pick(['小型轿车', '小型普通客车', '轻型货车']),
		brandModel: `${random.pick(['远舟牌', '青岚牌', '天合牌'])}YZ${random.digits(4)}${letters(2)}`,
		// No maker begins with these three.
		vin: `LZ9${letters(2)}${random.digits(2)}${letters(2)}${random.digits(8)}`,
		engine: `${letters(2)}${random.digits(6)}`,
		plate: `${random.pick(['粤', '浙', '苏'])}${letters(1)}${random.digits(5)}`,
	};
}
