import { Section } from '#platform/web/Section.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { PersonFile } from '../domain/contract.ts';

/** How complete a file is: a cell for each group, and each missing fact one tap away from being filled. */
export function CompletenessSection({ file, onFill }: { file: PersonFile; onFill: (kind: string) => void }) {
  const w = useWords();
  const { percent, filled, total, verified, missing } = file.completeness;
  const fillable = new Set(file.groups.flatMap((group) => group.facts).filter((fact) => !fact.fixed).map((fact) => fact.kind));
  return (
    <Section title={w('registry.file.completeness')}>
      <p><b className="serif file-percent">{w('registry.file.complete', { percent })}</b></p>
      <p className="cap">{w('registry.file.completeNote', { filled, total, verified })}</p>
      <ul className="file-cells">
        {file.groups.map(({ group, standing }) => <li key={group}><i className={standing} aria-hidden="true" />{group}<span className="cap"> {w(`registry.standing.${standing}`)}</span></li>)}
      </ul>
      {missing.length === 0 ? <p>{w('registry.file.nothingMissing')}</p> : (
        <p className="missing">{w('registry.file.missing')}{' '}
          {missing.map((kind) => (file.mayCorrect && fillable.has(kind)
            ? <button key={kind} type="button" className="text-button" onClick={() => onFill(kind)}>{kind}</button>
            : <span key={kind}>{kind}</span>))}
        </p>
      )}
    </Section>
  );
}
