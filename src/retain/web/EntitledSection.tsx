import { Empty } from '#platform/web/Empty.tsx';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Section } from '#platform/web/Section.tsx';
import type { Load } from '#platform/web/useLoad.ts';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { MyDue, MyEntitlement } from './reads.ts';

const heldShown = 3;

/** What the talent is entitled to by authoritative facts and since when, and for what only evidence is missing. */
export function EntitledSection({ due }: { due: Load<MyDue> }) {
  const w = useWords();
  return (
    <Section title={w('retain.entitled')} more={<Go to="/my/services">{w('retain.entitled.why')}</Go>} className="area-entitled">
      <Loaded of={due}>
        {({ entitlements, evidence }) => (
          <>
            {entitlements.length === 0 ? <Empty>{w('retain.entitled.none')}</Empty> : <Held entitlements={entitlements.slice(0, heldShown)} />}
            {entitlements.length > heldShown ? <p><Go to="/my/services">{w('retain.entitled.more', { n: entitlements.length - heldShown })}</Go></p> : null}
            <Evidence evidence={evidence} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Held({ entitlements }: { entitlements: readonly MyEntitlement[] }) {
  const w = useWords();
  return (
    <table className="entitled">
      <caption className="reader-only">{w('retain.entitled')}</caption>
      <tbody>
        {entitlements.map((each) => (
          <tr key={each.id}>
            <td>{each.gives}{each.unverified ? <> <Unverified /></> : null}<span className="source">{w('retain.entitled.since', { date: each.since })} · {each.document} {each.article}</span></td>
            <td className="r nw">{standing(each, w)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function standing({ state, caseId }: MyEntitlement, w: Words) {
  if (state === 'confirmed') return caseId ? <Go to={`/my/cases/${caseId}`}>{w('retain.entitled.inCase')}</Go> : w('retain.entitled.atDesk');
  return w(`retain.entitled.${state}`);
}

const evidenceShown = 2;

/** Answers that are yes by the file, where the register that counts has not yet said so. */
function Evidence({ evidence }: { evidence: MyDue['evidence'] }) {
  const w = useWords();
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence-wanted">
      {evidence.slice(0, evidenceShown).map(({ policy, result, gives, facts, programme }) => (
        <li key={`${policy} ${result}`}>{w('retain.evidence', { gives, n: facts.length })}
          <span className="source">{facts.map((fact, index) => <span key={fact}>{index > 0 ? w('platform.listComma') : ''}<Go to={`/my/file?fact=${fact}`}>{fact}</Go></span>)}</span>
          {programme && !programme.waits ? <> <Go to={`/programmes/${programme.code}`} label={w('retain.evidence.applyFor', { gives })}>{w('retain.evidence.apply')}</Go></> : null}
        </li>
      ))}
      {evidence.length > evidenceShown ? <li><Go to="/my/services">{w('retain.evidence.more', { n: evidence.length - evidenceShown })}</Go></li> : null}
    </ul>
  );
}
