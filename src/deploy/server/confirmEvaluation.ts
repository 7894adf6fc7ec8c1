import { done, no, type Answer, type Done } from '#platform/domain/answer.ts';
import { termEnd } from '#platform/clock/workingDays.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { sendMessage } from '#bulletin/server/public.ts';
import { correctFact, maySeePerson } from '#registry/server/public.ts';
import type { EvaluationResult } from '../domain/evaluate.ts';
import type { EvaluationIndex } from '../domain/evaluationIndex.ts';
import { changeEvaluation, evaluationsOfPerson, insertObjection, lockEvaluation, settleObjection, type EvaluationRecord } from './evaluation.store.ts';
import { termResult } from './enterFigures.ts';
import { indexOf, mayClose, objectionsUntil, resultOf } from './evaluationViews.ts';

const ownPage = '/my/evaluation';
type Asked = { evaluationId: string };

/** The institution confirms; the result is kept, the person is told and may object for some working days. */
export async function confirmEvaluation(call: Call, { evaluationId }: Asked): Promise<Answer<Done>> {
  const row = await lockEvaluation(call, evaluationId);
  if (!row || !(await maySeePerson(call, row.person_id))) return no('notFound');
  if (row.state !== 'entered') return no('evaluationShut');
  const result = row.span === 'term' ? await termResult(call, row) : resultOf(row);
  if (result.missing.length > 0) return no('evaluationMissing', { params: { n: result.missing.length, names: result.missing.join('\u3001') } });
  const until = termEnd(call.calendar, call.clock.today(), indexOf(row).objectionDays);
  await changeEvaluation(call, evaluationId, { state: 'confirmed', result: JSON.stringify(result), confirmed_at: call.clock.now(), objections_until: until });
  await tell(call, row, 'deploy.told.confirmed');
  await audit(call, { act: 'evaluation.confirm', subject: evaluationId, detail: { level: result.level ?? '' } });
  return done;
}

const tell = (call: Call, row: EvaluationRecord, body: string) =>
  sendMessage(call, { personId: row.person_id, title: call.say('deploy.told.title', { title: indexOf(row).title, year: row.to_year }), body: call.say(body), link: ownPage });

/** One's own confirmed evaluation while one may still speak; another's does not exist. */
async function ownOpen(call: Call, evaluationId: string): Promise<Answer<EvaluationRecord>> {
  const row = await lockEvaluation(call, evaluationId);
  if (!row || row.person_id !== call.actor.personId || row.state === 'entered') return no('notFound');
  if (row.state !== 'confirmed' || row.agreed_at || row.heard_at) return no('evaluationAnswered');
  if (row.objections_until && call.clock.now() >= row.objections_until) return no('objectTooLate', { params: { until: objectionsUntil(row) ?? '' } });
  return { ok: true, value: row };
}

/** The person objects, once. */
export async function objectToEvaluation(call: Call, { evaluationId, content }: Asked & { content: string }): Promise<Answer<Done>> {
  const own = await ownOpen(call, evaluationId);
  if (!own.ok) return own;
  await changeEvaluation(call, evaluationId, { state: 'objected' });
  await insertObjection(call, { id: call.newId('eob'), evaluation_id: evaluationId, content });
  await audit(call, { act: 'evaluation.object', subject: evaluationId });
  return done;
}

/** The person agrees before the time is over, so that it may be closed. */
export async function agreeToEvaluation(call: Call, { evaluationId }: Asked): Promise<Answer<Done>> {
  const own = await ownOpen(call, evaluationId);
  if (!own.ok) return own;
  await changeEvaluation(call, evaluationId, { agreed_at: call.clock.now() });
  await audit(call, { act: 'evaluation.agree', subject: evaluationId });
  return done;
}

/** The bureau answers an objection: upheld, the institution enters and confirms again; else the result stands. */
export async function answerObjection(call: Call, { evaluationId, upheld, content }: Asked & { upheld: boolean; content: string }): Promise<Answer<Done>> {
  const row = await lockEvaluation(call, evaluationId);
  if (!row) return no('notFound');
  if (row.state !== 'objected') return no('noObjection');
  await settleObjection(call, evaluationId, { upheld, answer: content });
  await changeEvaluation(call, evaluationId, upheld ? { state: 'entered', result: null, confirmed_at: null, objections_until: null } : { state: 'confirmed', heard_at: call.clock.now() });
  await sendMessage(call, { personId: row.person_id, title: call.say(upheld ? 'deploy.told.upheld' : 'deploy.told.dismissed'), body: content, link: ownPage });
  await audit(call, { act: 'evaluation.answer', subject: evaluationId, detail: { upheld } });
  return done;
}

/** The bureau closes; the level becomes a fact of the person, from which policies judge. */
export async function closeEvaluation(call: Call, { evaluationId }: Asked): Promise<Answer<Done>> {
  const row = await lockEvaluation(call, evaluationId);
  if (!row) return no('notFound');
  if (row.state === 'closed') return no('evaluationShut');
  if (!mayClose(call, row)) return no(row.state === 'objected' ? 'objectionOpen' : 'evaluationOpen', { params: { until: objectionsUntil(row) ?? '' } });
  const result = resultOf(row);
  const index = indexOf(row);
  await changeEvaluation(call, evaluationId, { state: 'closed', closed_at: call.clock.now() });
  const written = await writeFact(call, row, index, result);
  if (!written.ok) return written;
  await tell(call, row, 'deploy.told.closed');
  await audit(call, { act: 'evaluation.close', subject: evaluationId, detail: { level: result.level ?? '' } });
  return done;
}

/** The level of the latest closed year is the person's fact; a term sums up what is there already. */
async function writeFact(call: Call, row: EvaluationRecord, index: EvaluationIndex, { level, tenths }: EvaluationResult): Promise<Answer<unknown>> {
  const later = (await evaluationsOfPerson(call, row.person_id)).some((each) => each.index_code === row.index_code && each.span === 'year' && each.state === 'closed' && each.to_year > row.to_year);
  if (row.span === 'term' || later) return done;
  const evidence = call.say('deploy.evidence', { title: index.title, version: index.version, year: row.to_year, points: ((tenths ?? 0) / 10).toFixed(1) });
  return correctFact(call, { personId: row.person_id, kind: index.fact, value: level ?? '', from: call.clock.today(), evidence });
}
