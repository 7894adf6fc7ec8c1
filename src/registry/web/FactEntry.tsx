import { Button } from '#platform/web/Button.tsx';
import { FactLine } from '#platform/web/FactLine.tsx';
import { Refusal } from '#platform/web/Refusal.tsx';
import { Tri } from '#platform/web/Tri.tsx';
import { useAct } from '#platform/web/useAct.ts';
import { useApi } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import { registryContract, type FileFact, type PersonFile } from '../domain/contract.ts';

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

function ClaimLine({ claim, file }: { claim: FileFact['claims'][number]; file: PersonFile }) {
  const w = useWords();
  const api = useApi(registryContract);
  const act = useAct((factId: string) => api.verifyFact({ params: { personId: file.personId, factId } }));
  return (
    <div className="claim">
      {w('registry.file.claim', { value: claim.entries.join('; ') || claim.written, evidence: claim.evidence, on: claim.recordedOn })}
      {file.mayVerify ? <Button small busy={act.running} onClick={() => act.run(claim.factId)}>{w('registry.file.verify')}</Button> : null}
      <Refusal of={act.refusal} />
    </div>
  );
}
