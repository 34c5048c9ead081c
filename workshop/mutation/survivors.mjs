// Plugin for the mutation test: names each change that no test noticed as soon as it is known. A run takes long, and
// tests can be written meanwhile; a run that is broken off has said what it found.
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** The longest replacement that is printed, characters. */
const LONGEST = 80;

class Survivors {
	onMutantTested({ fileName, location, mutatorName, replacement, status }) {
		if (status !== 'Survived') return;
		const change = (replacement ?? '').slice(0, LONGEST).replace(/\s+/g, ' ');
		console.log(`survived ${relative(process.cwd(), fileName)}:${location.start.line}:${location.start.column} ${mutatorName} → ${change}`);
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'survivors', Survivors)];
