// The charts of docs/performance.md, drawn by ECharts without a browser.
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import type { Figures } from '../measure.cts';
import { SCENARIOS, type Way } from '../scenarios.cts';

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const WIDTH = 720;
const HEIGHT = 300;

export const WAY_NAMES: Record<Way, string> = {
	node: 'This node',
	bare: 'Bare script',
	'chain-default': 'Chain, as it comes',
	'chain-expert': 'Chain, encoding set',
	'chain-code': 'Code node, 10 workers',
	'chain-batching': 'Chain, 10 per second by batching',
	'chain-continue': 'Chain, retry and continue',
	'n8n-alone': 'n8n alone, without the images',
};

/** SVG texts by file name without ending; only charts whose figures were measured. */
export function drawCharts(figures: readonly Figures[]): Record<string, string> {
	const main = figures.filter(({ scenario, way }) => scenario === 'main' && way !== 'n8n-alone');
	const charts: Record<string, string> = {};
	if (main.length > 1) {
		charts.time = bars('100 images of 2 MB: seconds until saved (script: until done)', main, (each) => each.savedSeconds ?? each.wallSeconds);
		charts.memory = bars('100 images of 2 MB: peak memory above idle, MB', main, (each) => each.aboveIdleMB);
	}
	const parallel = parallelSeries(figures);
	if (parallel.length > 1) charts.parallel = scaling(parallel);
	return charts;
}

function bars(title: string, figures: readonly Figures[], value: (each: Figures) => number): string {
	return draw({
		title: { text: title, left: 'center', textStyle: { fontSize: 14 } },
		grid: { left: 170, right: 70, top: 40, bottom: 30 },
		xAxis: { type: 'value' },
		yAxis: { type: 'category', inverse: true, data: figures.map(({ way }) => WAY_NAMES[way]) },
		series: [
			{
				type: 'bar',
				data: figures.map((each) => ({
					value: Number(value(each).toPrecision(3)),
					itemStyle: { color: each.way === 'node' ? '#c7000b' : '#8a94a6' },
				})),
				label: { show: true, position: 'right' },
			},
		],
	});
}

interface Point {
	parallel: number;
	node: number;
	bare: number;
	limit: number;
}

function parallelSeries(figures: readonly Figures[]): Point[] {
	return ['parallel-1', 'parallel-5', 'main', 'parallel-20'].flatMap((name) => {
		const of = (way: Way): Figures | undefined => figures.find((each) => each.scenario === name && each.way === way);
		const [node, bare] = [of('node'), of('bare')];
		const parallel = SCENARIOS.find((scenario) => scenario.name === name)?.parallel;
		if (!node || !bare || parallel === undefined) return [];
		return [{ parallel, node: node.wallSeconds, bare: bare.wallSeconds, limit: node.limitSeconds }];
	});
}

function scaling(points: readonly Point[]): string {
	const line = (name: string, value: (point: Point) => number, color: string, type = 'solid') => ({
		name,
		type: 'line',
		data: points.map(value),
		lineStyle: { color, type },
		itemStyle: { color },
	});
	return draw({
		title: { text: '100 images of 2 MB: seconds by parallel calls', left: 'center', textStyle: { fontSize: 14 } },
		legend: { bottom: 0 },
		grid: { left: 60, right: 40, top: 40, bottom: 60 },
		xAxis: { type: 'category', data: points.map(({ parallel }) => parallel) },
		yAxis: { type: 'log', min: 0.5 },
		series: [
			line('This node', (point) => point.node, '#c7000b'),
			line('Bare script', (point) => point.bare, '#8a94a6'),
			line('Physical limit', (point) => point.limit, '#444444', 'dashed'),
		],
	});
}

function draw(option: EChartsCoreOption): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
	chart.setOption({ animation: false, backgroundColor: '#ffffff', ...option });
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}
