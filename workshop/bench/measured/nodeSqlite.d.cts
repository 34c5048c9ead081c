// The part of node:sqlite that readExecution.cts uses: the installed type definitions are those of
// Node.js 20, which has no SQLite yet.
declare module 'node:sqlite' {
	export class DatabaseSync {
		constructor(path: string, options?: { readOnly?: boolean });
		prepare(sql: string): { get(...values: Array<string | number>): unknown };
	}
}
