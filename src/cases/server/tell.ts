import type { Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { publishNotice, sendMessage } from '#bulletin/server/public.ts';
import { peopleById } from '#registry/server/public.ts';
import type { Step } from '../domain/flow.ts';
import type { FoundCase } from './case.store.ts';

/** Makes the intended result public for the term of the stage that the case has just entered; the bulletin keeps only the masked name. */
export async function publishCaseNotice(call: Call, found: FoundCase): Promise<Refusal | undefined> {
  const person = (await peopleById(call, [found.person_id])).get(found.person_id);
  const category = found.programme.categories[found.category]?.label ?? '';
  const said = { programme: found.programme.title, category, number: found.number, organisation: person?.organisationName ?? '', team: found.team_name };
  const answer = await publishNotice(call, {
    kind: 'case', title: call.say('cases.notice.title', said), body: call.say('cases.notice.body', said), people: [{ personId: found.person_id, name: person?.name ?? '' }], subject: found.id,
    opensOn: call.clock.today(), workingDays: found.programme.stages[found.stage]?.within?.workingDays ?? 1,
  });
  return answer.ok ? undefined : answer;
}

/** Tells the person where the case stands now, in the words for applicants, with the reason where one was given. */
export async function tellTalent(call: Call, found: FoundCase, step: Step, reason: string | undefined): Promise<Refusal | undefined> {
  const stage = found.programme.stages[step.to]?.label.talent ?? step.to;
  const title = call.say('cases.message.title', { programme: found.programme.title, number: found.number });
  const body = [call.say('cases.message.stage', { stage }), reason ? call.say('cases.message.reason', { reason }) : ''].filter(Boolean).join('\n');
  const answer = await sendMessage(call, { personId: found.person_id, title, body, link: `/my/cases/${found.id}` });
  return answer.ok ? undefined : answer;
}
