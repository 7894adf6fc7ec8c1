import { useState } from 'react';
import { platformContract, type Verification as Found } from '../../domain/platformContract.ts';
import { Button } from '../Button.tsx';
import { Loaded } from '../Loaded.tsx';
import { Mono } from '../Mono.tsx';
import { Section } from '../Section.tsx';
import { Tri } from '../Tri.tsx';
import { useApi, type Wire } from '../useApi.ts';
import { useLoad } from '../useLoad.ts';
import { useWords } from '../useWords.ts';
import { writtenInstant } from '../written.ts';

/** Recomputes the whole trail when asked, and says what does not agree. */
export function Verification() {
  const w = useWords();
  const api = useApi(platformContract);
  const [times, setTimes] = useState(0);
  const load = useLoad(['audit', 'verification', times], () => api.verifyAudit(), { when: times > 0 });
  return (
    <Section title={w('console.verify')} note={w('console.verify.note')} more={<Button small busy={load.loading} onClick={() => setTimes(times + 1)}>{w('console.verify.run')}</Button>}>
      {times > 0 ? <Loaded of={load}>{(found) => <Result found={found} />}</Loaded> : null}
    </Section>
  );
}

function Result({ found }: { found: Wire<Found> }) {
  const w = useWords();
  const sound = found.problems.length === 0;
  return (
    <div role="status">
      <p><Tri value={sound ? 'yes' : 'no'} /> {sound ? w('console.verify.sound', { entries: found.entries, heads: found.heads }) : w('console.verify.broken', { n: found.problems.length })}</p>
      {found.sealedAt ? <p className="cap">{w('console.verify.sealedAt')} {writtenInstant(found.sealedAt)} · {w('console.verify.root')} <Mono>{found.rootHash.slice(0, 24)}</Mono></p> : null}
      {sound ? null : <ul>{found.problems.map((each, index) => <li key={index}>{w(`console.verify.${each.kind}`)} · {each.position === null ? '' : w('console.verify.place', { position: each.position })} <Mono>{each.entryId}</Mono></li>)}</ul>}
    </div>
  );
}
