import { useState } from 'react';
import { BulkBar } from '#platform/web/BulkBar.tsx';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { expertContract, type PoolRow } from '../domain/expertContract.ts';
import { latestEnd } from '../domain/expertTerm.ts';

/** Renews one or many experts: what it would do to each is shown before it happens. */
export function Renewals({ rows, leave }: { rows: PoolRow[]; leave: () => void }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const [renewed, setRenewed] = useState(0);
  if (rows.length === 0) return renewed > 0 ? <JustChanged text={w('review.renew.done', { n: renewed })} /> : null;
  return (
    <>
      <BulkBar count={rows.length}>
        <Button kind="primary" small onClick={() => setOpen(true)}>{w('review.renew')}</Button>
        <Button small onClick={leave}>{w('review.renew.leave')}</Button>
      </BulkBar>
      {open ? <RenewDialog rows={rows} close={() => setOpen(false)} done={(n) => { setOpen(false); setRenewed(n); leave(); }} /> : null}
    </>
  );
}

/** The next term begins when the last of those chosen ends. */
export function RenewDialog({ rows, close, done }: { rows: PoolRow[]; close: () => void; done: (renewed: number) => void }) {
  const w = useWords();
  const api = useApi(expertContract);
  const [from, setFrom] = useState(() => addDays(rows.map(({ until }) => until).toSorted().at(-1) ?? '', 1));
  const [to, setTo] = useState(() => addDays(latestEnd({ from }), -1));
  const ask = { expertIds: rows.map(({ expertId }) => expertId), from, to };
  const preview = useLoad(['renewals', ask], () => api.previewRenewals({ body: ask }), { when: from !== '' && to !== '' });
  const possible = preview.value?.rows.filter(({ refused }) => refused === null) ?? [];
  const act = useAct(() => api.renewExperts({ body: { ...ask, expertIds: possible.map(({ expertId }) => expertId) } }), { done: (out) => done(out.rows.length) });
  return (
    <Dialog title={w('review.renew')} open onClose={close} actions={possible.length > 0 ? <Button kind="primary" busy={act.running} onClick={() => act.run(undefined)}>{w('review.renew.do', { n: possible.length })}</Button> : null}>
      <div className="stack-tight">
        <DateField label={w('review.experts.from')} required value={from} onChange={setFrom} />
        <DateField label={w('review.experts.to')} required value={to} onChange={setTo} />
        <DataTable
          caption={w('review.renew')} rows={preview.value?.rows ?? []} rowKey={(row) => row.expertId}
          columns={[
            { key: 'name', head: w('review.experts.name'), phone: 'main', cell: (row) => <b>{row.name}</b> },
            { key: 'until', head: w('review.renew.until'), phone: 'aside', cell: (row) => row.until },
            { key: 'result', head: w('review.renew.result'), phone: 'sub', cell: (row) => row.refused ?? w('review.renew.can', { from, to }) },
          ]}
        />
        <Refusal of={act.refusal ?? preview.refusal} />
      </div>
    </Dialog>
  );
}
