import { BarChart, GraphChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTheme } from './useTheme.ts';

use([BarChart, LineChart, ScatterChart, HeatmapChart, GraphChart, GridComponent, MarkLineComponent, VisualMapComponent, SVGRenderer]);

const dataOrder = ['d1', 'd3', 'd2', 'd4', 'd5', 'd0'];

/** The picture itself: SVG, no animation, data colours in the order of the look. */
export default function ChartPicture({ option, height, label }: { option: EChartsCoreOption; height: number; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const { theme } = useTheme();
  useEffect(() => {
    if (!place.current) return undefined;
    const style = getComputedStyle(document.documentElement);
    const ink = (name: string) => style.getPropertyValue(`--xl-${name}`).trim();
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({ animation: false, color: dataOrder.map(ink), textStyle: { fontFamily: ink('sans'), fontSize: 12, color: ink('ink-2') }, ...option });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => { watch.disconnect(); chart.dispose(); };
  }, [option, theme]);
  return <div ref={place} style={{ height }} role="img" aria-label={label} />;
}
