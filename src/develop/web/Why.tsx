import { Go } from '#platform/web/Go.tsx';
import { useActor } from '#platform/web/useActor.ts';
import type { Wire } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { OwnPairing } from '../domain/pairingContract.ts';

const reasonKeys = { full: 'full', notMutual: 'notMutual', higher: 'higher', rule: 'ruleReason', settled: 'settled', left: 'left' } as const;

/** With whom and why; for every higher wish why it was not met, and no more than one may know. */
export function Why({ own }: { own: Wire<OwnPairing> }) {
  const w = useWords();
  const { actor } = useActor();
  const base = actor.role === 'talent' ? '/my/pairing' : '/work/pairs';
  const live = own.pairs.filter(({ state }) => state === 'live' || state === 'ended');
  return (
    <div>
      <h3>{w('pairing.why')}</h3>
      {live.length === 0 ? <p>{w(own.handedInAt ? 'pairing.why.alone' : 'pairing.why.noList')}</p> : null}
      <ul className="why-list">
        {live.map((pair) => (
          <li key={pair.pairId}>
            <span>{w(pair.madeBy === 'run' ? 'pairing.why.paired' : 'pairing.why.rematched', { name: `${pair.called} ${pair.name}`, rank: pair.rank })}{pair.rank === 1 && own.entry.side === 'pupil' ? w('pairing.why.first') : ''}</span>
            <Go to={`${base}/${pair.pairId}`} look="button" label={w('pairing.pair.openWith', { name: pair.name })}>{w('pairing.pair.open')}</Go>
          </li>
        ))}
        {own.missed.map((missed) => (
          <li key={missed.rank}><span>{w('pairing.why.wish', { rank: missed.rank, name: `${missed.called} ${missed.name}` })}</span><span className="cap">{w(`pairing.why.${reasonKeys[missed.reason]}`)}</span></li>
        ))}
        {own.pairs.filter(({ state }) => state === 'declined' || state === 'moved').map((pair) => (
          <li key={pair.pairId}><span>{pair.called} {pair.name}</span><span className="cap">{[w(`pairing.state.${pair.state}`), pair.leftReason].filter(Boolean).join(' · ')}</span></li>
        ))}
      </ul>
      {own.round.rule ? <p className="sub">{w('pairing.why.rule', { rule: w(`pairing.rule.${own.round.rule}`), reason: own.round.reason })} {w(`pairing.rule.${own.round.rule}What`)}</p> : null}
    </div>
  );
}
