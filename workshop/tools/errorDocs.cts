// Writes docs/errors.md and docs/zh-CN/errors.md from the error catalogue: `npm run docs:errors`.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { ERROR_CATALOGUE } from '../../huaweiCloud/errors/catalogue.ts';
import type { ErrorFamily, ErrorRow, RetryVerdict } from '../../huaweiCloud/errors/types.ts';
import { NODE_CODES } from '../../nodes/HuaweiOcr/errors/nodeCodes.ts';
import { CHINESE_NODE_CODES, CHINESE_TEXTS } from './errorTranslations.cts';

export type DocLanguage = 'en' | 'zh';

export const DOC_FILES: Record<DocLanguage, string> = {
	en: 'docs/errors.md',
	zh: 'docs/zh-CN/errors.md',
};

interface Wording {
	readonly title: string;
	readonly intro: readonly string[];
	readonly head: readonly string[];
	readonly families: Record<ErrorFamily, string>;
	readonly retry: Record<RetryVerdict, string>;
	readonly source: string;
	readonly nodeCodes: { readonly title: string; readonly head: readonly string[] };
	/** What stands for the names that the node puts into its texts. */
	readonly placeholders: Record<string, string>;
}

const WORDING: Record<DocLanguage, Wording> = {
	en: {
		title: 'Errors and what to do',
		intro: [
			'[中文](zh-CN/errors.md)',
			'This page is made by `npm run docs:errors` from the table that the node itself uses. Do not edit it by hand.',
			'An error of the node begins with what to do now. With *On Error: Continue* the failed image becomes an item with the fields `error`, `errorDescription`, `errorCode`, `httpStatus`, `requestId` and `source`. Look up its `errorCode` here; codes that begin with `Node.` come from the node itself, before or after the call.',
			'**Repeated** says what the node has already tried when you see the error. Failed calls are free; a call that gave a result is never repeated. A refused login or access key is remembered: the same one is tried at most three times in any 15 minutes, so that n8n never locks the user; a corrected one is tried at once.',
		],
		head: ['Code', 'HTTP', 'Message of the service', 'Cause', 'What to do', 'Repeated'],
		families: {
			ocr: 'OCR service (`AIS.*`)',
			platform: 'Platform (`ModelArts.*`)',
			gateway: 'Gateway (`APIG.*`, `APIGW.*`)',
			login: 'Login with user and password (IAM), and the test of a credential',
			iam: 'IAM codes (`IAM.*`)',
			http: 'Answers without a code',
			network: 'No answer at all',
		},
		retry: {
			no: 'no',
			refresh: 'once, after a new login',
			backoff: 'yes, with growing waits',
			once: 'once',
		},
		source: 'Sources',
		nodeCodes: { title: 'Further codes of the node (`Node.*`)', head: ['Code', 'What happened'] },
		placeholders: {
			operation: 'the operation',
			endpoint: 'OCR Endpoint (IAM Endpoint for a login)',
			host: 'the host',
			project: 'such project',
			proof: 'keys (or the login) are',
		},
	},
	zh: {
		title: '错误码与处理方法',
		intro: [
			'[English](../errors.md)',
			'本页由 `npm run docs:errors` 根据节点自身使用的错误表生成，请勿手工修改。',
			'节点的错误信息以“现在该做什么”开头。选择 *On Error: Continue* 时，识别失败的图像会成为一个条目，带有 `error`、`errorDescription`、`errorCode`、`httpStatus`、`requestId` 和 `source` 字段。请按 `errorCode` 在此查找；以 `Node.` 开头的错误码来自节点本身（调用之前或之后）。',
			'“重试”一列说明您看到该错误时节点已经做过的尝试。失败的调用不计费；已得到结果的调用不会重发。被拒绝的登录或访问密钥会被记住：相同的登录信息或密钥在任意 15 分钟内最多尝试三次，因此 n8n 不会锁定用户；更正后会立即尝试。',
		],
		head: ['错误码', 'HTTP', '服务返回的信息', '原因', '处理方法', '重试'],
		families: {
			ocr: 'OCR 服务（`AIS.*`）',
			platform: '平台（`ModelArts.*`）',
			gateway: '网关（`APIG.*`、`APIGW.*`）',
			login: '用户名密码登录（IAM）与凭证测试',
			iam: 'IAM 错误码（`IAM.*`）',
			http: '没有错误码的应答',
			network: '没有应答',
		},
		retry: { no: '否', refresh: '重新登录后一次', backoff: '是，间隔逐次加长', once: '一次' },
		source: '来源',
		nodeCodes: { title: '节点的其他错误码（`Node.*`）', head: ['错误码', '含义'] },
		placeholders: {
			operation: '该接口',
			endpoint: ' OCR Endpoint（登录时为 IAM Endpoint）',
			host: '该主机',
			project: '该项目',
			proof: '密钥（或登录）',
		},
	},
};

const cell = (text: string): string =>
	text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

/** A text of the catalogue as it stands on the page. @throws Error when it has no translation */
export function docText(text: string, language: DocLanguage): string {
	const translated = language === 'en' ? text : CHINESE_TEXTS.get(text);
	if (translated === undefined) throw new Error(`errorTranslations.cts lacks: ${text}`);
	const filled = translated.replace(/\{(\w+)\}/g, (_, name: string) => WORDING[language].placeholders[name] ?? name);
	return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** Codes that mean the same stand in one row; where their status differs, it is said. */
function row(entry: ErrorRow, language: DocLanguage): string {
	const { also = [], httpStatus = [], alsoStatus } = entry;
	const statuses = alsoStatus === undefined ? httpStatus : [...httpStatus, alsoStatus];
	return [
		[entry.code, ...also].join('<br>'),
		statuses.join(', '),
		cell(entry.message),
		cell(docText(entry.cause, language)),
		cell(docText(entry.remedy, language)),
		WORDING[language].retry[entry.retry],
	].join(' | ');
}

function table(head: readonly string[], rows: readonly string[]): string[] {
	return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows.map((each) => `| ${each} |`), ''];
}

/** The page in one language, as Markdown. */
export function errorPage(language: DocLanguage): string {
	const wording = WORDING[language];
	const chapters = (Object.keys(wording.families) as ErrorFamily[]).map((family) => {
		const rows = ERROR_CATALOGUE.filter((entry) => entry.family === family);
		const sources = [...new Set(rows.map(({ source }) => source))];
		return [
			`## ${wording.families[family]}`,
			'',
			...table(
				wording.head,
				rows.map((entry) => row(entry, language)),
			),
			`${wording.source}: ${sources.join('; ')}`,
			'',
		].join('\n');
	});
	const texts: Record<string, string> = language === 'en' ? NODE_CODES : CHINESE_NODE_CODES;
	const nodeCodes = [
		`## ${wording.nodeCodes.title}`,
		'',
		...table(
			wording.nodeCodes.head,
			Object.keys(NODE_CODES).map((code) => `${code} | ${cell(texts[code] ?? '')}`),
		),
	].join('\n');
	return [`# ${wording.title}`, '', wording.intro.join('\n\n'), '', ...chapters, nodeCodes].join('\n');
}

if (require.main === module) {
	for (const language of ['en', 'zh'] as const) {
		const file = path.join(__dirname, '..', '..', DOC_FILES[language]);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, errorPage(language));
		console.log(`written: ${DOC_FILES[language]}`);
	}
}
