import './works.css';
import { Tag } from '#platform/web/Tag.tsx';
import { Unverified } from '#platform/web/Unverified.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import type { Alike } from '../domain/workContract.ts';

/** For an officer: earlier works that read like this one, both texts side by side with what they share marked. */
export function AlikeWorks({ workId, title }: { workId: string; title: string }) {
  const w = useWords();
  const api = useApi(registryContract);
  const alike = useLoad(['registry', 'alike', workId], () => api.worksAlike({ params: { workId } }));
  if (!alike.value) return null;
  const { rows, hint, unverified } = alike.value;
  if (rows.length === 0) return <p className="cap">{w('registry.alike.none', { hint })}{unverified ? <Unverified /> : null}</p>;
  return (
    <section aria-label={w('registry.alike.of', { title })}>
      <p><b>{w('registry.alike.found', { n: rows.length, hint })}</b>{unverified ? <Unverified /> : null}</p>
      {rows.map((row) => (
        <details key={row.workId} className="alike" open={row.relation === 'stranger'}>
          <summary><b>{row.percent}%</b> {row.title} <Tag kind={row.relation === 'stranger' ? 'open' : 'plain'}>{w(`registry.alike.${row.relation}`)}</Tag><span className="cap line">{w('registry.alike.line', { owner: row.ownerName, organisation: row.ownerOrganisation, kind: row.kind, madeOn: row.madeOn })}</span></summary>
          <div className="texts"><Text label={w('registry.alike.here')} of={row.here} /><Text label={w('registry.alike.there', { owner: row.ownerName })} of={row.there} /></div>
        </details>
      ))}
    </section>
  );
}

const Text = ({ label, of }: { label: string; of: Alike['here'] }) => (
  <div><span className="cap line">{label}</span>{of.map((stretch, at) => (stretch.shared ? <mark key={at}>{stretch.text}</mark> : <span key={at}>{stretch.text}</span>))}</div>
);
