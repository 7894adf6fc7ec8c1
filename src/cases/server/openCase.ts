import type { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import { maySeePerson, peopleById } from '#registry/server/public.ts';
import type { OpenCase } from '../domain/contract.ts';
import { dueAt, isPast, lastDayOf, receivedAt } from '../domain/deadline.ts';
import { fillingOf } from '../domain/filledForm.ts';
import type { Programme } from '../domain/programme.ts';
import { assessPerson, bestCategory, categoriesAt, policyFor } from './assessCase.ts';
import { addCase, nextNumber, openCaseOf } from './case.store.ts';
import { liveForm } from './caseForm.ts';
import { limitRefusal } from './limitRefusal.ts';
import { newestVersion, programmeAt } from './programme.store.ts';
import { findRound, type RoundRow } from './round.store.ts';

type Opened = { caseId: string; number: string; filled: number; total: number };

/** Opens a case for oneself, or for a person of one's scope who is entitled; the form is filled from the file. An open case is continued, not doubled. */
export async function openCase(call: Call, input: z.input<typeof OpenCase>): Promise<Answer<Opened>> {
  const personId = input.personId ?? call.actor.personId;
  if (call.actor.role === 'talent' ? personId !== call.actor.personId : !(await maySeePerson(call, personId))) return no('notFound');
  const chosen = await chooseProgramme(call, input);
  if (!chosen.ok) return chosen;
  const { programme, round } = chosen.value;
  const before = await openCaseOf(call, personId, programme.code, round?.id ?? null);
  if (before) return no('caseOpen', { params: { caseId: before }, next: 'next.caseOpen' });
  const limit = await limitRefusal(call, programme, personId);
  if (limit) return limit;
  const category = input.category ?? (await suggestedCategory(call, programme, personId, round?.policy_version ?? null));
  if (category !== '' && !programme.categories[category]) return no('categoryUnknown', { field: 'category' });
  return yes(await enter(call, { programme, round, personId, category }));
}

async function chooseProgramme(call: Call, { programme: code, roundId }: { programme: string; roundId?: string | undefined }): Promise<Answer<{ programme: Programme; round: RoundRow | undefined }>> {
  const version = await newestVersion(call, code);
  if (version === undefined) return no('notFound');
  const programme = await programmeAt(call, code, version);
  const round = roundId ? await findRound(call, roundId) : undefined;
  if (roundId ? round?.programme_code !== code : programme.rounds) return no(roundId ? 'notFound' : 'roundNeeded', { field: 'roundId' });
  if (round && isPast(round.closes_at, call.clock.now())) return no('deadlinePassed', { params: { closedOn: lastDayOf(round.closes_at), received: receivedAt(call.clock.now()) } });
  if (!round) return yes({ programme, round });
  return yes({ programme: await programmeAt(call, code, round.programme_version), round });
}

/** The best one the person is entitled to; where the institution's level decides, that level's even before the person is. */
async function suggestedCategory(call: Call, programme: Programme, personId: string, pinned: string | null): Promise<string> {
  if (Object.keys(programme.categories).length === 0) return '';
  const open = categoriesAt(programme, (await peopleById(call, [personId])).get(personId)?.organisationPath ?? '');
  return bestCategory(programme, await assessPerson(call, programme, personId, pinned), open) ?? open.find((key) => programme.categories[key]?.organisations) ?? '';
}

type Entering = { programme: Programme; round: RoundRow | undefined; personId: string; category: string };

async function enter(call: Call, { programme, round, personId, category }: Entering): Promise<Opened> {
  const person = (await peopleById(call, [personId])).get(personId);
  const hiring = round !== undefined && round.places_account !== null;
  const caseId = call.newId('case');
  const number = await nextNumber(call, programme.prefix);
  await addCase(call, {
    id: caseId, number, programme, roundId: round?.id ?? null, personId, category,
    // a posting belongs to the institution that hires; any other case to the institution where the person works
    organisationId: hiring ? round.organisation_id : person?.organisationId ?? '', organisationPath: hiring ? round.organisation_path : person?.organisationPath ?? '',
    policyVersion: round ? round.policy_version : (await policyFor(call, programme))?.version ?? null, // one round, one rule
    dueAt: dueAt(programme, programme.start, call.clock.now(), call.calendar),
  });
  await audit(call, { act: 'case.open', subject: caseId, detail: { programme: programme.code, version: programme.version } });
  const { prefilled, own, total } = fillingOf(await liveForm(call, { programme, category, person_id: personId, answers: {} }));
  return { caseId, number, filled: prefilled + own, total };
}
