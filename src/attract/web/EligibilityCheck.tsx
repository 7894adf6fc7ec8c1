import { useState } from 'react';
import { openContract } from '#policy/domain/openContract.ts';
import { Refusal } from '#platform/web/Refusal.tsx';
import { useActor } from '#platform/web/useActor.ts';
import { useApi, type Api } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { CheckAnswers } from './CheckAnswers.tsx';
import { FactBlank } from './FactBlank.tsx';
import { MoreFacts } from './MoreFacts.tsx';
import { blanksIn, sentencePieces } from './sentence.ts';

export type Question = Awaited<ReturnType<Api<typeof openContract>['listQuestions']>>['rows'][number];
type Given = Record<string, string>;

/** The eligibility check: a sentence to complete, and beneath it what the policies in force say. Nothing is kept. */
export function EligibilityCheck() {
  const w = useWords();
  const api = useApi(openContract);
  const [given, setGiven] = useState<Given>({});
  const { today } = useActor();
  const [day, setDay] = useState('');
  const asOf = day || today;
  const [added, setAdded] = useState<readonly string[]>([]);
  const questions = useLoad(['policy', 'questions'], () => api.listQuestions()).value?.rows ?? [];
  const facts = factsFrom(given, questions);
  const check = useLoad(['policy', 'check', facts, asOf], () => api.checkEligibility({ body: { facts, asOf } }), { when: Object.keys(facts).length > 0 });
  const set = (fact: string, value: string) => setGiven((before) => ({ ...before, [fact]: value }));
  const sentence = w('attract.check.sentence');
  const inSentence = new Set(blanksIn(sentence));
  const askable = new Set(questions.filter((question) => !inSentence.has(question.key)).map((question) => question.fact));
  return (
    <section className="check" aria-label={w('attract.check.label')}>
      <div className="sentence">
        {sentencePieces(sentence, new Set(questions.map((question) => question.key))).map((piece, index) => {
          const question = 'blank' in piece ? questions.find((each) => each.key === piece.blank) : undefined;
          if ('text' in piece) return <span key={index}>{piece.text}</span>;
          return question ? <FactBlank key={index} question={question} value={given[question.fact] ?? ''} onChange={(value) => set(question.fact, value)} /> : null;
        })}
      </div>
      <MoreFacts questions={questions.filter((question) => added.includes(question.fact))} given={given} onChange={set} />
      <Refusal of={check.refusal} />
      <CheckAnswers judged={check.value?.judged ?? []} asOf={asOf} onDay={setDay} started={Object.keys(facts).length > 0} askable={askable} onAsk={(names) => setAdded((before) => [...new Set([...before, ...names])])} />
    </section>
  );
}

/** What was entered, as facts of their types. */
function factsFrom(given: Given, questions: readonly Question[]): Record<string, string | number | boolean> {
  const entered = Object.entries(given).filter(([, value]) => value !== '');
  return Object.fromEntries(entered.map(([fact, value]) => {
    const type = questions.find((question) => question.fact === fact)?.type;
    return [fact, type === 'integer' ? Number(value) : type === 'boolean' ? value === 'true' : value];
  }));
}
