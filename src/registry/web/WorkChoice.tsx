import './works.css';
import { Go } from '#platform/web/Go.tsx';
import { Loaded } from '#platform/web/Loaded.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract } from '../domain/contract.ts';
import { WorkCard } from './WorkCard.tsx';

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
                    {w('registry.works.choose', { title: work.title })}
                  </label>
                  <WorkCard work={work} short />
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
