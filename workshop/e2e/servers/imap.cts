// A real IMAP server on loopback, and a way to put mails into its mailbox.
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { run, startService, type Service } from '../../harness/process/child.cts';
import { newTempDir } from '../../harness/paths.cts';
import { until } from '../../harness/process/poll.cts';
import { freePort } from '../../harness/process/ports.cts';

export interface ImapServer extends Service {
	port: number;
	user: string;
	password: string;
	/** Data of n8n's credential `imap`. */
	credential: Record<string, unknown>;
	/** Puts a mail into the inbox, unread. */
	deliver(message: string): Promise<void>;
}

export interface Attachment {
	fileName: string;
	mimeType: string;
	content: Buffer;
}

/** Dovecot with one mailbox. */
export async function startImap(): Promise<ImapServer> {
	const port = await freePort();
	const dir = newTempDir('imap');
	chmodSync(dir, 0o755);
	const mail = path.join(dir, 'mail');
	mkdirSync(mail);
	// Dovecot hands mail to an account other than root; Debian's package brings "dovenull" and "dovecot".
	const uid = process.getuid?.() === 0 ? Number(run('id', ['-u', 'mail'])) : (process.getuid?.() ?? 0);
	const gid = process.getuid?.() === 0 ? Number(run('id', ['-g', 'mail'])) : (process.getgid?.() ?? 0);
	chownSync(mail, uid, gid);
	const user = 'scanner@example.com';
	const password = 'Mail-on-loopback-1';
	const config = path.join(dir, 'dovecot.conf');
	writeFileSync(
		config,
		`
base_dir = ${path.join(dir, 'run')}
state_dir = ${path.join(dir, 'state')}
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mail}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mail}
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`,
	);
	const service = startService('dovecot', '/usr/sbin/dovecot', ['-F', '-c', config]);
	await until(
		async () => {
			const socket = await ImapConnection.open(port);
			await socket.close();
			return true;
		},
		{ what: 'Dovecot to start', onTimeout: () => service.tail() },
	);
	return Object.assign(service, {
		port,
		user,
		password,
		credential: { user, password, host: '127.0.0.1', port, secure: false, allowUnauthorizedCerts: true },
		deliver: async (message: string) => {
			const connection = await ImapConnection.open(port);
			await connection.command(`LOGIN ${user} ${password}`);
			await connection.append('INBOX', message);
			await connection.close();
		},
	});
}

/** A mail with a text and attachments, as mail programs send it. */
export function mailWithAttachments(subject: string, text: string, attachments: Attachment[]): string {
	const boundary = 'boundary-of-the-parts';
	// Plain ASCII goes as it is; n8n 1.x shows encoded names of files as they were sent.
	const encoded = (value: string) => (/^[ -~]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`);
	const parts = attachments.map(({ fileName, mimeType, content }) => {
		const body = content.toString('base64').replace(/.{76}/g, '$&\r\n');
		return [
			`--${boundary}`,
			`Content-Type: ${mimeType}; name="${encoded(fileName)}"`,
			`Content-Disposition: attachment; filename="${encoded(fileName)}"`,
			'Content-Transfer-Encoding: base64',
			'',
			body,
		].join('\r\n');
	});
	return [
		'From: Branch office <branch@example.com>',
		'To: Scanner <scanner@example.com>',
		`Subject: ${encoded(subject)}`,
		`Message-ID: <${Date.now()}.${Math.random().toString(36).slice(2)}@example.com>`,
		`Date: ${new Date().toUTCString()}`,
		'MIME-Version: 1.0',
		`Content-Type: multipart/mixed; boundary="${boundary}"`,
		'',
		`--${boundary}`,
		'Content-Type: text/plain; charset=utf-8',
		'',
		text,
		...parts,
		`--${boundary}--`,
		'',
	].join('\r\n');
}

/** The few IMAP commands that delivering needs. */
class ImapConnection {
	private readonly socket: Socket;
	private received = '';
	private tag = 0;

	private constructor(socket: Socket) {
		this.socket = socket;
		socket.setEncoding('utf8').on('data', (chunk: string) => {
			this.received += chunk;
		});
		socket.on('error', () => undefined);
	}

	static async open(port: number): Promise<ImapConnection> {
		const socket = connect(port, '127.0.0.1');
		const connection = new ImapConnection(socket);
		await connection.answer(/^\* OK/m);
		return connection;
	}

	async command(command: string): Promise<void> {
		const tag = `a${++this.tag}`;
		this.socket.write(`${tag} ${command}\r\n`);
		await this.answer(new RegExp(`^${tag} OK`, 'm'));
	}

	async append(mailbox: string, message: string): Promise<void> {
		const tag = `a${++this.tag}`;
		this.socket.write(`${tag} APPEND ${mailbox} {${Buffer.byteLength(message)}}\r\n`);
		await this.answer(/^\+ /m);
		this.socket.write(`${message}\r\n`);
		await this.answer(new RegExp(`^${tag} OK`, 'm'));
	}

	async close(): Promise<void> {
		await new Promise<void>((resolve) => this.socket.end(resolve));
		this.socket.destroy();
	}

	private async answer(pattern: RegExp): Promise<void> {
		await until(() => pattern.test(this.received), {
			what: `the IMAP server to answer ${pattern.source} (it said: ${this.received.slice(-200)})`,
			within: 5000,
			every: 20,
		});
	}
}
