// Debian packages that the end-to-end suite needs: installed only where something is missing.
import { existsSync } from 'node:fs';
import { run } from '../harness/process/child.cts';

/** A program or file that must exist, and the package that brings it. */
const NEEDED: Record<string, string[]> = {
	chromium: ['/usr/bin/chromium'],
	'redis-server': ['/usr/bin/redis-server'],
	postgresql: ['/usr/lib/postgresql'],
	'dovecot-imapd': ['/usr/sbin/dovecot', '/usr/lib/dovecot/imap'],
	'fonts-noto-cjk': ['/usr/share/fonts/opentype/noto'],
	'fonts-dejavu-core': ['/usr/share/fonts/truetype/dejavu'],
	// sqlite3, which n8n uses as database, is compiled where no prebuilt binary can be downloaded.
	'build-essential': ['/usr/bin/g++', '/usr/bin/make'],
	python3: ['/usr/bin/python3'],
};

export const CHROMIUM = '/usr/bin/chromium';

/** Installs what is missing of `names` (default: all). Needs root, directly or through sudo. */
export function ensureDebianPackages(names = Object.keys(NEEDED)): void {
	const missing = names.filter((name) => !(NEEDED[name] ?? []).every((file) => existsSync(file)));
	if (missing.length === 0) return;
	if (!existsSync('/usr/bin/apt-get')) {
		throw new Error(`Please install these programs first: ${missing.join(', ')}`);
	}
	console.log(`Installing Debian packages: ${missing.join(' ')}`);
	const apt = (args: string[]) => {
		const root = process.getuid?.() === 0;
		run(root ? 'apt-get' : 'sudo', root ? args : ['--preserve-env=DEBIAN_FRONTEND', 'apt-get', ...args], {
			env: { DEBIAN_FRONTEND: 'noninteractive' },
		});
	};
	apt(['update', '-q']);
	apt(['install', '-y', '-q', '--no-install-recommends', ...missing]);
}
