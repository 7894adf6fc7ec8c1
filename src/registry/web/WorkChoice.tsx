import './works.css';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import type { WorkShown } from '../domain/workContract.ts';

/** Chooses some of one's own works; what is missing of a work is said before it is chosen. */
export function WorkChoice({ label, hint, chosen, min, max, onChange }: { label: string; hint?: string | undefined; chosen: readonly string[]; min: number; max: number; onChange: (chosen: string[]) => void }) {
  const w = useWords();
  const api = useApi(registryContract);
  const works = useLoad(['registry', 'works'], () => api.listMyWorks());
  return (
    <fieldset className="wide">
      <legend className="b">{label} <Tag kind={chosen.length >= min ? 'green' : 'plain'}>{w(min === max ? 'registry.works.chosenOf' : 'registry.works.chosenFrom', { n: chosen.length, min, max })}</Tag></legend>
      {hint ? <p className="cap">{hint}</p> : null}
      <Loaded of={works}>
        {({ rows }) => (
          <ul className="works">
            {rows.map((work) => {
              const on = chosen.includes(work.workId);
              const full = !on && chosen.length >= max;
              return (
                <li key={work.workId}>
                  <label className="row b">
                    <input type="checkbox" checked={on} disabled={full} onChange={() => onChange(on ? chosen.filter((id) => id !== work.workId) : [...chosen, work.workId])} />
                    {work.title}
                  </label>
                  <p className="sub">{work.kind} · {w('registry.works.line', { madeOn: work.madeOn, level: work.level, part: work.part })} · {w('registry.works.own', { share: work.share })}</p>
                  <Lacking work={work} />
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
      <p className="cap">{w('registry.works.choiceNote')} <Go to="/my/works">{w('registry.works')}</Go></p>
    </fieldset>
  );
}

/** What keeps a work from being handed in, said before it is chosen. */
function Lacking({ work: { files, coworkers, uses } }: { work: WorkShown }) {
  const w = useWords();
  const used = uses.find(({ state }) => state === 'granted');
  return (
    <>
      {files.length === 0 ? <p className="cap">{w('registry.works.noFile')}</p> : null}
      {used ? <p className="cap">{w('registry.works.use.granted', used)}</p> : null}
      {coworkers.filter(({ standing }) => standing !== 'confirmed').map((each) => <p key={`${each.name} ${each.organisationId}`} className="cap">{each.name} {each.share}% {w(`registry.works.standing.${each.standing}`, { claimed: each.claimedShare ?? '', reason: each.reason })}</p>)}
    </>
  );
}
