// Everything that one emulator knows, handed to each check. No check reaches for anything else.
import type { Clock } from './clock.cts';
import type { Counters } from './control/counters.cts';
import type { Faults } from './control/faults.cts';
import type { RecognitionEngine } from './engine/engine.cts';
import type { KeyGuard } from './gateway/keyGuard.cts';
import type { Throttle } from './gateway/throttle.cts';
import type { Directory } from './iam/directory.cts';
import type { LoginGuard } from './iam/loginGuard.cts';
import type { TokenStore } from './iam/tokens.cts';
import type { ObjectStorage } from './ocr/objectStorage.cts';
import type { EmulatorSettings } from './options.cts';

export interface Cloud {
	settings: EmulatorSettings;
	clock: Clock;
	directory: Directory;
	tokens: TokenStore;
	loginGuard: LoginGuard;
	loginThrottle: Throttle;
	keyGuard: KeyGuard;
	throttle: Throttle;
	counters: Counters;
	faults: Faults;
	storage: ObjectStorage;
	/** OCR calls being worked on, per user (15.2 row 13). */
	parallel: Map<string, number>;
	/** The engine that the settings name now. */
	engine(): RecognitionEngine;
}
