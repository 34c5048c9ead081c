// Who exists: accounts, users, projects and access keys.
import type { EmulatorAccessKey, EmulatorProject, EmulatorUser } from '../users.cts';

export interface KeyOwner {
	user: EmulatorUser;
	key: EmulatorAccessKey;
}

export class Directory {
	readonly users: EmulatorUser[];

	constructor(users: EmulatorUser[]) {
		this.users = users;
	}

	findUser(domainName: string, userName: string): EmulatorUser | undefined {
		return this.users.find((user) => user.domainName === domainName && user.name === userName);
	}

	/** Also finds temporary keys issued at run time. */
	findKey(accessKeyId: string): KeyOwner | undefined {
		for (const user of this.users) {
			const key = user.accessKeys.find((entry) => entry.accessKeyId === accessKeyId);
			if (key) return { user, key };
		}
		return undefined;
	}
}

/** By id or by name; only projects that the user may see (15.3 row 8). */
export function findProject(
	user: EmulatorUser,
	wanted: { id?: unknown; name?: unknown },
): EmulatorProject | undefined {
	return user.projects.find(
		(project) => (wanted.id !== undefined ? project.id === wanted.id : project.name === wanted.name),
	);
}
