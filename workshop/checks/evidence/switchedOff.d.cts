/** @throws Error where nothing changes */
export function switchedOff(source: string, rule: string): string;
