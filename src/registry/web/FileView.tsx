import './registry.css';
import { useState } from 'react';
import { useSearchText } from '#platform/web/place.ts';
import { FactGrid } from '#platform/web/FactGrid.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { FilterLine } from '#platform/web/FilterLine.tsx';
import { JustChanged } from '#platform/web/JustChanged.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { FileFact, PersonFile } from '../domain/contract.ts';
import { CompletenessSection } from './CompletenessSection.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { EmploymentSection } from './EmploymentSection.tsx';
import { FactEntry } from './FactEntry.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { PhoneLine } from './PhoneLine.tsx';

type Shown = 'known' | 'missing' | 'claims' | 'all';
const meets: Record<Shown, (fact: FileFact) => boolean> = {
  known: (fact) => fact.factId !== null,
  missing: (fact) => fact.factId === null && fact.counts,
  claims: (fact) => fact.claims.length > 0,
  all: () => true,
};
const words: Record<Shown, string> = { known: 'showKnown', missing: 'showMissing', claims: 'showClaims', all: 'showAll' };
const isShown = (text: string): text is Shown => text in meets;

/** A file: who, facts by group with their sources, and beside it how complete it is and where the person worked. */
export function FileView({ file }: { file: PersonFile }) {
  const w = useWords();
  const [shown, setShown] = useState<Shown>('known');
  const [asked] = useSearchText('fact');
  const [history, setHistory] = useState('');
  const [changed, setChanged] = useState('');
  const facts = file.groups.flatMap((group) => group.facts);
  const [correcting, setCorrecting] = useState<FileFact | undefined>(() => (file.mayCorrect ? facts.find((fact) => fact.kind === asked && !fact.fixed) : undefined)); // a link may lead to one field
  const choices = Object.keys(meets).filter(isShown).map((key) => ({ key, label: w(`registry.file.${words[key]}`), count: facts.filter(meets[key]).length, waiting: key === 'claims' && file.mayVerify && facts.some(meets.claims) }));
  return (
    <div className="file-view">
      <aside className="stack">
        <CompletenessSection file={file} onFill={(kind) => setCorrecting(facts.find((fact) => fact.kind === kind))} />
        <EmploymentSection employments={file.employments} />
      </aside>
      <div className="stack">
        <WhoSection file={file} />
        <FilterLine label={w('registry.file.show')} choices={choices} value={shown} onPick={(key) => { if (isShown(key)) setShown(key); }}>
          {changed ? <JustChanged text={changed} /> : null}
        </FilterLine>
        {file.groups.map(({ group, facts: those }) => ({ group, those: those.filter(meets[shown]) })).filter(({ those }) => those.length > 0).map(({ group, those }) => (
          <Section key={group} title={group}>
            <FactGrid>{those.map((fact) => <FactEntry key={fact.kind} fact={fact} file={file} onCorrect={() => setCorrecting(fact)} onHistory={() => setHistory(fact.kind)} />)}</FactGrid>
          </Section>
        ))}
      </div>
      {correcting ? <CorrectDialog key={correcting.kind} fact={correcting} personId={file.personId} onClose={() => setCorrecting(undefined)} onDone={(text) => { setCorrecting(undefined); setChanged(text); }} /> : null}
      {history ? <HistoryDialog kind={history} personId={file.personId} onClose={() => setHistory('')} /> : null}
    </div>
  );
}

function WhoSection({ file }: { file: PersonFile }) {
  const w = useWords();
  return (
    <Section title={w('registry.file.who')} note={file.rare.length ? <Tag kind="open">{w('registry.file.rare', { characters: file.rare.join(' ') })}</Tag> : null}>
      <FactGrid>
        <FactLine label={w('registry.file.idNumber')}><span className="mono">{file.maskedIdNumber}</span></FactLine>
        <PhoneLine file={file} />
        <FactLine label={w('registry.file.organisation')}>{file.organisationName || w('registry.file.unknown')}</FactLine>
        <FactLine label={w('registry.file.enteredOn')}>{file.enteredOn}</FactLine>
      </FactGrid>
    </Section>
  );
}
