import { useState } from 'react';
import { Role } from '../../domain/actor.ts';
import { platformContract, type AccountView } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { DataTable, type Column } from '../DataTable.tsx';
import { Empty } from '../Empty.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { PageHead } from '../PageHead.tsx';
import { useSearchText } from '../place.ts';
import { SelectField } from '../SelectField.tsx';
import { Tag } from '../Tag.tsx';
import { TextField } from '../TextField.tsx';
import { useApi, type Wire } from '../useApi.ts';
import { useWords, type Words } from '../useWords.ts';
import { AccountActs } from './AccountActs.tsx';
import { More } from './More.tsx';
import { OpenAccountDialog } from './OpenAccountDialog.tsx';
import { accountRoles } from './accountRoles.ts';
import { usePages } from './usePages.ts';

/** An account as it arrives. */
export type AccountRow = Wire<AccountView>;

/** Accounts of the region: find, open, change rights, shut, reset one-time codes. */
export default function Accounts() {
  const w = useWords();
  const api = useApi(platformContract);
  const [text, setText] = useSearchText('text');
  const [roleText, setRole] = useSearchText('role');
  const role = Role.safeParse(roleText).data;
  const [opening, setOpening] = useState(false);
  const { load, more } = usePages<AccountRow>(['accounts', text, role], (limit) => api.accounts({ query: { limit, ...(text ? { text } : {}), ...(role ? { role } : {}) } }));
  return (
    <div className="stack">
      <PageHead title={w('console.security')} sub={w('console.security.sub')} aside={<Button kind="primary" onClick={() => setOpening(true)}>{w('console.account.openOne')}</Button>} />
      <div className="row">
        <TextField label={w('console.account.find')} value={text} onChange={setText} required />
        <SelectField label={w('console.account.role')} value={roleText} onChange={setRole} required
          options={[{ value: '', label: w('console.account.anyRole') }, ...accountRoles.map((value) => ({ value, label: w(`platform.role.${value}`) }))]} />
      </div>
      <Loaded of={load}>{({ rows }) => (
        <DataTable caption={w('console.security')} rows={rows} rowKey={({ id }) => id} columns={columnsIn(w)} empty={<Empty>{w('console.account.none')}</Empty>} foot={<More more={more} />} />
      )}</Loaded>
      <OpenAccountDialog open={opening} onClose={() => setOpening(false)} />
    </div>
  );
}

const columnsIn = (w: Words): Column<AccountRow>[] => [
  { key: 'name', head: w('console.account.name'), cell: ({ name }) => name, phone: 'main' },
  { key: 'signInName', head: w('console.account.signInName'), cell: ({ signInName }) => <Mono>{signInName}</Mono>, phone: 'sub' },
  { key: 'role', head: w('console.account.role'), cell: ({ role }) => w(`platform.role.${role}`) },
  { key: 'organisation', head: w('console.account.organisation'), cell: ({ organisationName }) => organisationName },
  { key: 'state', head: w('console.account.state'), cell: (row) => <AccountState row={row} />, phone: 'aside' },
  { key: 'acts', head: w('console.account.acts'), cell: (row) => <AccountActs account={row} /> },
];

function AccountState({ row }: { row: AccountRow }) {
  const w = useWords();
  return (
    <span className="row">
      <Tag kind={row.shutAt ? 'plain' : 'green'}>{w(row.shutAt ? 'console.account.shut' : 'console.account.open')}</Tag>
      {row.totp ? <Tag>{w('console.account.totp')}</Tag> : null}
      {row.demo ? <Tag>{w('console.account.demo')}</Tag> : null}
    </span>
  );
}
