import { useMemo } from 'react';
import { Section } from '#platform/web/Section.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { lineOf, openText } from '../domain/draftText.ts';
import type { Policy } from '../domain/policy.ts';
import { pathOf, type MarkKind } from '../domain/settle.ts';
import type { Place } from './CodeEditor.tsx';
import { plainRule } from '../domain/plainRule.ts';

type Row = { kind: MarkKind; name: string; article: string; document: string; text: string; when?: string | undefined; exceptionTo?: string | undefined; unverified: boolean };

/** The document as people read it, clause by clause and what each result gives; a name leads to its rule in the text. */
export function DraftClauses({ policy, source, onJump }: { policy: Policy | undefined; source: string; onJump: (place: Place) => void }) {
  const w = useWords();
  const open = useMemo(() => openText(source), [source]);
  const rows = policy ? rowsOf(policy) : [];
  return (
    <Section title={w('policy.draft.document')} note={w('policy.draft.document.note')}>
      <ul className="document">
        {rows.map((row) => (
          <li key={`${row.kind} ${row.name}`}>
            <button type="button" className="text-button" onClick={() => { const line = lineOf(open, pathOf(row)); if (line) onJump({ line, column: 1 }); }}>{row.name}</button>{' '}
            {row.when ? w('policy.plain.when', { text: plainRule(row.when, w) }) : ''}{plainRule(row.text, w)}{w('platform.stop')}
            <span className="cap">{row.document} {row.article}{row.exceptionTo ? ` · ${w('policy.key.exceptionTo')}${row.exceptionTo}` : ''} {row.unverified ? <Unverified /> : null}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function rowsOf({ clauses, results, documents }: Policy): Row[] {
  const named = (key: string) => documents[key]?.name ?? key;
  return [
    ...Object.entries(clauses).map(([name, { text, whenText, exceptionTo, article, document, unverified }]) => ({ kind: 'clause' as const, name, text, when: whenText, exceptionTo, article, document: named(document), unverified })),
    ...Object.entries(results).map(([name, { text, article, document, unverified }]) => ({ kind: 'result' as const, name, text, article, document: named(document), unverified })),
  ];
}
