import { Clock } from '#platform/web/Clock.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { OffersList } from './OffersList.tsx';
import type { MyCase, MyCases, MyDue } from './reads.ts';

const offersShown = 3;

/** What waits for the talent: cases by clock, then what may be confirmed in one tap. */
export function WaitingSection({ cases, due }: { cases: Load<MyCases>; due: Load<MyDue> }) {
  const w = useWords();
  const waiting = (cases.value?.rows ?? []).filter((row) => row.yours && !row.outcome);
  const offers = (due.value?.entitlements ?? []).filter(({ state }) => state === 'offered');
  const count = waiting.length + offers.length;
  return (
    <Section title={w('retain.waiting', { n: count })} waiting={count > 0} className="area-waiting" more={offers.length > offersShown ? <Go to="/my/services">{w('retain.offers.all', { n: offers.length })}</Go> : null}>
      <Loaded of={cases}>
        {() => count === 0 ? <Empty link={<Go to="/programmes">{w('retain.programmes')}</Go>}>{w('retain.waiting.none')}</Empty> : (
          <Sheet waiting roomy={false}>
            {waiting.length > 0 ? <CasesWaiting rows={waiting} /> : null}
            {offers.length > 0 ? <OffersList offers={offers.slice(0, offersShown)} first={waiting.length === 0} /> : null}
          </Sheet>
        )}
      </Loaded>
    </Section>
  );
}

function CasesWaiting({ rows }: { rows: readonly MyCase[] }) {
  const w = useWords();
  return (
    <ul className="waiting-list">
      {rows.map((row, index) => (
        <li key={row.id}>
          <b>{row.programme}{row.category ? ` · ${row.category}` : ''}</b>
          <span className="sub">{row.stageLabel}</span>
          {row.clock ? <Clock clock={row.clock} /> : null}
          <Go to={`/my/cases/${row.id}`} look={index === 0 ? 'primary' : 'button'} label={w('retain.openCase', { number: row.number })}>{w('retain.continue')}</Go>
        </li>
      ))}
    </ul>
  );
}
