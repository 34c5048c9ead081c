// What can be set when the emulator starts. All times in ms, all sizes in bytes.
import type { EmulatorUser } from './users.cts';
import type { FixtureSource } from './engine/fixture.cts';

/** `seed`: limits and fields of the seed page. `current`: those of the newer pages (contract section 11). */
export type Profile = 'seed' | 'current';
export type EngineName = 'ocr' | 'fixture';

/** Form of the `Retry-After` header on answers that say "slow down"; the real service's habit is unknown (8). */
export type RetryAfterForm = 'none' | 'seconds' | 'date';

/** At most `calls` per `seconds` and user. */
export interface ThrottleRule {
	calls: number;
	seconds: number;
	/**
	 * `bucket` (default, section 8): full at first, refilled evenly.
	 * `window`: never more than `calls` within any `seconds`.
	 */
	algorithm?: 'bucket' | 'window';
}

/** Behaviour that may also be changed while the emulator runs (`control.set`). */
export interface EmulatorSettings {
	/** Limits and fields of which edition. Default `current`. */
	profile: Profile;
	/** `ocr` reads for real, `fixture` answers at once. Default `ocr`. */
	engine: EngineName;
	/** Region this emulator plays; tokens of other regions are refused (15.2 row 5c). */
	region: string;
	/** Default 24 h. */
	tokenLifeMs: number;
	/** Length of new tokens in characters, 4 to 9 KB; default random in that range. */
	tokenLength: number | undefined;
	/** OCR calls per user; empty = no limit. */
	throttle: ThrottleRule[];
	/** Logins per user; empty = no limit. */
	loginThrottle: ThrottleRule[];
	retryAfter: RetryAfterForm;
	/** OCR calls of one user worked on at the same time; more get ModelArts.4401. */
	maxParallel: number;
	/** Added to each OCR answer (engine time not subtracted). */
	latencyMs: number;
	/** Same for logins. */
	loginLatencyMs: number;
	/** Lets `url` reach loopback and private networks. Default false. */
	allowPrivateUrls: boolean;
	/** Limit for the download of `url`. Default 15 s. */
	downloadTimeoutMs: number;
	/** What the fixture engine answers. Default 10 blocks. */
	fixture: FixtureSource;
	/** Whether OCR may read private OBS objects (service authorisation, 5.5). */
	obsAgency: boolean;
	/** Whether Smart Document gives the parts of a page in one element of its list or in one each; pages show both. Default `together`. */
	smartDocumentParts: 'together' | 'spread';
}

export interface EmulatorOptions extends Partial<EmulatorSettings> {
	/** Default 0: a free port. Always on 127.0.0.1. */
	port?: number;
	/** Replaces the seeded users. */
	users?: EmulatorUser[];
	/** Time source, ms since 1970. */
	now?: () => number;
	/** One line per call, without secrets and image data. Default: silent. */
	log?: (line: string) => void;
	/** Recognition workers; default 1. */
	workers?: number;
	/** The recognition engine reads the same picture once. Default: each time. */
	remembers?: boolean;
}

export function defaultSettings(): EmulatorSettings {
	return {
		profile: 'current',
		engine: 'ocr',
		region: 'cn-north-4',
		tokenLifeMs: 24 * 60 * 60 * 1000,
		tokenLength: undefined,
		throttle: [],
		loginThrottle: [],
		retryAfter: 'none',
		maxParallel: Number.POSITIVE_INFINITY,
		latencyMs: 0,
		loginLatencyMs: 0,
		allowPrivateUrls: false,
		downloadTimeoutMs: 15_000,
		fixture: { blocks: 10 },
		obsAgency: true,
		smartDocumentParts: 'together',
	};
}
