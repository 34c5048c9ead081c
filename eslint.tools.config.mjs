// Rules for the programs around the node: emulator, demo, tests, benchmarks and other tools.
// They run on Node.js, not inside n8n, so n8n's community-node rules (eslint.config.mjs, which
// covers every *.ts file) do not fit them. They are told apart by file type: *.cts.
import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', '.cache/', 'output/', 'coverage/', '**/*.ts', 'package.json'] },
	{
		files: ['**/*.cts'],
		extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.tools.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['**/*.{js,cjs,mjs}'],
		extends: [js.configs.recommended],
		languageOptions: { globals: globals.node },
	},
);
