import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { sumOf, type Institution } from './institutions.ts';

/** The institution picked on the left: each of its accounts in words. */
export function InstitutionPanel({ institution, all }: { institution: Institution; all?: (() => void) | undefined }) {
  const w = useWords();
  return (
    <Section title={institution.name} note={w('ledger.panel.note')} more={all ? <button type="button" className="ledger-name" onClick={all}>{w('ledger.panel.all')}</button> : undefined}>
      <dl className="ledger-panel">
        {institution.accounts.map((account) => {
          const { granted, used, held, lent, borrowed, free } = sumOf([account]);
          const parts = [...(held ? [w('ledger.row.held', { n: held })] : []), ...(lent ? [w('ledger.row.lent', { n: lent })] : []), ...(borrowed ? [w('ledger.row.borrowed', { n: borrowed })] : [])];
          return (
            <div key={account.balance.id}>
              <dt>{account.pool.kind || account.pool.title}</dt>
              <dd><Go to={`/work/ledger/account?id=${encodeURIComponent(account.balance.id)}`} look="opens">{used} / {granted}</Go>{parts.map((part) => `，${part}`)}，{w('ledger.row.free')} <b>{free}</b></dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
