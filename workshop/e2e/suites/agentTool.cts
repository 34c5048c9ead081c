import assert from 'node:assert/strict';
import { itemsOf } from '../../realN8n/lab.cts';
import { OCR_CREDENTIAL, WorkflowBuilder } from '../../realN8n/workflow.cts';
import { startChatModel } from '../servers/chatModel.cts';
import { startImageServer } from '../servers/images.cts';
import { check, group } from '../support/check.cts';
import { holdsToken } from '../support/token.cts';
import { plainPng } from '../../harness/pictures.cts';
import type { Play } from './play.cts';

export function agentToolSuite(play: () => Play): void {
	group('An AI agent', () => {
		check('A user gives the node to an AI agent as a tool: the model reads short text, no base64 and no dump', async () => {
			const { stage } = play();
			const { lab } = stage;
			const images = await startImageServer();
			const model = await startChatModel();
			try {
				const picture = await plainPng(99);
				const url = images.add('receipt.png', picture, 'image/png');
				// Whatever the model fills in: parameters that it may decide on are named by $fromAI.
				model.toolArguments = { Image_URL: url };
				const openAi = await lab.createCredential('Model', 'openAiApi', { apiKey: 'unused', url: model.url });
				const ocr = await stage.createCredential('Tool');
				const workflow = new WorkflowBuilder('Agent')
					.node('Start', 'n8n-nodes-base.manualTrigger')
					.node('AI Agent', '@n8n/n8n-nodes-langchain.agent', {
						typeVersion: 2,
						parameters: { promptType: 'define', text: 'What does the receipt say?', options: {} },
					})
					.node('Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', {
						typeVersion: 1.2,
						parameters: { model: { __rl: true, mode: 'id', value: 'gpt-4o-mini' }, options: {} },
						credentials: { openAiApi: { id: openAi, name: 'Model' } },
					})
					.node('Read text', 'n8n-nodes-huawei-ocr.huaweiOcrTool', {
						parameters: {
							url: "={{ $fromAI('Image_URL', 'Address of the image', 'string') }}",
							options: {},
						},
						credentials: { [OCR_CREDENTIAL]: { id: ocr, name: 'Tool' } },
					})
					.chain('Start', 'AI Agent')
					.connect('Model', 'AI Agent', { type: 'ai_languageModel' })
					.connect('Read text', 'AI Agent', { type: 'ai_tool' })
					.build();
				const done = await lab.execute(await lab.createWorkflow(workflow), 'Start');
				assert.equal(done.status, 'success', done.data.resultData.error?.message);
				assert.equal(model.offered.length, 1, 'tools offered to the model');
				const [answer = ''] = model.toolAnswers;
				assert.match(answer, /[0-9a-f]{8}-0/, 'the words of the image');
				assert.ok(!answer.includes(picture.toString('base64').slice(0, 40)), 'no image data');
				assert.doesNotMatch(answer, /words_block_list/);
				assert.ok(!holdsToken(answer), 'a readable token');
				assert.ok(answer.length < 500, `${answer.length} characters for 10 words blocks`);
				assert.doesNotMatch(answer, /left|location|blockIndex/, 'no positions');
				assert.match(itemsOf(done, 'AI Agent')[0]?.json['output'] as string, /The tool said/);
			} finally {
				await model.close();
				await images.close();
			}
		});
	});
}
