// Services that let out what stands on a document: in errors, and as pictures where nobody looks for one.
import { PERSONAL } from '../faults/shapes.cts';
import type { MatrixFault } from '../faults/faultList.cts';

const { idNumber, cardNumber, portrait } = PERSONAL;
const NUMBERS = `no card of this kind: ${idNumber}, ${cardNumber.replace(/(\d{4})(?=\d)/g, '$1 ')}`;
const TOLD = `${NUMBERS}, picture ${portrait}`;

/** The answer's text changed. */
function changed(name: string, expect: MatrixFault['expect'], change: (text: string) => string): MatrixFault {
	return {
		name,
		on: 'ocr',
		fault: { kind: 'change', change: (answer) => (answer.status === 200 ? { ...answer, body: change(answer.body.toString()) } : answer) },
		expect,
	};
}

export const DOCUMENT_ECHOES: readonly MatrixFault[] = [
	{
		name: 'error echoes numbers and portrait',
		on: 'ocr',
		fault: { kind: 'raw', status: 400, body: JSON.stringify({ error_code: 'AIS.0104', error_msg: TOLD }) },
		expect: 'fails',
	},
	{
		name: 'error of a proxy echoes the answer',
		on: 'ocr',
		fault: { kind: 'raw', status: 500, body: `<html><title>Bad answer</title><pre>{"number":"${idNumber}","portrait_image":"${portrait}"}</pre></html>` },
		expect: 'recovers',
	},
	changed('answer with an error and contents', 'fails', (text) => text.replace('{"result"', `{"error_code":"AIS.0105","error_msg":${JSON.stringify(TOLD)},"result"`)),
	changed('answer that breaks off behind the numbers', 'either', (text) => text.slice(0, -3)),
	changed('status of each document echoes', 'either', (text) => text.replaceAll('"error_code":"AIS.0000","error_msg":""', `"error_code":"AIS.0104","error_msg":${JSON.stringify(NUMBERS)}`)),
	changed('portrait under a name of its own', 'keeps', (text) => text.replaceAll('"portrait_image"', '"photo"')),
	changed('portrait as a data URL', 'keeps', (text) => text.replaceAll(portrait, `data:image/png;base64,${portrait}`)),
	changed('portrait in a list', 'keeps', (text) => text.replaceAll(`"${portrait}"`, `["${portrait}"]`)),
	changed('portrait in a field that holds text', 'keeps', (text) => text.replaceAll('"sex":""', `"sex":"${portrait}"`).replaceAll('"bank_name":"', `"bank_code":"${portrait}","bank_name":"`)),
	changed('portrait cut off', 'keeps', (text) => text.replaceAll(portrait, portrait.slice(0, 1501))),
];
