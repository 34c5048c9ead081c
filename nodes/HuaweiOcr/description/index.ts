import type { INodeProperties } from 'n8n-workflow';

import { fieldDefinitions } from './fields';
import { inputProperties } from './input';
import { optionsProperty } from './options';
import { outputProperties } from './output';

/** The panel from top to bottom. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		default: 'iamLogin',
		options: [
			{
				name: 'Access Key (AK/SK)',
				value: 'accessKey',
				description: 'Sign each request; Huawei Cloud recommends this way',
			},
			{
				name: 'IAM Login',
				value: 'iamLogin',
				description: 'Log in with an IAM user and password and use a token',
			},
		],
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		default: 'generalText',
		options: [
			{
				name: 'General Text',
				value: 'generalText',
				description: 'Recognize the text of an image or PDF page, with positions',
				action: 'Recognize text in an image',
			},
		],
	},
	...inputProperties,
	...outputProperties,
	fieldDefinitions,
	optionsProperty,
];
