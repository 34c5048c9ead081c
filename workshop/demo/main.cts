// `npm start`: reads the sample form, or the user's own images, with the built node in n8n's engine.
import { parseArgs } from 'node:util';
import { messageOf } from './messageOf.cts';
import type * as Documents from './documents.cts';
import type * as Run from './run.cts';

const HELP = `Reads images with the Huawei Cloud OCR node, inside n8n's execution engine, against an
emulator of the service on this machine. No account and no network needed.

  npm start                                   reads a sample form
  npm start -- FILE_OR_FOLDER_OR_URL…         reads your own images
  npm start -- --document KIND                reads a specimen of an invoice, ticket, card …
  npm start -- --list                         names the kinds of documents

  --output FOLDER   where the result files go (default: output)
  --rows N          longest table of words to print (default: 60)
  --seed TEXT       another specimen of the same kind (default: 1)
  --help

For each image: NAME.csv and NAME.json with one entry per words block, and NAME.boxes.png, the
image with the found boxes. Files of the same name from an earlier run are replaced.
For a document: KIND.png as it was drawn, KIND.csv and KIND.json with one entry per field, row or part, and
KIND.boxes.png where the service tells where the fields stand.
A folder is searched for images and PDFs, not its subfolders; of a PDF all pages are read.
A URL is downloaded by the emulator.
Ends with code 0 only if every image was read.`;

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			output: { type: 'string' },
			rows: { type: 'string', default: '60' },
			document: { type: 'string' },
			seed: { type: 'string', default: '1' },
			list: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	// n8n's engine and the libraries that draw take seconds to load; who asks for help need not wait for them.
	/* eslint-disable @typescript-eslint/no-require-imports -- tsx/cjs compiles what is required, not what `import()` loads */
	if (values.list || values.document !== undefined) {
		const { checkKind, listOfKinds } = require('./documents.cts') as typeof Documents;
		if (values.list) {
			console.log(`Documents for --document:\n\n${listOfKinds()}`);
			return 0;
		}
		checkKind(values.document ?? '');
	}
	const { runDemo } = require('./run.cts') as typeof Run;
	/* eslint-enable @typescript-eslint/no-require-imports */
	return await runDemo({ ...values, inputs: positionals });
}

process.once('SIGINT', () => process.exit(130));
main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(messageOf(error));
		console.error('Try: npm start -- --help');
		process.exitCode = 2;
	},
);
