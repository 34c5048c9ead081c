// A stand-in for a mail server: takes every mail over SMTP on loopback and keeps it, taken apart.
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface MailPart {
	mimeType: string;
	/** undefined: part of the text, no attachment */
	fileName?: string;
	content: Buffer;
}

export interface ReceivedMail {
	/** As the server was told, not what stands in the header. */
	recipients: string[];
	subject: string;
	parts: MailPart[];
}

export interface SmtpServer {
	/** Data of n8n's credential `smtp`. */
	credential: Record<string, unknown>;
	/** Oldest first. */
	received: ReceivedMail[];
	close(): Promise<void>;
}

export async function startSmtp(): Promise<SmtpServer> {
	const received: ReceivedMail[] = [];
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		socket.once('close', () => open.delete(socket));
		socket.on('error', () => undefined);
		serve(socket, (mail) => received.push(mail));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		credential: { user: 'scanner', password: 'Mail-on-loopback-1', host: '127.0.0.1', port, secure: false, disableStartTls: true },
		received,
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** One connection: the commands that sending a mail takes. */
function serve(socket: Socket, keep: (mail: ReceivedMail) => void): void {
	let waiting = '';
	let recipients: string[] = [];
	let inData = false;
	const say = (line: string): void => void socket.write(`${line}\r\n`);
	const obey = (line: string): void => {
		const verb = line.slice(0, 4).toUpperCase();
		if (verb === 'EHLO') say('250-loopback\r\n250 AUTH PLAIN');
		else if (verb === 'AUTH') say('235 welcome');
		else if (verb === 'RCPT') {
			recipients.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
			say('250 ok');
		} else if (verb === 'DATA') {
			inData = true;
			say('354 go on');
		} else if (verb === 'QUIT') {
			say('221 bye');
			socket.end();
		} else say('250 ok');
	};
	socket.setEncoding('latin1').on('data', (chunk: string) => {
		waiting += chunk;
		for (;;) {
			const end = waiting.indexOf(inData ? '\r\n.\r\n' : '\r\n');
			if (end < 0) return;
			const text = waiting.slice(0, end);
			waiting = waiting.slice(end + (inData ? 5 : 2));
			if (inData) {
				inData = false;
				keep({ ...readMail(text.replace(/^\.\./gm, '.')), recipients });
				recipients = [];
				say('250 taken');
			} else obey(text);
		}
	});
	say('220 loopback');
}

function readMail(message: string): Omit<ReceivedMail, 'recipients'> {
	const { headers } = partsAt(message);
	return { subject: headers.get('subject') ?? '', parts: leaves(message) };
}

function partsAt(message: string): { headers: Map<string, string>; body: string } {
	const at = message.indexOf('\r\n\r\n');
	const lines = message.slice(0, at).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
	const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
	return { headers, body: message.slice(at + 4) };
}

/** The parts of a mail that hold something themselves, however deep they stand. */
function leaves(message: string): MailPart[] {
	const { headers, body } = partsAt(message);
	const type = headers.get('content-type') ?? 'text/plain';
	const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
	if (boundary !== undefined) return body.split(`--${boundary}`).slice(1, -1).flatMap((part) => leaves(part.replace(/^\r\n/, '')));
	const fileName = /filename="?([^";]+)/i.exec(headers.get('content-disposition') ?? '')?.[1];
	const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
	return [{ mimeType: type.split(';')[0] ?? '', ...(fileName === undefined ? {} : { fileName }), content: decode(body, encoding) }];
}

function decode(body: string, encoding: string | undefined): Buffer {
	if (encoding === 'base64') return Buffer.from(body, 'base64');
	if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
	const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1');
}
