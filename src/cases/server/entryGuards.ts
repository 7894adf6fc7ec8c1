import { dayOf } from '#platform/clock/clock.ts';
import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { panelState, results } from '#review/server/public.ts';
import type { TakeStep } from '../domain/contract.ts';
import { isPast, lastDayOf, receivedAt } from '../domain/deadline.ts';
import { missingFields } from '../domain/filledForm.ts';
import { assessCase } from './assessCase.ts';
import { caseDocuments } from './caseDocuments.ts';
import { caseForm } from './caseForm.ts';
import { lockSubmitter, type FoundCase } from './case.store.ts';
import { limitRefusal } from './limitRefusal.ts';
import { findRound } from './round.store.ts';

export async function withinWindow(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const round = found.round_id ? await findRound(call, found.round_id) : undefined;
  const now = call.clock.now();
  if (round && now < round.opens_at) return no('notOpenYet', { params: { opensOn: dayOf(round.opens_at) } });
  if (!round || !isPast(round.closes_at, now)) return undefined;
  return no('deadlinePassed', { params: { closedOn: lastDayOf(round.closes_at), received: receivedAt(now) } });
}

export async function limitLeft(call: Call, found: FoundCase, ask: Partial<TakeStep> | undefined): Promise<Refusal | undefined> {
  if (ask) await lockSubmitter(call, found);
  return limitRefusal(call, found.programme, found.person_id, found.id);
}

export async function formComplete(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const problems = missingFields(await caseForm(call, found)).map(({ key, label }) => ({ field: key, reason: 'fieldMissing', message: label }));
  const documents = (await caseDocuments(call, found)).filter(({ required, files }) => required && files.length === 0);
  const all = [...problems, ...documents.map(({ kind, label }) => ({ field: `documents.${kind}`, reason: 'documentMissing', message: label }))];
  if (found.category === '' && Object.keys(found.programme.categories).length > 0) all.unshift({ field: 'category', reason: 'fieldMissing', message: call.say('cases.apply.category') });
  return all.length > 0 ? no('formIncomplete', { params: { n: all.length }, problems: all }) : undefined;
}

/** Only a sure yes passes by itself; no and unknown go to a person with the explanation. */
export async function eligible(call: Call, found: FoundCase, ask: Partial<TakeStep> | undefined): Promise<Refusal | undefined> {
  const assessed = await assessCase(call, { ...found, category: ask?.category ?? found.category });
  if (!assessed) return found.programme.policy ? no('notAssessed') : undefined;
  if (assessed.verdict === 'yes') return undefined;
  const line = assessed.lines.find(({ mark }) => mark === assessed.verdict);
  const facts = line?.facts.map(({ name, value }) => `${name} ${value ?? '—'}`).join('，');
  const next = assessed.ways[0]?.steps[0]?.text;
  return no(assessed.verdict === 'no' ? 'notEligible' : 'eligibilityUnknown', {
    params: { clause: line?.clause ?? assessed.name, missing: line?.missing.join('、') ?? '' },
    article: `${line?.document ?? assessed.document} ${line?.article ?? assessed.article}`, ...(facts ? { fact: facts } : {}), ...(next ? { next } : {}),
  });
}

export async function panelComplete(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const panel = await panelState(call, found.id);
  return panel?.complete ? undefined : no('panelNotComplete', { params: { received: panel?.received ?? 0, size: panel?.size ?? sizeOf(found.programme) } });
}

/** The mean that was said to count beforehand reaches the line; ethics failed by most reviewers outweighs it. */
export async function panelPassed(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const official = await results.officialMean(call, found.id);
  if (official?.disqualified) return no('panelDisqualified');
  if (official?.measure === 'calibrated' && official.tenths === null) return no('scoresNotPublished');
  const need = official?.passTenths ?? found.programme.review?.passTenths ?? found.programme.panel?.passTenths ?? 0;
  const mean = official?.tenths ?? 0;
  return mean >= need ? undefined : no('panelBelow', { params: { mean: mean / 10, need: need / 10 } });
}

const sizeOf = ({ review, panel }: FoundCase['programme']) => review?.reviewers ?? panel?.size ?? 0;
