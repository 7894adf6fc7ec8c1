import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Given } from '#platform/domain/contract.ts';
import type { Call } from '#platform/server/call.ts';
import { maySeePerson, peopleById } from '#registry/server/public.ts';
import type { reviewContract } from '../domain/contract.ts';
import { conflictsWith, type About } from './conflictsWith.ts';
import { listExperts } from './expertPool.ts';
import { openPanelOf } from './review.store.ts';
import { entryOf } from './round.store.ts';

type Ask = { personId?: string | undefined; subject?: string | undefined; expertId?: string | undefined };

/** May X sit on Y? Every expert of the pool with the reasons against, before anybody is invited. */
export async function listConflicts(call: Call, ask: Ask): Promise<Answer<Given<typeof reviewContract.listConflicts>>> {
  const about = await aboutOf(call, ask);
  if (!about) return no('notFound');
  const pool = await listExperts(call);
  if (!pool.ok) return pool;
  const rows = pool.value.rows.filter((row) => row.standing !== 'left' && (ask.expertId === undefined || row.expertId === ask.expertId));
  const found = await conflictsWith(call, rows.map((row) => ({ id: row.expertId, person_id: row.personId, organisation_id: row.organisationId })), about);
  const people = await peopleById(call, about.personIds);
  return yes({
    about: about.personIds.map((id) => people.get(id)?.name ?? ''),
    rows: rows.map(({ expertId, name, organisation, fields, standing, load }) => ({
      expertId, name, organisation, fields, standing, load, conflicts: (found.get(expertId) ?? []).map(({ kind, source, detail = null }) => ({ kind, source: sourceWords(call, source), detail })),
    })),
  });
}

/** Whom a question is about: everybody behind a file that is being judged, or one person the office may see. */
async function aboutOf(call: Call, { subject, personId }: Ask): Promise<About | undefined> {
  if (subject) {
    const entry = await entryOf(call, subject);
    if (entry) return { personIds: [entry.applicant_person_id, ...entry.other_person_ids], organisationId: entry.organisation_id };
    const panel = await openPanelOf(call, subject);
    return panel && { personIds: [panel.applicant_person_id], organisationId: panel.organisation_id };
  }
  return personId && (await maySeePerson(call, personId)) ? { personIds: [personId] } : undefined;
}

/** Where a conflict is known from, in words; which account declared it stays in the record. */
export const sourceWords = (call: Call, source: string): string => {
  const [origin = '', part = ''] = source.split(':');
  const key = origin === 'registry' || origin === 'pool' || origin === 'subject' ? `${origin}${part ? `.${part}` : ''}` : origin === 'declared' ? 'declared' : 'recorded';
  return call.say(`review.source.${key}`);
};
