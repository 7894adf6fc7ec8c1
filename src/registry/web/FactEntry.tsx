import { FactLine } from '#platform/web/FactLine.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { FileFact, PersonFile } from '../domain/contract.ts';
import { ClaimLine } from './ClaimLine.tsx';

/** One fact: value, source line, what may be done about it, and the person's own claim that waits. */
export function FactEntry({ fact, file, onCorrect, onHistory }: { fact: FileFact; file: PersonFile; onCorrect: () => void; onHistory: () => void }) {
  const w = useWords();
  const known = fact.factId !== null;
  return (
    <FactLine label={fact.kind} changed={fact.claims.length > 0} full={fact.entries.length > 0} source={known ? { kind: fact.source === 'import' ? 'institution' : (fact.source ?? 'self'), text: <SourceText fact={fact} /> } : undefined}>
      {known ? <FactValueText fact={fact} /> : <span className="sub"><Tri value="unknown" text={w('registry.file.unknown')} /></span>}
      {file.mayCorrect && !fact.fixed ? <button type="button" className="text-button fact-act" aria-label={`${w(known ? 'registry.file.correct' : 'registry.file.fill')} ${fact.kind}`} onClick={onCorrect}>{w(known ? 'registry.file.correct' : 'registry.file.fill')}</button> : null}
      {known && file.mayCorrect ? <button type="button" className="text-button fact-act" aria-label={`${w('registry.file.history')} ${fact.kind}`} onClick={onHistory}>{w('registry.file.history')}</button> : null}
      {fact.claims.map((claim) => <ClaimLine key={claim.factId} claim={claim} file={file} />)}
    </FactLine>
  );
}

function FactValueText({ fact }: { fact: FileFact }) {
  if (fact.entries.length === 0) return <>{fact.written}</>;
  return <ul className="fact-entries">{fact.entries.map((entry, at) => <li key={`${at} ${entry}`}>{entry}</li>)}</ul>;
}

function SourceText({ fact }: { fact: FileFact }) {
  const w = useWords();
  const parts = [w(`registry.file.source.${fact.source ?? 'self'}`), fact.verified ? w('registry.file.verified') : '', fact.evidence, fact.recordedOn ?? ''];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
