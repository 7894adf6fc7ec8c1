import { no, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { works } from '#registry/server/public.ts';
import type { Answers } from '../domain/form.ts';
import { caseForm, chosenWorks } from './caseForm.ts';
import type { FoundCase } from './case.store.ts';

/** The works of a case with the level of title they are handed in for. */
async function chosenOf(call: Call, found: FoundCase) {
  return { personId: found.person_id, workIds: chosenWorks(await caseForm(call, found)), level: found.programme.certificate?.level ?? '', subject: found.id };
}

/** The works typed into the form, also those that are gone or another's, which the form itself no longer shows. */
const typedWorks = ({ answers }: FoundCase): string[] => Object.values(answers as Record<string, unknown>).flatMap((value) => (Array.isArray(value) ? value.map(String) : []));

export async function worksFit(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const answer = await works.worksFree(call, { ...await chosenOf(call, found), workIds: typedWorks(found) });
  return answer.ok ? undefined : answer;
}

export async function sharesConfirmed(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const open = await works.sharesOpen(call, (await chosenOf(call, found)).workIds);
  return open.length === 0 ? undefined : no('sharesOpen', { params: { n: open.length, who: open.map(({ name, title }) => `${name}（《${title}》）`).join('、') } });
}

export async function enterWorks(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const answer = await works.enterWorks(call, { ...await chosenOf(call, found), workIds: typedWorks(found), number: found.number });
  return answer.ok ? undefined : answer;
}

export async function verifyWorks(call: Call, found: FoundCase): Promise<undefined> {
  await works.verifyWorks(call, { personId: found.person_id, evidence: found.number });
}

/** Spends the works of a granted case for its level. */
export async function spendWorks(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const answer = await works.grantWorks(call, await chosenOf(call, found));
  return answer.ok ? undefined : answer;
}

/** A case that came to nothing, or went back to its draft, holds no works. */
export const releaseWorks = (call: Call, caseId: string) => works.releaseWorks(call, caseId);

/** Are the works named in answers the person's own, each named once? Looked at when a draft is saved, so that nobody reads another's work through a form. */
export async function worksOwn(call: Call, personId: string, answers: Answers): Promise<Refusal | undefined> {
  for (const [field, value] of Object.entries(answers)) {
    if (!Array.isArray(value)) continue;
    const own = await works.worksById(call, value, personId);
    if (own.length < value.length) return no('workNotYours', { field });
    const twice = own.find(({ workId }, at) => own.findIndex((other) => other.workId === workId) !== at);
    if (twice) return no('workTwice', { field, params: { title: twice.title } });
  }
  return undefined;
}
