import { moveAction } from './flow.ts';
import type { Action, Programme, Stage } from './programme.ts';

/** Everything wrong with a definition that parses, as `where: what`; an empty list means it may be published. */
export function problemsIn(programme: Programme): string[] {
  return [
    ...startProblems(programme),
    ...Object.entries(programme.stages).flatMap(([name, stage]) => stageProblems(programme, name, stage)),
    ...pathProblems(programme),
    ...moneyProblems(programme),
    ...categoryProblems(programme),
  ];
}

const startProblems = ({ start, stages }: Programme) => (stages[start]?.kind === 'draft' ? [] : [`start: “${start}” is not a draft stage`]);

function stageProblems(programme: Programme, name: string, stage: Stage): string[] {
  const at = `stages.${name}`;
  const problems: string[] = [];
  const ended = stage.kind === 'ended';
  if (ended !== (stage.outcome !== undefined)) problems.push(`${at}: an ended stage, and only that, has an outcome`);
  if (ended && Object.keys(stage.actions).length > 0) problems.push(`${at}: an ended stage has no actions`);
  if (ended && stage.within) problems.push(`${at}: an ended stage has no deadline`);
  if (stage.within && !stage.actions[stage.within.then]?.by.includes('clock')) {
    problems.push(`${at}.within: “${stage.within.then}” is not an action the clock may take`);
  }
  if (stage.kind === 'notice' && !stage.within) problems.push(`${at}: a notice stands for a stated term`);
  return [...problems, ...Object.entries(stage.actions).flatMap(([key, action]) => actionProblems(programme, stage, `${at}.actions.${key}`, key, action))];
}

function actionProblems(programme: Programme, stage: Stage, at: string, key: string, action: Action): string[] {
  const wrong: [boolean, string][] = [...wayProblems(programme, stage, key, action), ...reviewProblems(programme, action), ...scarceProblems(programme, action)];
  return wrong.flatMap(([holds, text]) => (holds ? [`${at}: ${text}`] : []));
}

/** Where an action leads, who takes it, with what reason. */
function wayProblems({ stages }: Programme, stage: Stage, key: string, { to, by, reason, does }: Action): [boolean, string][] {
  const target = stages[to];
  const byClock = by.includes('clock');
  return [
    [key === moveAction, 'the word is taken by the move to another version'],
    [!target, `leads to unknown stage “${to}”`],
    [byClock && by.length === 1 && stage.within?.then !== key, 'the clock has no deadline that takes it'],
    [byClock && reason === 'required', 'the clock gives no reason'],
    [target?.outcome === 'refused' && reason !== 'required', 'a refusal gives its reason'],
    [target?.kind === 'notice' && !does.includes('publishNotice'), 'enters a notice without publishing it'],
  ];
}

/** What judging, delegating and certifying presuppose. */
function reviewProblems({ stages, panel, review, rounds, certificate, delegation }: Programme, { to, by, needs, does }: Action): [boolean, string][] {
  return [
    [does.includes('invitePanel') && !panel, 'invites a panel of unstated size'],
    [does.includes('enterReview') && !(review && rounds), 'enters a review of unstated rules or without a round'],
    [does.includes('issueCertificate') && (!certificate || stages[to]?.outcome !== 'granted'), 'issues a certificate that is not stated, or before the case is granted'],
    [needs.includes('byEntrusted') && !(delegation && by.includes('employer')), 'needs a delegation that is not stated, or is not taken by an institution'],
  ];
}

/** What may be held or paid only from an account, and only after asking. */
function scarceProblems({ accounts }: Programme, { needs, does }: Action): [boolean, string][] {
  const holds = does.includes('holdQuota');
  const pays = does.includes('payInstalment');
  return [
    [holds && !accounts.places, 'holds a place of no account'],
    [holds && !needs.includes('quotaLeft'), 'holds a place without asking quotaLeft'],
    [pays && !accounts.budget, 'pays from no budget'],
    [pays && !needs.includes('instalmentDue'), 'pays without asking instalmentDue'],
  ];
}

const nextOf = (stages: Programme['stages'], name: string) => Object.values(stages[name]?.actions ?? {}).map((action) => action.to);

function closure(from: string[], step: (name: string) => string[]): Set<string> {
  const seen = new Set(from);
  for (const name of seen) for (const to of step(name)) seen.add(to); // a Set visits what is added while it is walked
  return seen;
}

function pathProblems({ start, stages }: Programme): string[] {
  const names = Object.keys(stages);
  const reached = closure([start], (name) => nextOf(stages, name));
  const endings = names.filter((name) => stages[name]?.kind === 'ended');
  const canEnd = closure(endings, (to) => names.filter((name) => nextOf(stages, name).includes(to)));
  return names.flatMap((name) => [
    ...(reached.has(name) ? [] : [`stages.${name}: cannot be reached`]),
    ...(canEnd.has(name) ? [] : [`stages.${name}: has no way to an end`]),
  ]);
}

function moneyProblems({ instalments, stages }: Programme): string[] {
  const sum = instalments.reduce((total, { share }) => total + share, 0);
  const does = Object.values(stages).flatMap((stage) => Object.values(stage.actions).flatMap((action) => action.does));
  return [
    ...(instalments.length > 0 && sum !== 1000 ? [`instalments: shares add up to ${sum} of 1000`] : []),
    ...(does.includes('startInstalments') && instalments.length === 0 ? ['instalments: started but not stated'] : []),
    ...(does.includes('holdQuota') && !does.includes('voidQuota') ? ['stages: a held place is never given back'] : []),
  ];
}

function categoryProblems({ categories, policy, form, documents, delegation }: Programme): string[] {
  const used = [
    ...form.sections.flatMap((section) => Object.entries(section.fields).map(([key, field]) => ({ at: `form.${key}`, of: field.categories ?? [] }))),
    ...Object.entries(documents).map(([key, document]) => ({ at: `documents.${key}`, of: document.categories ?? [] })),
    ...(delegation ? [{ at: 'delegation', of: delegation.categories }] : []),
  ];
  const fields = form.sections.flatMap((section) => Object.entries(section.fields));
  return [
    ...used.flatMap(({ at, of }) => of.filter((key) => !categories[key]).map((key) => `${at}: unknown category “${key}”`)),
    ...(Object.keys(categories).length > 0 && !policy ? ['policy: categories need the policy that decides them'] : []),
    ...fields.filter(([, field]) => !field.fact === !field.kind).map(([key]) => `form.${key}: takes either a fact or a kind of its own`),
  ];
}
