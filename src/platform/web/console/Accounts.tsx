import { useState } from 'react';
import { platformContract } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { DataTable } from '../DataTable.tsx';
import { Empty } from '../Empty.tsx';
import { Loaded } from '../Loaded.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { SelectField } from '../SelectField.tsx';
import { Tag } from '../Tag.tsx';
import { TextField } from '../TextField.tsx';
import { useApi, type Api } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { OpenAccountDialog } from './OpenAccountDialog.tsx';
import { accountRoles } from './accountRoles.ts';

export type Account = Awaited<ReturnType<Api<typeof platformContract>['accounts']>>['rows'][number];

/** The security administrator's page: accounts and their rights; no business content. */
export default function Accounts() {
  const w = useWords();
  const api = useApi(platformContract);
  const [text, setText] = useSearchText('q');
  const [asked, setRole] = useSearchText('role');
  const role = accountRoles.find((each) => each === asked);
  const [chosen, setChosen] = useState<Account>();
  const [opening, setOpening] = useState(false);
  const accounts = useLoad(['platform', 'accounts', text, role], () => api.accounts({ query: { ...(text ? { text } : {}), ...(role ? { role } : {}), limit: 200 } }));
  return (
    <>
      <PageHead title={w('platform.accounts')} sub={w('platform.accounts.sub')} aside={<Button kind="primary" onClick={() => setOpening(true)}>{w('platform.accounts.open')}</Button>} />
      <div className="row">
        <TextField label={w('platform.accounts.find')} value={text} onChange={setText} required />
        <SelectField label={w('platform.accounts.role')} value={asked} onChange={setRole} options={[{ value: '', label: w('platform.accounts.every') }, ...accountRoles.map((each) => ({ value: each, label: w(`platform.role.${each}`) }))]} required />
      </div>
      <Loaded of={accounts}>{({ rows }) => <AccountTable rows={rows} onChoose={setChosen} />}</Loaded>
      {chosen ? <AccountDialog account={chosen} onClose={() => setChosen(undefined)} /> : null}
      {opening ? <OpenAccountDialog onClose={() => setOpening(false)} /> : null}
    </>
  );
}

function AccountTable({ rows, onChoose }: { rows: readonly Account[]; onChoose: (account: Account) => void }) {
  const w = useWords();
  return (
    <DataTable caption={w('platform.accounts')} rows={rows} rowKey={(row) => row.id} empty={<Empty>{w('platform.accounts.none')}</Empty>} columns={[
      { key: 'name', head: w('platform.accounts.name'), phone: 'main', cell: (row) => <><b>{row.name}</b><span className="cap mono">{row.signInName}</span></> },
      { key: 'role', head: w('platform.accounts.role'), phone: 'sub', cell: (row) => w(`platform.role.${row.role}`) },
      { key: 'organisation', head: w('platform.accounts.organisation'), phone: 'sub', cell: (row) => <span className="sub">{row.organisationName}</span> },
      { key: 'totp', head: w('platform.accounts.code'), phone: 'under', cell: (row) => w(row.totp ? 'platform.accounts.codeSet' : 'platform.accounts.codeNone') },
      { key: 'state', head: w('platform.accounts.state'), phone: 'under', cell: (row) => <Tag kind={row.shutAt ? 'open' : 'green'}>{w(row.shutAt ? 'platform.accounts.isShut' : 'platform.accounts.isOpen')}</Tag> },
      { key: 'act', head: '', align: 'right', phone: 'aside', cell: (row) => <Button small onClick={() => onChoose(row)} aria-label={w('platform.accounts.changeOf', { name: row.name })}>{w('platform.accounts.change')}</Button> },
    ]} />
  );
}
