// `npm run check:tables [-- SPECIMENS]`: the part of check:documents that reads tables and pages, alone.
import { reportTables } from './tables/report.cts';

void reportTables(process.argv[2] === undefined ? undefined : Number(process.argv[2])).then((below) => (process.exitCode = below === 0 ? 0 : 1));
