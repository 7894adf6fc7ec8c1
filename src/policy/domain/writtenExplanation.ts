import { z } from 'zod';
import type { ExplainedResult } from './openContract.ts';
import { markOfClause } from './clauseMark.ts';
import { nextStepsOf } from './nextSteps.ts';
import { plainRule, type Say } from './plainRule.ts';

const Mark = z.enum(['yes', 'no', 'unknown']);
const Clause = z.object({
  mark: Mark, heading: z.string(), basis: z.string(), asks: z.array(z.string()),
  facts: z.array(z.object({ fact: z.string(), source: z.string(), correct: z.string() })),
});

/** An explanation as it is printed: the page and the letter of a refusal carry the same text. */
export const WrittenExplanation = z.object({ title: z.string(), conclusion: z.string(), judged: z.string(), clauses: z.array(Clause), next: z.array(z.string()) });
export type WrittenExplanation = z.infer<typeof WrittenExplanation>;

type Judged = ExplainedResult & { version: string; judgedOn: string };
type Line = ExplainedResult['lines'][number];
type Shown = Line['facts'][number];
/** What proves a fact, as the dictionary says. */
export type EvidenceOf = (fact: string) => readonly string[];

const order = ['no', 'unknown', 'yes'];

/** Writes a judgement out in plain words: what fails first, then what is not known, then what holds; every fact with its source and how to put it right. */
export function writeExplanation(judged: Judged, say: Say, evidenceOf: EvidenceOf): WrittenExplanation {
  const grouped = [...Map.groupBy(judged.lines, ({ clause, document, article }) => `${clause} ${document} ${article}`).values()];
  const clauses = grouped.toSorted((one, other) => order.indexOf(markOfClause(one)) - order.indexOf(markOfClause(other)));
  const missing = [...new Set(judged.lines.flatMap((line) => line.missing))].join(say('platform.listComma'));
  return {
    title: say('policy.written.title', { result: judged.service ?? judged.qualification ?? judged.name }),
    conclusion: say(`policy.written.${judged.verdict}`, { missing }),
    judged: say('policy.written.judged', { document: judged.document, version: judged.version, article: judged.article, day: judged.judgedOn }),
    clauses: clauses.map((lines, index) => clauseOf(lines, index + 1, say, evidenceOf)),
    next: nextOf(judged, say),
  };
}

function clauseOf(lines: readonly Line[], number: number, say: Say, evidenceOf: EvidenceOf): WrittenExplanation['clauses'][number] {
  const [first] = lines;
  if (!first) throw new Error('a clause without lines');
  const mark = markOfClause(lines);
  const facts = new Map(lines.flatMap((line) => line.facts).map((fact) => [fact.name, fact]));
  const basis = say('policy.written.basis', { document: first.document, article: first.article });
  return {
    mark, heading: say(`policy.written.clause.${mark}`, { n: number, clause: first.clause }),
    basis: lines.some(({ unverified }) => unverified) ? `${basis}${say('policy.written.unverified')}` : basis,
    asks: [...new Set(lines.flatMap(({ rule }) => (rule ? [say('policy.written.asks', { rule: plainRule(rule, say) })] : [])))],
    facts: [...facts.values()].map((fact) => factOf(fact, say, evidenceOf)),
  };
}

function factOf({ name, value, source }: Shown, say: Say, evidenceOf: EvidenceOf): WrittenExplanation['clauses'][number]['facts'][number] {
  const evidence = evidenceOf(name).join(say('platform.listComma')) || say('policy.written.noEvidence');
  if (value === undefined) return { fact: say('policy.written.absent', { name }), source: '', correct: say('policy.written.supply', { evidence }) };
  return {
    fact: say('policy.written.fact', { name, value }), source: source ? say(`policy.written.source.${source.kind}`, { text: source.text }) : '',
    correct: say(`policy.written.correct.${source?.kind ?? 'self'}`, { evidence }),
  };
}

/** What comes next: the cheapest way step by step, and the day on which time alone is enough. */
function nextOf(judged: Judged, say: Say): string[] {
  if (judged.verdict === 'yes') return [say('policy.written.next.yes')];
  const steps = nextStepsOf(judged, say).map((step) => say('policy.written.next.step', { step }));
  return [...steps, ...(judged.becomes ? [say('policy.written.next.becomes', { date: judged.becomes })] : []), say(steps.length + Number(Boolean(judged.becomes)) > 0 ? 'policy.written.next.again' : 'policy.written.next.none')];
}
