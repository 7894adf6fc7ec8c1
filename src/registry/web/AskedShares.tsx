import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { NumberField } from '#platform/web/NumberField.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Sheet } from '#platform/web/Sheet.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { Given } from '#platform/domain/contract.ts';
import { registryContract } from '../domain/contract.ts';

type Asked = Given<typeof registryContract.listMyShares>['rows'][number];

/** Shares in others' works: confirm each, or say what it was and why. Nothing while nobody named one. */
export function AskedShares() {
  const w = useWords();
  const api = useApi(registryContract);
  const shares = useLoad(['registry', 'shares'], () => api.listMyShares());
  const rows = shares.value?.rows ?? [];
  const open = rows.filter(({ standing }) => standing === 'asked').length;
  if (rows.length === 0) return null;
  return (
    <Section title={w('registry.shares', { n: open })} waiting={open > 0}>
      <Sheet waiting={open > 0}><ul className="lines">{rows.map((row) => <li key={row.workId}><AskedShare row={row} /></li>)}</ul></Sheet>
    </Section>
  );
}

function AskedShare({ row }: { row: Asked }) {
  const w = useWords();
  const api = useApi(registryContract);
  const [disputing, setDisputing] = useState(false);
  const act = useAct((body: { agrees: boolean; claimedShare?: number; reason?: string }) => api.answerShare({ params: { workId: row.workId }, body }), { done: () => setDisputing(false) });
  return (
    <>
      <b>{row.title}</b> <Tag kind={row.standing === 'asked' ? 'waiting' : 'plain'}>{w(`registry.shares.${row.standing}`)}</Tag>
      <p className="sub">{w('registry.shares.line', { kind: row.kind, madeOn: row.madeOn, owner: row.ownerName, organisation: row.ownerOrganisation, ownerShare: row.ownerShare, share: row.share })}</p>
      {row.standing === 'disputed' ? <p className="cap">{w('registry.works.standing.disputed', { claimed: row.claimedShare ?? '', reason: row.reason })}</p> : null}
      {disputing ? null : <Refusal of={act.refusal} />}
      {row.standing === 'asked' ? (
        <p className="row">
          <Button kind="primary" busy={act.running} onClick={() => act.run({ agrees: true })} aria-label={w('registry.shares.agreeOf', { share: row.share, title: row.title })}>{w('registry.shares.agree', { share: row.share })}</Button>
          <Button onClick={() => setDisputing(true)} aria-label={w('registry.shares.disputeOf', { title: row.title })}>{w('registry.shares.dispute')}</Button>
        </p>
      ) : null}
      {disputing ? <Dispute row={row} busy={act.running} refusal={act.refusal} send={(claimedShare, reason) => act.run({ agrees: false, reason, ...(claimedShare === undefined ? {} : { claimedShare }) })} close={() => { act.clear(); setDisputing(false); }} /> : null}
    </>
  );
}

function Dispute({ row, busy, refusal, send, close }: { row: Asked; busy: boolean; refusal: Parameters<typeof Refusal>[0]['of']; send: (share: number | undefined, reason: string) => void; close: () => void }) {
  const w = useWords();
  const [share, setShare] = useState<number | undefined>();
  const [reason, setReason] = useState('');
  return (
    <Dialog title={w('registry.shares.disputeOf', { title: row.title })} open onClose={close} actions={<Button kind="primary" busy={busy} onClick={() => send(share, reason)}>{w('registry.shares.send')}</Button>}>
      <div>
        <NumberField label={w('registry.shares.mine')} required min={0} max={100} value={share} onChange={setShare} />
        <TextField label={w('registry.shares.why')} required maxLength={300} value={reason} onChange={setReason} />
        <p className="cap">{w('registry.shares.note')}</p>
        <Refusal of={refusal} />
      </div>
    </Dialog>
  );
}
