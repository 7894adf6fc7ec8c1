import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Growth } from '../domain/growthShape.ts';
import { promotionContract } from '../domain/promotionContract.ts';

type Tried = Given<typeof promotionContract.tryPromotion>['effects'][number];

/** What-if: days of a posting and months of study, and from which day each goal could then be had. */
export function TryGrowth({ first, shown }: { first: Growth | undefined; shown: ReadonlySet<string> }) {
  const w = useWords();
  const api = useApi(promotionContract);
  const [postingDays, setPosting] = useState<number | undefined>(first?.postingDays ?? 60);
  const [studyMonths, setStudy] = useState<number | undefined>(first?.studyMonths ?? 0);
  const act = useAct((growth: Growth) => api.tryPromotion({ body: growth }));
  const rows = act.value?.effects.filter(({ policy, result }) => shown.has(`${policy} ${result}`)) ?? [];
  return (
    <Section title={w('develop.try')}>
      <p className="sub">{w('develop.try.note')}</p>
      <NumberField label={w('develop.try.posting')} value={postingDays} onChange={setPosting} required min={0} max={2000} />
      <NumberField label={w('develop.try.study')} value={studyMonths} onChange={setStudy} required min={0} max={36} />
      <p><Button kind="primary" busy={act.running} onClick={() => act.run({ postingDays: postingDays ?? 0, studyMonths: studyMonths ?? 0 })}>{w('develop.try.run')}</Button></p>
      <Refusal of={act.refusal} />
      {rows.length > 0 ? <Effects rows={rows} /> : null}
    </Section>
  );
}

function Effects({ rows }: { rows: readonly Tried[] }) {
  const w = useWords();
  return (
    <table className="effects">
      <caption className="reader-only">{w('develop.try.caption')}</caption>
      <thead><tr><th scope="col">{w('develop.try.col.goal')}</th><th scope="col">{w('develop.try.col.from')}</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={`${row.policy} ${row.result}`}><td>{row.gives}</td><td className="nw">{fromOf(row, w)}</td></tr>)}</tbody>
    </table>
  );
}

const fromOf = ({ effect }: Tried, w: Words): string => effect.from ?? w(effect.verdict === 'unknown' ? 'develop.try.unknown' : 'develop.try.never');
