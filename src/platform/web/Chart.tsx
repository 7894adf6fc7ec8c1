import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { useWords } from './useWords.ts';

const Picture = lazy(() => import('./ChartPicture.tsx'));

/** A picture with the table of the same numbers one press away; readers get the table. */
export function Chart({ option, table, label, height = 240 }: { option: EChartsCoreOption; table: ReactNode; label: string; height?: number }) {
  const w = useWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure aria-label={label}>
      {asTable ? table : <Suspense fallback={<p className="waiting-line">{w('platform.loading')}</p>}><Picture option={option} height={height} label={label} /></Suspense>}
      <button type="button" className="text-button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>{w(asTable ? 'platform.chart.picture' : 'platform.chart.table')}</button>
    </figure>
  );
}
