import { useState } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { FactGrid } from '../FactGrid.tsx';
import { FactLine } from '../FactLine.tsx';
import { PageHead } from '../PageHead.tsx';
import { Refusal } from '../Refusal.tsx';
import { Section } from '../Section.tsx';
import { TextField } from '../TextField.tsx';
import { useAct } from '../useAct.ts';
import { useActor } from '../useActor.ts';
import { useApi } from '../useApi.ts';
import { useWords } from '../useWords.ts';

/** One's own account: who one is here, and the password. */
export default function OwnAccount() {
  const w = useWords();
  const session = useActor();
  return (
    <div className="stack">
      <PageHead title={w('account.own')} />
      <Section title={w('account.who')}>
        <FactGrid>
          <FactLine label={w('console.account.name')}>{session.name}</FactLine>
          <FactLine label={w('console.account.role')}>{w(`platform.role.${session.actor.role}`)}</FactLine>
          <FactLine label={w('console.regions')}>{session.regionName}</FactLine>
          <FactLine label={w('console.account.organisation')}>{session.organisationName}</FactLine>
        </FactGrid>
      </Section>
      {session.demo ? <p className="sub">{w('account.demoNote')}</p> : <Password />}
    </div>
  );
}

function Password() {
  const w = useWords();
  const api = useApi(platformContract);
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const act = useAct(() => api.changePassword({ body: { old, fresh } }), { done: () => { setOld(''); setFresh(''); setAgain(''); } });
  const differs = again !== '' && fresh !== again;
  return (
    <Section title={w('account.password')} note={w('account.passwordNote')}>
      <Refusal of={act.refusal} />
      <TextField label={w('account.old')} type="password" autoComplete="current-password" value={old} onChange={setOld} required />
      <TextField label={w('account.fresh')} type="password" autoComplete="new-password" value={fresh} onChange={setFresh} hint={w('account.freshHint')} required />
      <TextField label={w('account.again')} type="password" autoComplete="new-password" value={again} onChange={setAgain} error={differs ? w('account.differs') : undefined} required />
      <div className="row">
        <Button kind="primary" busy={act.running} disabled={!old || fresh.length < 10 || fresh !== again} onClick={() => act.run(undefined)}>{w('account.change')}</Button>
        {act.value ? <span role="status">{w('account.changed')}</span> : null}
      </div>
    </Section>
  );
}
