import './pairing.css';
import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type OwnPairing } from '../domain/pairingContract.ts';
import { FieldChoice } from './FieldChoice.tsx';
import { PlanNote } from './PlanNote.tsx';
import { RoundState, type RoundValue } from './RoundState.tsx';
import { Why } from './Why.tsx';
import { WishList } from './WishList.tsx';

/** My pairing on a phone: enter, rank, hand in; later with whom and why. */
export default function MyPairing() {
  const w = useWords();
  const api = useApi(pairingContract);
  const own = useLoad(['pairing', 'own'], () => api.listOwnPairings());
  return (
    <div className="stack plain-page">
      <PageHead title={w('pairing.mine')} sub={w('pairing.mine.sub')} />
      <Loaded of={own}>
        {({ open, entries }) => (
          <>
            {entries.map((entry) => <OwnEntry key={entry.entry.entryId} own={entry} />)}
            {open.map((round) => <Join key={round.roundId} round={round} />)}
            {entries.length + open.length === 0 ? <Empty>{w('pairing.own.none')}</Empty> : null}
          </>
        )}
      </Loaded>
    </div>
  );
}

function OwnEntry({ own }: { own: Wire<OwnPairing> }) {
  const w = useWords();
  const { round, entry } = own;
  return (
    <Section title={w('pairing.own', { title: round.title, side: w(`pairing.side.${entry.side}`), called: entry.called })} note={entry.fields.join(' ')} waiting={round.open && own.handedInAt === null}>
      <div className="stack">
        <div><RoundState round={round} mine /></div>
        {round.open ? <WishList key={own.handedInAt ?? ''} own={own} /> : round.rule ? <Why own={own} /> : <p>{w('pairing.own.closed', { date: round.clock.dueOn })}</p>}
      </div>
    </Section>
  );
}

function Join({ round }: { round: RoundValue }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const [fields, setFields] = useState<string[]>([]);
  const act = useAct((chosen: string[]) => api.joinPairing({ params: { roundId: round.roundId }, body: { fields: chosen } }));
  return (
    <Section title={`${w('pairing.join')} · ${round.title}`}>
      <RoundState round={round} mine />
      <PlanNote plan={round.plan} />
      <FieldChoice label={w('pairing.join.fields')} plan={round.plan} value={fields} onChange={setFields} />
      {fields.length ? <Button kind="primary" busy={act.running} onClick={() => act.run(fields)}>{w('pairing.join.send')}</Button> : null}
      <Refusal of={act.refusal} />
    </Section>
  );
}
