import { Clock } from '#platform/web/Clock.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { OffersList } from './OffersList.tsx';
import type { MyCase, MyCases, MyDue, MyShares } from './reads.ts';

const offersShown = 3;

/** What waits for the talent: cases by clock, then what may be confirmed in one tap. */
export function WaitingSection({ cases, due, shares }: { cases: Load<MyCases>; due: Load<MyDue>; shares: Load<MyShares> }) {
  const w = useWords();
  const waiting = (cases.value?.rows ?? []).filter((row) => row.yours && !row.outcome);
  const offers = (due.value?.entitlements ?? []).filter(({ state }) => state === 'offered');
  const asked = (shares.value?.rows ?? []).filter(({ standing }) => standing === 'asked');
  const count = waiting.length + offers.length + asked.length;
  return (
    <Section title={w('retain.waiting', { n: count })} waiting={count > 0} className="area-waiting" more={offers.length > offersShown ? <Go to="/my/services">{w('retain.offers.all', { n: offers.length })}</Go> : null}>
      <Loaded of={cases}>
        {() => count === 0 ? <Empty link={<Go to="/programmes">{w('retain.programmes')}</Go>}>{w('retain.waiting.none')}</Empty> : (
          <Sheet waiting roomy={false}>
            {waiting.length > 0 ? <CasesWaiting rows={waiting} /> : null}
            {asked.length > 0 ? <SharesWaiting rows={asked} first={waiting.length === 0} /> : null}
            {offers.length > 0 ? <OffersList offers={offers.slice(0, offersShown)} first={waiting.length + asked.length === 0} /> : null}
          </Sheet>
        )}
      </Loaded>
    </Section>
  );
}

/** Shares in others' works that wait for one's word. */
function SharesWaiting({ rows, first }: { rows: MyShares['rows']; first: boolean }) {
  const w = useWords();
  return (
    <ul className="waiting-list">
      {rows.map((row, index) => (
        <li key={row.workId}>
          <b>{w('retain.share', { title: row.title })}</b>
          <span className="sub">{w('retain.share.line', { owner: row.ownerName, share: row.share })}</span>
          <Go to="/my/works" look={first && index === 0 ? 'primary' : 'button'} label={w('retain.share.openOf', { title: row.title })}>{w('retain.share.open')}</Go>
        </li>
      ))}
    </ul>
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
