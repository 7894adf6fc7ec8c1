import { useState } from 'react';
import { addDays } from '#platform/clock/workingDays.ts';
import { Button } from '#platform/web/Button.tsx';
import { DataTable } from '#platform/web/DataTable.tsx';
import { DateField } from '#platform/web/DateField.tsx';
import { Dialog } from '#platform/web/Dialog.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { PageHead } from '#platform/web/PageHead.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Section } from '#platform/web/Section.tsx';
import { SelectField } from '#platform/web/SelectField.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useGo } from '#platform/web/place.ts';
import { useAct } from '#platform/web/useAct.ts';
import { useToday } from '#platform/web/useActor.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { pairingContract } from '../domain/pairingContract.ts';
import type { PairingPlan } from '../domain/pairingPlan.ts';
import { PlanNote } from './PlanNote.tsx';
import { RoundState } from './RoundState.tsx';

/** Rounds of mentor pairing, and the plans under which one is opened. */
export default function Pairings() {
  const w = useWords();
  const api = useApi(pairingContract);
  const pairings = useLoad(['pairing'], () => api.listPairings());
  return (
    <div className="stack">
      <PageHead title={w('pairing.title')} sub={w('pairing.sub')} aside={pairings.value?.plans.length ? <OpenRound plans={pairings.value.plans} /> : null} />
      <Loaded of={pairings}>
        {({ plans, rounds }) => (
          <>
            <Section title={w('pairing.rounds')}>
              <DataTable caption={w('pairing.rounds')} rows={rounds} rowKey={(row) => row.roundId} empty={<Empty>{w(plans.length ? 'pairing.rounds.none' : 'pairing.none')}</Empty>} columns={[
                { key: 'title', head: w('pairing.open.title'), phone: 'main', cell: (row) => <Go to={`/work/pairing/${row.roundId}`}>{row.title}</Go> },
                { key: 'state', head: w('pairing.state'), phone: 'under', cell: (row) => <RoundState round={row} /> },
                { key: 'count', head: '', phone: 'sub', cell: (row) => w('pairing.count', { masters: row.masters, pupils: row.pupils, pairs: row.pairs }) },
              ]} />
            </Section>
            {plans.map((plan) => <Section key={plan.code} title={plan.title}><PlanNote plan={plan} /></Section>)}
          </>
        )}
      </Loaded>
    </div>
  );
}

function OpenRound({ plans }: { plans: readonly PairingPlan[] }) {
  const w = useWords();
  const go = useGo();
  const today = useToday();
  const api = useApi(pairingContract);
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState({ plan: plans[0]?.code ?? '', title: '', closesOn: addDays(today, 14) });
  const act = useAct((body: typeof told) => api.openPairing({ body }), { done: ({ roundId }) => go(`/work/pairing/${roundId}`) });
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>{w('pairing.open')}</Button>
      <Dialog title={w('pairing.open')} open={open} onClose={() => setOpen(false)} actions={<Button kind="primary" busy={act.running} onClick={() => act.run(told)}>{w('pairing.open')}</Button>}>
        <div>
          <SelectField label={w('pairing.open.plan')} required value={told.plan} onChange={(plan) => setTold({ ...told, plan })} options={plans.map(({ code, title }) => ({ value: code, label: title }))} />
          <TextField label={w('pairing.open.title')} required value={told.title} onChange={(title) => setTold({ ...told, title })} maxLength={60} />
          <DateField label={w('pairing.open.closesOn')} required value={told.closesOn} onChange={(closesOn) => setTold({ ...told, closesOn })} min={today} />
          <Refusal of={act.refusal} />
        </div>
      </Dialog>
    </>
  );
}
