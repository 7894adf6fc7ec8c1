import { Clock } from '#platform/web/Clock.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { MyCases } from './reads.ts';

/** What waits for the talent, by clock. */
export function WaitingSection({ cases }: { cases: Load<MyCases> }) {
  const w = useWords();
  const waiting = (cases.value?.rows ?? []).filter((row) => row.yours && !row.outcome);
  return (
    <Section title={w('retain.waiting', { n: waiting.length })} waiting={waiting.length > 0} className="area-waiting">
      <Loaded of={cases}>
        {() => waiting.length === 0 ? <Empty link={<Go to="/programmes">{w('retain.programmes')}</Go>}>{w('retain.waiting.none')}</Empty> : (
          <Sheet waiting roomy={false}>
            <ul className="waiting-list">
              {waiting.map((row, index) => (
                <li key={row.id}>
                  <b>{row.programme}{row.category ? ` · ${row.category}` : ''}</b>
                  <span className="sub">{row.stageLabel}</span>
                  {row.clock ? <Clock clock={row.clock} /> : null}
                  <Go to={`/my/cases/${row.id}`} look={index === 0 ? 'primary' : 'button'} label={w('retain.openCase', { number: row.number })}>{w('retain.continue')}</Go>
                </li>
              ))}
            </ul>
          </Sheet>
        )}
      </Loaded>
    </Section>
  );
}
