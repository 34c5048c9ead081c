// Writes docs/errors.md and docs/errors.zh-CN.md from the error catalogue: `npm run docs:errors`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { ERROR_CATALOGUE } from '../../huaweiCloud/errors/catalogue.ts';
import type { ErrorEntry, ErrorFamily, RetryVerdict } from '../../huaweiCloud/errors/types.ts';

export type DocLanguage = 'en' | 'zh';

export const DOC_FILES: Record<DocLanguage, string> = {
	en: 'docs/errors.md',
	zh: 'docs/errors.zh-CN.md',
};

interface Wording {
	readonly title: string;
	readonly intro: readonly string[];
	readonly head: readonly string[];
	readonly families: Record<ErrorFamily, string>;
	readonly retry: Record<RetryVerdict, string>;
	readonly source: string;
}

const WORDING: Record<DocLanguage, Wording> = {
	en: {
		title: 'Errors and what to do',
		intro: [
			'[中文](errors.zh-CN.md)',
			'This page is made by `npm run docs:errors` from the table that the node itself uses. Do not edit it by hand.',
			'An error of the node begins with what to do now. With *On Error: Continue* the failed image becomes an item with the fields `error`, `errorDescription`, `errorCode`, `httpStatus`, `requestId` and `source`. Look up its `errorCode` here; codes that begin with `Node.` come from the node itself, before or after the call, and `error` says all about them.',
			'**Repeated** says what the node has already tried when you see the error. Failed calls are free; a call that gave a result is never repeated.',
		],
		head: ['Code', 'HTTP', 'Message of the service', 'Cause', 'What to do', 'Repeated'],
		families: {
			ocr: 'OCR service (`AIS.*`)',
			platform: 'Platform (`ModelArts.*`)',
			gateway: 'Gateway (`APIG.*`, `APIGW.*`)',
			login: 'Login with user and password (IAM)',
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
	},
	zh: {
		title: '错误码与处理方法',
		intro: [
			'[English](errors.md)',
			'本页由 `npm run docs:errors` 根据节点自身使用的错误表生成，请勿手工修改。',
			'节点的错误信息以“现在该做什么”开头。选择 *On Error: Continue* 时，识别失败的图像会成为一个条目，带有 `error`、`errorDescription`、`errorCode`、`httpStatus`、`requestId` 和 `source` 字段。请按 `errorCode` 在此查找；以 `Node.` 开头的错误码来自节点本身（调用之前或之后），`error` 已说明一切。',
			'“重试”一列说明您看到该错误时节点已经做过的尝试。失败的调用不计费；已得到结果的调用不会重发。',
		],
		head: ['错误码', 'HTTP', '服务返回的信息', '原因', '处理方法', '重试'],
		families: {
			ocr: 'OCR 服务（`AIS.*`）',
			platform: '平台（`ModelArts.*`）',
			gateway: '网关（`APIG.*`、`APIGW.*`）',
			login: '用户名密码登录（IAM）',
			iam: 'IAM 错误码（`IAM.*`）',
			http: '没有错误码的应答',
			network: '没有应答',
		},
		retry: { no: '否', refresh: '重新登录后一次', backoff: '是，间隔逐次加长', once: '一次' },
		source: '来源',
	},
};

const cell = (text: string): string =>
	text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

/** `APIGW.*` repeats `APIG.*` row by row: one row shows both. */
function codesOf(entry: ErrorEntry): string {
	return entry.family === 'gateway' ? `${entry.code}<br>${entry.code.replace('APIG.', 'APIGW.')}` : entry.code;
}

function row(entry: ErrorEntry, language: DocLanguage): string {
	const wording = WORDING[language];
	return [
		codesOf(entry),
		entry.httpStatus?.join(', ') ?? '',
		cell(entry.message),
		cell(entry.cause[language]),
		cell(entry.remedy[language]),
		wording.retry[entry.retry],
	].join(' | ');
}

/** The page in one language, as Markdown. */
export function errorPage(language: DocLanguage): string {
	const wording = WORDING[language];
	const shown = ERROR_CATALOGUE.filter(({ code }) => !code.startsWith('APIGW.'));
	const chapters = (Object.keys(wording.families) as ErrorFamily[]).map((family) => {
		const rows = shown.filter((entry) => entry.family === family);
		const sources = [...new Set(rows.map(({ source }) => source))];
		return [
			`## ${wording.families[family]}`,
			'',
			`| ${wording.head.join(' | ')} |`,
			`|${' --- |'.repeat(wording.head.length)}`,
			...rows.map((entry) => `| ${row(entry, language)} |`),
			'',
			`${wording.source}: ${sources.join('; ')}`,
			'',
		].join('\n');
	});
	return [`# ${wording.title}`, '', wording.intro.join('\n\n'), '', ...chapters].join('\n');
}

if (require.main === module) {
	for (const language of ['en', 'zh'] as const) {
		writeFileSync(path.join(__dirname, '..', '..', DOC_FILES[language]), errorPage(language));
		console.log(`written: ${DOC_FILES[language]}`);
	}
}
