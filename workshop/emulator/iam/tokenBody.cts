// The `token` object of section 2.2, for logins and for token checks.
import type { EmulatorUser } from '../users.cts';
import { stableId } from '../users.cts';
import { type IssuedToken, iamTime } from './tokens.cts';

/** @param catalogRegion region of the catalog's endpoints; undefined = empty catalog (`nocatalog`). */
export function tokenBody(token: IssuedToken, catalogRegion: string | undefined): { token: Record<string, unknown> } {
	const { user, project } = token;
	const domain = { id: user.domainId, name: user.domainName };
	return {
		token: {
			catalog: catalogRegion === undefined ? [] : catalog(catalogRegion),
			expires_at: iamTime(token.expiresAt),
			issued_at: iamTime(token.issuedAt),
			methods: token.methods,
			...(project ? { project: { domain, id: project.id, name: project.name } } : {}),
			...(token.domainScope ? { domain } : {}),
			...(token.mfa ? { mfa_authn_at: iamTime(token.issuedAt) } : {}),
			roles: roles(user),
			user: { domain, id: user.id, name: user.name, password_expires_at: '' },
		},
	};
}

function roles(user: EmulatorUser): Array<{ id: string; name: string }> {
	const names = user.ocrRights ? ['te_admin', 'op_gated_OBS_file_protocol'] : ['op_gated_OBS_file_protocol'];
	return names.map((name) => ({ id: '0', name }));
}

function catalog(region: string): unknown[] {
	return ['iam', 'ocr'].map((name) => ({
		id: stableId(`service:${name}`),
		name,
		type: name,
		endpoints: [
			{
				id: stableId(`endpoint:${name}:${region}`),
				interface: 'public',
				region,
				region_id: region,
				url: `https://${name}.${region}.myhuaweicloud.com`,
			},
		],
	}));
}
