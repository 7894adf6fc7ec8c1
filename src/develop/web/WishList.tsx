import { useState } from 'react';
import { Button } from '#platform/web/Button.tsx';
import { Empty } from '#platform/web/Empty.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { TextField } from '#platform/web/TextField.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi, type Wire } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import { pairingContract, type EntrantView, type OwnPairing } from '../domain/pairingContract.ts';

/** One's list: chosen in order, kept as a draft at every change, handed in when ready. */
export function WishList({ own }: { own: Wire<OwnPairing> }) {
  const w = useWords();
  const api = useApi(pairingContract);
  const [wishes, setWishes] = useState<readonly string[]>(own.draft);
  const params = { entryId: own.entry.entryId };
  const save = useAct((list: readonly string[]) => api.saveWishes({ params, body: { wishes: [...list] } }));
  const handIn = useAct((list: readonly string[]) => api.handInWishes({ params, body: { wishes: [...list] } }));
  const change = (list: readonly string[]) => { setWishes(list); save.run(list); };
  const byId = new Map([...own.choices, ...own.wished].map((entrant) => [entrant.entryId, entrant]));
  const differs = own.handedInAt !== null && wishes.join() !== own.handedIn.join();
  return (
    <>
      <div>
        <h3>{w('pairing.wishes')} <span className="cap">{w('pairing.wishes.note', { n: wishes.length, most: own.wishesMost })}</span></h3>
        {wishes.length === 0 ? <Empty>{w('pairing.wishes.none')}</Empty> : (
          <ol className="wish-list">{wishes.map((id, at) => <Wish key={id} entrant={byId.get(id)} at={at} list={wishes} onChange={change} />)}</ol>
        )}
        <p className="cap" role="status">{save.running ? w('pairing.wishes.saving') : save.value ? w('pairing.wishes.saved') : ''}</p>
        {own.handedInAt ? <p>{w('pairing.wishes.handedIn', { date: writtenInstant(own.handedInAt) })}{differs ? ` ${w('pairing.wishes.differs')}` : ''}</p> : null}
        {wishes.length > 0 && (differs || own.handedInAt === null) ? <Button kind="primary" busy={handIn.running || save.running} onClick={() => handIn.run(wishes)}>{w(own.handedInAt ? 'pairing.wishes.again' : 'pairing.wishes.handIn')}</Button> : null}
        <Refusal of={handIn.refusal ?? save.refusal} />
      </div>
      <Choices own={own} wishes={wishes} onAdd={(id) => change([...wishes, id])} />
    </>
  );
}

function Wish({ entrant, at, list, onChange }: { entrant: EntrantView | undefined; at: number; list: readonly string[]; onChange: (list: readonly string[]) => void }) {
  const w = useWords();
  const name = entrant?.name ?? '';
  const swapped = (one: number, other: number) => list.map((id, place) => (place === one ? list[other] ?? id : place === other ? list[one] ?? id : id));
  return (
    <li>
      <span className="rank">{at + 1}</span>
      <span>{name} <span className="cap">{entrant ? `${entrant.organisation} ${entrant.title}` : ''}</span></span>
      <span className="acts">
        {at > 0 ? <Button small aria-label={w('pairing.wishes.up', { name })} onClick={() => onChange(swapped(at, at - 1))}>↑</Button> : null}
        {at < list.length - 1 ? <Button small aria-label={w('pairing.wishes.down', { name })} onClick={() => onChange(swapped(at, at + 1))}>↓</Button> : null}
        <Button small aria-label={w('pairing.wishes.drop', { name })} onClick={() => onChange(list.filter((_, place) => place !== at))}>×</Button>
      </span>
    </li>
  );
}

function Choices({ own, wishes, onAdd }: { own: Wire<OwnPairing>; wishes: readonly string[]; onAdd: (id: string) => void }) {
  const w = useWords();
  const [text, setText] = useState('');
  const open = own.choices.filter(({ entryId, name, organisation, fields, called }) => !wishes.includes(entryId) && [name, organisation, called, ...fields].some((part) => part.includes(text.trim())));
  if (wishes.length >= own.wishesMost) return <p>{w('pairing.wishes.full', { most: own.wishesMost })}</p>;
  return (
    <div>
      <h3>{w('pairing.wishes.choose')} <span className="cap">{open.length}</span></h3>
      <TextField label={w('pairing.wishes.search')} required value={text} onChange={setText} />
      <ul className="choice-list" tabIndex={0} aria-label={w('pairing.wishes.choose')}>
        {open.map((entrant) => (
          <li key={entrant.entryId}>
            <span>{entrant.name} <span className="cap">{entrant.called} {entrant.organisation} {entrant.title} {entrant.fields.join(' ')}</span></span>
            <Button small aria-label={w('pairing.wishes.add', { name: entrant.name })} onClick={() => onAdd(entrant.entryId)}>＋</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
