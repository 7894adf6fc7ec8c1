import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { plainRule } from '../domain/plainRule.ts';
import type { PolicyView } from './policyView.ts';

type Row = { name: string; document: string; article: string; text: string; unverified: boolean; when?: string | undefined; exceptionTo?: string | undefined; note?: string | undefined; gives?: string | undefined };

/** Each clause in words at the left, the same clause as its rule at the right; results follow the clauses they use. */
export function ClauseRules({ policy }: { policy: PolicyView }) {
  const rows: Row[] = [...policy.clauses, ...policy.outcomes.map((outcome) => ({ ...outcome, gives: outcome.amount ?? outcome.service }))];
  return (
    <ul className="clauses">
      {rows.map((row) => <ClauseRow key={row.name} row={row} />)}
      {policy.composition.map((each) => <CompositionRow key={each.name} name={each.name} text={each.text} />)}
    </ul>
  );
}

function ClauseRow({ row }: { row: Row }) {
  const w = useWords();
  return (
    <li>
      <div className="law">
        <b>{row.article}</b>{w('platform.colon')}{row.when ? w('policy.plain.when', { text: plainRule(row.when, w) }) : ''}{plainRule(row.text, w)}{w('platform.stop')}
        <span className="cap">{row.document} {row.unverified ? <Unverified /> : null}{row.note ? ` · ${row.note}` : ''}</span>
      </div>
      <pre tabIndex={0}>
        <b>{row.name}</b>{':\n'}
        {row.exceptionTo ? `  ${w('policy.key.exceptionTo')}: ${row.exceptionTo}\n` : ''}
        {row.when ? `  ${w('policy.key.when')}: ${row.when}\n` : ''}
        {`  ${w(row.when ? 'policy.key.then' : 'policy.key.when')}: ${row.text}`}
        {row.gives ? `\n  ${w('policy.key.gives')}: ${row.gives}` : ''}
      </pre>
    </li>
  );
}

function CompositionRow({ name, text }: { name: string; text: string }) {
  const w = useWords();
  return <li><div className="law"><b>{name}</b>{w('platform.colon')}{text}</div><pre tabIndex={0}><b>{name}</b>{`:\n  ${w('policy.key.rule')}: ${text}`}</pre></li>;
}
