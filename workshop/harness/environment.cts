// Has to be the first import of every program that loads n8n-core: n8n reads these variables once,
// and would otherwise write its settings into the user's home.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of this process for n8n's settings and stored binary data; removed when the process ends. */
export const userFolder = mkdtempSync(join(tmpdir(), 'huawei-ocr-harness-'));

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY ??= 'harness-key';
// Without this n8n also prints each error that a run ends with.
process.env.N8N_LOG_LEVEL ??= 'silent';

process.once('exit', () => rmSync(userFolder, { recursive: true, force: true }));
