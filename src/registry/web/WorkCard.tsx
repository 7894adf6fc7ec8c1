import './works.css';
import type { ReactNode } from 'react';
import { Tag } from '#platform/web/Tag.tsx';
import { useWords, type Words } from '#platform/web/useWords.ts';
import type { WorkShown } from '../domain/workContract.ts';

/** A work as read: what it is, who made it with which share, its evidence and what it was used for. */
export function WorkCard({ work, children, short = false }: { work: WorkShown; children?: ReactNode; short?: boolean }) {
  const w = useWords();
  return (
    <div className="work">
      <h3><Tag>{work.kind}</Tag>{work.title}</h3>
      <p className="sub">{w('registry.works.line', { madeOn: work.madeOn, level: work.level, part: work.part })}</p>
      <p className={short ? 'abstract short' : 'abstract'}>{work.abstract}</p>
      {work.details.length > 0 ? <dl>{work.details.map(({ name, value, unit }) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{shown(value, w)}{unit ? ` ${unit}` : ''}</dd>])}</dl> : null}
      <Shares work={work} />
      <p className="cap">{work.files.length === 0 ? w('registry.works.noFile') : work.files.map(({ name }) => name).join(w('platform.comma'))}</p>
      {work.uses.map((use) => <p key={use.number} className="cap">{w(`registry.works.use.${use.state}`, use)}</p>)}
      {children}
    </div>
  );
}

const shown = (value: string | number | boolean, w: Words) => (value === true ? w('registry.yes') : value === false ? w('registry.no') : value);

/** Whose part is how large, as a bar and in words; an open or disputed answer is said. */
function Shares({ work: { share, coworkers } }: { work: WorkShown }) {
  const w = useWords();
  return (
    <>
      <div className="shares" aria-hidden="true"><i className="own" style={{ width: `${share}%` }} />{coworkers.map((each) => <i key={`${each.name} ${each.organisationId}`} className={each.standing} style={{ width: `${each.share}%` }} />)}</div>
      <p className="cap">
        {w('registry.works.own', { share })}
        {coworkers.map((each) => (
          <span key={`${each.name} ${each.organisationId}`}>{' · '}{each.name}{each.organisationName ? `（${each.organisationName}）` : ''} {each.share}% <span className={each.standing === 'disputed' ? 'b' : ''}>{w(`registry.works.standing.${each.standing}`, { claimed: each.claimedShare ?? '', reason: each.reason })}</span></span>
        ))}
      </p>
    </>
  );
}
