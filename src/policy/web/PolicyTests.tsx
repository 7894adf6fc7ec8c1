import { useState } from 'react';
import { Tri } from '#platform/web/Tri.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { PolicyView } from './policyView.ts';

const shownFirst = 6;

/** The policy's own tests, those that fail first. */
export function PolicyTests({ tests }: { tests: PolicyView['tests'] }) {
  const w = useWords();
  const [all, setAll] = useState(false);
  const sorted = tests.toSorted((a, b) => Number(a.passed) - Number(b.passed));
  return (
    <>
      <ul className="policy-tests">{sorted.slice(0, all ? undefined : shownFirst).map((each) => <li key={each.name}><Tri value={each.passed ? 'yes' : 'no'} text={w(each.passed ? 'policy.tests.pass' : 'policy.tests.fail')} />{each.name}</li>)}</ul>
      {tests.length > shownFirst && !all ? <button type="button" className="text-button" onClick={() => setAll(true)}>{w('policy.tests.all', { n: tests.length })}</button> : null}
    </>
  );
}
