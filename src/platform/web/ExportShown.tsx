import { useContext, useState, type RefObject } from 'react';
import { ExporterContext, shownIn } from './exporter.ts';
import { Refusal } from './Refusal.tsx';
import { refusalOf, type RefusalValue } from './refusalValue.ts';
import { useActor } from './useActor.ts';
import { useLanguage, useWords } from './useWords.ts';

/** The button under a staff list that hands it out as Excel, as it stands on the page. */
export function ExportShown({ table, title }: { table: RefObject<HTMLTableElement | null>; title: string }) {
  const w = useWords();
  const { language } = useLanguage();
  const { role } = useActor().actor;
  const exporter = useContext(ExporterContext);
  const [refusal, setRefusal] = useState<RefusalValue | undefined>();
  if (!exporter || role === 'visitor' || role === 'talent') return null;
  const hand = () => {
    setRefusal(undefined);
    if (table.current) exporter(shownIn(table.current, title), language).catch((thrown: unknown) => setRefusal(refusalOf(thrown)));
  };
  return <><button type="button" className="text-button push" aria-label={w('platform.table.exportOf', { title })} onClick={hand}>{w('platform.table.export')}</button><Refusal of={refusal} /></>;
}
