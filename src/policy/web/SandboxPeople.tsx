import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { useSearchText } from '#platform/web/place.ts';
import { Section } from '#platform/web/Section.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import { policyContract } from '../domain/contract.ts';
import { PeopleOf } from '../domain/sandboxContract.ts';
import { plainRule } from '../domain/plainRule.ts';
import { labelled } from './labelled.tsx';
import type { SandboxPersonView, Tried } from './policyView.ts';
import { askOf, type Draft } from './sandboxAsk.ts';

const atOnce = 50;

/** The people behind the figure that stands open, names masked; those who gain where none does. */
export function SandboxPeople({ code, version, tried, draft }: { code: string; version: string; tried: Tried; draft: Draft }) {
  const w = useWords();
  const api = useApi(policyContract);
  const [named] = useSearchText('of');
  const [result] = useSearchText('result');
  const [organisationId] = useSearchText('institution');
  const [fact] = useSearchText('fact');
  const [year] = useSearchText('year');
  const [from, setFrom] = useState(0);
  const known = PeopleOf.safeParse(named);
  const of = known.success ? known.data : 'gains';
  const filter = { ...(result ? { result } : {}), ...(organisationId ? { organisationId } : {}), ...(fact ? { fact } : {}), ...(year ? { year: Number(year) } : {}) };
  const load = useLoad(['policy', code, version, 'sandbox people', tried, draft, of, filter, from], () => api.listSandboxPeople({ params: { code, version }, body: { ...askOf(tried, draft), of, ...filter, from, limit: atOnce } }));
  const about = [result, fact, year].filter(Boolean).join(w('platform.listComma'));
  return (
    <div id="people">
      <Section title={<>{w(`policy.sandbox.people.${of}`)}{about ? <span className="cap"> {about}</span> : null}</>} note={load.value ? w('policy.sandbox.people.count', { n: load.value.total }) : ''}>
        <Loaded of={load}>{({ rows, next }) => (
          <>
            <People rows={rows} caption={w(`policy.sandbox.people.${of}`)} />
            <div className="row">
              {from > 0 ? <Button small onClick={() => setFrom(Math.max(0, from - atOnce))}>{w('policy.sandbox.people.earlier')}</Button> : null}
              {next === null ? null : <Button small onClick={() => setFrom(next)}>{w('policy.sandbox.people.later')}</Button>}
            </div>
          </>
        )}</Loaded>
      </Section>
    </div>
  );
}

function People({ rows, caption }: { rows: SandboxPersonView[]; caption: string }) {
  const w = useWords();
  return (
    <DataTable caption={caption} rows={rows} rowKey={(row) => `${row.personId} ${row.result}`} empty={<Empty>{w('policy.sandbox.people.none')}</Empty>} columns={labelled<SandboxPersonView>([
      { key: 'name', head: w('policy.sandbox.person'), phone: 'main', cell: (row) => <Go to={`/work/people/${row.personId}`}>{row.name}</Go> },
      { key: 'institution', head: w('policy.sandbox.institution'), phone: 'sub', cell: (row) => row.institution },
      { key: 'result', head: w('policy.results'), cell: (row) => row.result || w('policy.sandbox.anyResult') },
      { key: 'before', head: w('policy.sandbox.before'), cell: (row) => <Tri value={row.before} /> },
      { key: 'after', head: w('policy.sandbox.after'), phone: 'aside', cell: (row) => <Tri value={row.after} /> },
      { key: 'why', head: w('policy.sandbox.why'), cell: (row) => whyOf(row, w) },
    ])} />
  );
}

/** Why it is not yes: the facts that are missing, or the one threshold and by how much. */
function whyOf({ missing, missed }: SandboxPersonView, w: Words): string {
  if (missing.length > 0) return w('policy.sandbox.lacks', { facts: missing.join(w('platform.listComma')) });
  return missed ? w(`policy.sandbox.missed.${missed.unit}`, { rule: plainRule(missed.text, w), have: missed.have, need: missed.need, short: missed.short }) : '';
}
