import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { PageHead } from '../PageHead.tsx';
import { useGo, useSearchText } from '../place.ts';
import { Refusal } from '../Refusal.tsx';
import { Sheet } from '../Sheet.tsx';
import { TextField } from '../TextField.tsx';
import { apiOf, useApi } from '../useApi.ts';
import { sessionKey } from '../useActor.ts';
import { useAct } from '../useAct.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { homeOf } from './menus.ts';
import { usePages } from './pages.ts';

/** The one entrance: account and password, the one-time code when it is asked for, and the people of the demonstration. */
export default function SignIn() {
  const w = useWords();
  const arrive = useArriveSignedIn();
  const [because] = useSearchText('because');
  return (
    <div className="plain-page">
      <PageHead title={w('platform.signIn.title')} sub={w('platform.signIn.sub')} />
      {because === 'rightsChanged' ? <Refusal of={{ reason: because, title: w('reason.rightsChanged') }} /> : null}
      <div className="sign-in">
        <Credentials onSignedIn={arrive} />
        <DemoAccounts onSignedIn={arrive} />
      </div>
    </div>
  );
}

function Credentials({ onSignedIn }: { onSignedIn: () => void }) {
  const w = useWords();
  const api = useApi(platformContract);
  const [signInName, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const enter = useAct(() => api.signIn({ body: { signInName, password, ...(code ? { code } : {}) } }), { done: onSignedIn });
  const asksCode = enter.refusal?.reason === 'codeNeeded' || code !== '';
  return (
    <Sheet>
      <form className="stack-small" onSubmit={(event) => { event.preventDefault(); enter.run(undefined); }}>
        <TextField label={w('platform.signIn.login')} value={signInName} onChange={setName} autoComplete="username" required />
        <TextField label={w('platform.signIn.password')} type="password" value={password} onChange={setPassword} autoComplete="current-password" required />
        {asksCode ? <TextField label={w('platform.signIn.code')} hint={w('platform.signIn.codeHint')} inputMode="numeric" maxLength={6} autoComplete="one-time-code" value={code} onChange={setCode} required /> : null}
        {enter.refusal?.reason === 'codeNeeded' ? null : <Refusal of={enter.refusal} />}
        <Button type="submit" kind="primary" busy={enter.running}>{w(asksCode ? 'platform.signIn' : 'platform.signIn.next')}</Button>
        <p className="cap">{w('platform.signIn.talentNote')}</p>
      </form>
    </Sheet>
  );
}

/** After signing in: forget what the visitor read, read who one is, go where one wanted or home. */
function useArriveSignedIn(): () => void {
  const client = useQueryClient();
  const { language } = useLanguage();
  const pages = usePages();
  const go = useGo();
  const [wanted] = useSearchText('to');
  return () => void (async () => {
    const session = await apiOf(platformContract, language).me();
    client.clear();
    client.setQueryData(sessionKey, session);
    go(wanted.startsWith('/') && !wanted.startsWith('//') ? wanted : homeOf(pages, session.actor.role));
  })();
}
