// Starts the emulator: IAM and OCR of Huawei Cloud on one loopback port.
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Clock } from './clock.cts';
import type { Cloud } from './cloud.cts';
import { Control } from './control/control.cts';
import { addControlRoutes } from './control/controlRoutes.cts';
import { Counters, type CallTarget } from './control/counters.cts';
import { Faults } from './control/faults.cts';
import type { RecognitionEngine } from './engine/engine.cts';
import { FixtureEngine } from './engine/fixture.cts';
import { RememberingEngine } from './engine/rememberingEngine.cts';
import { WorkerEngine } from './engine/workerEngine.cts';
import { PARSER_HEADER_BYTES } from './gateway/edge.cts';
import { KeyGuard } from './gateway/keyGuard.cts';
import { Throttle } from './gateway/throttle.cts';
import { gatewayError, newId } from './http/answers.cts';
import { errorAnswer, refuse } from './http/errorCatalogue.cts';
import { exchange, type Log, type Work } from './http/exchange.cts';
import { pause } from './http/pause.cts';
import { Directory } from './iam/directory.cts';
import { checkToken, issueTemporaryKey, listDomains, listProjects } from './iam/iamRoutes.cts';
import { login } from './iam/login.cts';
import { LoginGuard } from './iam/loginGuard.cts';
import { TokenStore } from './iam/tokens.cts';
import { ObjectStorage } from './ocr/objectStorage.cts';
import { ocrRoute } from './ocr/ocrRoute.cts';
import { KNOWN_PATHS } from './operations/known.cts';
import { defaultSettings, type EmulatorOptions, type EmulatorSettings } from './options.cts';
import { seededUsers } from './users.cts';

export interface Emulator {
	/** `http://127.0.0.1:port`, good as IAM endpoint and as OCR endpoint. */
	url: string;
	port: number;
	control: Control;
	/** Ends all connections and recognition workers. */
	close(): Promise<void>;
}

/**
 * @throws Error when the port is taken.
 * Recognition models load at the first call that needs them, not here.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const workers = new WorkerEngine(options.workers ?? 1);
	const ocr = options.remembers ? new RememberingEngine(workers) : workers;
	const cloud = newCloud(options, ocr);
	const control = new Control(cloud);
	const app = newApp();
	addServiceRoutes(app, cloud, options.log ?? (() => undefined));
	addControlRoutes(app, cloud, control);
	await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
	const { port } = app.server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		control,
		async close() {
			await app.close();
			await ocr.close();
		},
	};
}

function newCloud(options: EmulatorOptions, ocr: RecognitionEngine): Cloud {
	const { users, now } = options;
	const settings = pickSettings(options);
	const clock = new Clock(now);
	const fixture = new FixtureEngine(() => settings.fixture);
	const cloud: Cloud = {
		settings,
		clock,
		directory: new Directory(users ?? seededUsers()),
		tokens: new TokenStore(clock),
		loginGuard: new LoginGuard(clock),
		loginThrottle: new Throttle(clock),
		keyGuard: new KeyGuard(clock),
		throttle: new Throttle(clock),
		counters: new Counters(),
		faults: new Faults(),
		storage: new ObjectStorage(),
		parallel: new Map(),
		engine: () => (settings.engine === 'ocr' ? ocr : fixture),
	};
	cloud.throttle.setRules(settings.throttle);
	cloud.loginThrottle.setRules(settings.loginThrottle);
	return cloud;
}

/** The defaults with what the options change; options that are no settings stay out. */
function pickSettings(options: EmulatorOptions): EmulatorSettings {
	const settings = defaultSettings();
	for (const name of Object.keys(settings)) {
		if (Object.hasOwn(options, name)) Object.assign(settings, { [name]: options[name as keyof EmulatorOptions] });
	}
	return settings;
}

function newApp(): FastifyInstance {
	return fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 40_000 },
		http: { maxHeaderSize: PARSER_HEADER_BYTES },
		clientErrorHandler(error, socket) {
			// Bytes that are no HTTP, or headers beyond even the parser's limit: no request to answer to.
			const status = error.code === 'HPE_HEADER_OVERFLOW' ? 494 : 400;
			const id = newId();
			const { body } = gatewayError(status, 'APIG.0201', 'API request error.', id);
			if (!socket.writable) return;
			socket.end(
				`HTTP/1.1 ${status} Error\r\nContent-Type: application/json\r\nX-Request-Id: ${id}\r\n` +
					`Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body.toString()}`,
			);
		},
		frameworkErrors(_error, request, reply) {
			// A URL that can't be decoded belongs to no API.
			const id = newId();
			const { status, headers, body } = errorAnswer('APIG.0101', id);
			reply.hijack();
			request.raw.resume();
			reply.raw.writeHead(status, { ...headers, 'X-Request-Id': id });
			reply.raw.end(body);
		},
	});
}

type Hook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * The work is done in the `onRequest` hook, before Fastify would read and judge the body: the order of the
 * checks (section 15) is part of the contract, and a body's type is looked at long after its sender.
 */
function addServiceRoutes(app: FastifyInstance, cloud: Cloud, log: Log): void {
	const hook =
		(target: CallTarget, work: (request: FastifyRequest) => Work): Hook =>
		(request, reply) =>
			exchange(cloud, log, target, request, reply, work(request));
	const route = (method: string | string[], url: string, onRequest: Hook): void => {
		app.route({ method: method as 'GET', url, onRequest, handler: () => undefined });
	};

	route('POST', '/v3/auth/tokens', hook('iam', () => async (call) => {
		await pause(cloud.settings.loginLatencyMs);
		return login(cloud, call);
	}));
	route('GET', '/v3/auth/tokens', hook('iam', () => (call) => checkToken(cloud, call)));
	route('GET', '/v3/projects', hook('iam', () => (call) => listProjects(cloud, call)));
	route('GET', '/v3/auth/projects', hook('iam', () => (call) => listProjects(cloud, call)));
	route('GET', '/v3/auth/domains', hook('iam', () => (call) => listDomains(cloud, call)));
	route('POST', '/v3.0/OS-CREDENTIAL/securitytokens', hook('iam', () => (call) => issueTemporaryKey(cloud, call)));

	route('POST', '/v2/:projectId/ocr/:operation', hook('ocr', (request) => (call) => {
		const { projectId, operation } = request.params as { projectId: string; operation: string };
		if (!KNOWN_PATHS.has(operation)) refuse('APIG.0101', call.requestId); // 15.2 row 2
		return ocrRoute(cloud, call, projectId, operation);
	}));

	// Everything else: 15.2 row 2 and 15.3 row 1
	const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
	route(methods, '/v3*', hook('iam', () => (call) => refuse('APIGW.0101', call.requestId)));
	route(methods, '*', hook('ocr', () => (call) => refuse('APIG.0101', call.requestId)));
}
