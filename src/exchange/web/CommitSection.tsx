import { Button } from '#platform/web/Button.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { ShutButton } from '#platform/web/ShutButton.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { exchangeContract, type ImportMode, type RosterImport } from '../domain/contract.ts';

/** The last step: all rows, or only the right ones; what is shut says why. */
export function CommitSection({ current: { importId, counts, undecidedChanges } }: { current: RosterImport }) {
  const w = useWords();
  const api = useApi(exchangeContract);
  const commit = useAct((mode: ImportMode) => api.commitImport({ params: { importId }, body: { mode } }));
  const check = useAct(() => api.checkImport({ params: { importId } }));
  const left = counts.rows - counts.good;
  return (
    <Section title={w('exchange.step4')}>
      {undecidedChanges ? <p className="sub">{w('exchange.waitingDecisions')}</p> : null}
      <div className="row">
        {undecidedChanges ? <Button kind="primary" busy={check.running} onClick={() => check.run(undefined)}>{w('exchange.checkAgain')}</Button> : null}
        {left === 0
          ? <Button kind={undecidedChanges ? 'plain' : 'primary'} busy={commit.running} onClick={() => commit.run('all')}>{w('exchange.commitAll')}</Button>
          : <ShutButton beside why={w('exchange.whyNotAll', { count: left })}>{w('exchange.commitAll')}</ShutButton>}
        {left > 0 && counts.good > 0 ? <Button busy={commit.running} onClick={() => commit.run('good')}>{w('exchange.commitGood', { count: counts.good })}</Button> : null}
        {counts.good === 0 ? <ShutButton beside why={w('exchange.whyNotGood')}>{w('exchange.commitGood', { count: 0 })}</ShutButton> : null}
      </div>
      <Refusal of={commit.refusal ?? check.refusal} />
    </Section>
  );
}
