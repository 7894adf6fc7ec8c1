import './pairing.css';
import { useState } from 'react';
import { AreaField } from '#platform/web/AreaField.tsx';
import { Button } from '#platform/web/Button.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useGo, useParam } from '#platform/web/place.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { PairingRule } from '../domain/pairing.ts';
import { pairingContract } from '../domain/pairingContract.ts';
import { ProposalLists } from './ProposalLists.tsx';
import { ProposalTable } from './ProposalTable.tsx';
import { RoundState } from './RoundState.tsx';

type Comparison = Wire<Given<typeof pairingContract.comparePairings>>;

/** Three proposals side by side, every number with its list, and the choice of one with its reason. */
export default function Proposals() {
  const w = useWords();
  const roundId = useParam('roundId');
  const api = useApi(pairingContract);
  const comparison = useLoad(['pairing', roundId, 'proposals'], () => api.comparePairings({ params: { roundId } }));
  return (
    <Loaded of={comparison}>
      {({ round, entrants, proposals }) => (
        <div className="stack">
          <PageHead over={<Go to={`/work/pairing/${roundId}`}>{round.title}</Go>} title={w('pairing.compare')} sub={w('pairing.compare.sub')} aside={<RoundState round={round} mine />} />
          {round.open ? <p role="status">{w('pairing.compare.early', { date: round.clock.dueOn })}</p> : null}
          <div className="proposal-grid">{proposals.map(({ rule }) => <div key={rule}><h2>{w(`pairing.rule.${rule}`)}</h2><p>{w(`pairing.rule.${rule}What`)}</p></div>)}</div>
          <Section title={w('pairing.compare.table')}><ProposalTable proposals={proposals} /></Section>
          <ProposalLists proposals={proposals} entrants={entrants} />
          <RunForm round={round} />
        </div>
      )}
    </Loaded>
  );
}

function RunForm({ round }: { round: Comparison['round'] }) {
  const w = useWords();
  const go = useGo();
  const api = useApi(pairingContract);
  const [rule, setRule] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct((chosen: PairingRule) => api.runPairing({ params: { roundId: round.roundId }, body: { rule: chosen, reason } }), { done: () => go(`/work/pairing/${round.roundId}/pairs`) });
  const known = PairingRule.safeParse(rule);
  if (round.rule) return <Section title={w('pairing.run')}><p>{w('pairing.run.done', { rule: w(`pairing.rule.${round.rule}`), reason: round.reason })}</p></Section>;
  return (
    <Section title={w('pairing.run')}>
      <div className="narrow">
        <SelectField label={w('pairing.run.choose')} required value={rule} onChange={setRule} options={PairingRule.options.map((value) => ({ value, label: w(`pairing.rule.${value}`) }))} />
        <AreaField label={w('pairing.run.reason')} required rows={3} value={reason} onChange={setReason} maxLength={500} />
        {round.open ? <ShutButton beside why={w('pairing.run.shut', { date: round.clock.dueOn })}>{w('pairing.run.send')}</ShutButton>
          : <Button kind="primary" busy={act.running} onClick={() => known.success && act.run(known.data)}>{w('pairing.run.send')}</Button>}
        <Refusal of={act.refusal} />
      </div>
    </Section>
  );
}
