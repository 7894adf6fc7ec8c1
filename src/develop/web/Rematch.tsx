import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract, type EntrantView } from '../domain/pairingContract.ts';

/** Declines that wait, who would move to fill what they left, and the act itself. */
export function Rematch({ roundId }: { roundId: string }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const params = { roundId };
  const preview = useLoad(['pairing', roundId, 'rematch'], () => api.previewRematch({ params }));
  const act = useAct((seen: string[]) => api.rematchPairing({ params, body: { seen } }));
  return (
    <Loaded of={preview}>
      {({ declined, moves, stay }) => (
        <Section title={w('pairing.rematch')} waiting note={w('pairing.rematch.sub', { n: declined.length, stay })}>
          <ul>{declined.map((each) => <li key={each.pairId}>{w('pairing.rematch.declined', { by: w(`pairing.leftBy.${each.by}`), pupil: named(each.pupil), master: named(each.master), reason: each.reason })}</li>)}</ul>
          <h3>{w('pairing.rematch.moves')}</h3>
          {moves.length === 0 ? <Empty>{w('pairing.rematch.nobody')}</Empty> : (
            <ul className="why-list">
              {moves.map((move) => (
                <li key={move.pupil.entryId}>
                  <b>{named(move.pupil)}</b>
                  <span>{move.from ? w('pairing.rematch.move', { from: named(move.from), to: named(move.to), before: move.wishBefore ?? 0, after: move.wishAfter }) : w('pairing.rematch.new', { to: named(move.to), after: move.wishAfter })}</span>
                </li>
              ))}
            </ul>
          )}
          <p className="row"><Button kind="primary" busy={act.running} onClick={() => act.run(declined.map(({ pairId }) => pairId))}>{w('pairing.rematch.send')}</Button></p>
          <Refusal of={act.refusal} />
        </Section>
      )}
    </Loaded>
  );
}

const named = ({ called, name }: EntrantView): string => `${called} ${name}`;
