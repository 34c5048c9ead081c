// Moved to the other readers of values.
export { parseNumber } from '../values/number';
