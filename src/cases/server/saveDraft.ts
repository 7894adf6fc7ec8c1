import type { z } from 'zod';
import { no, yes, type Answer } from '#platform/domain/answer.ts';
import { audit } from '#platform/server/audit.ts';
import type { Call } from '#platform/server/call.ts';
import type { SaveDraft } from '../domain/contract.ts';
import { missingFields } from '../domain/filledForm.ts';
import { Answers, faultsIn } from '../domain/form.ts';
import { changeCase, findCase } from './case.store.ts';
import { categoriesAt } from './assessCase.ts';
import { worksOwn } from './caseWorks.ts';
import { liveForm } from './caseForm.ts';
import { changedMeanwhile } from './changedMeanwhile.ts';

/** Keeps what was typed so far; the last save somebody saw must still be the last one. Allowed after the deadline too: a draft is never lost. */
export async function saveDraft(call: Call, { caseId, saved, answers, category, teamName }: z.input<typeof SaveDraft> & { caseId: string }): Promise<Answer<{ saved: number; missing: string[] }>> {
  const found = await findCase(call, caseId, { lock: true });
  if (!found) return no('notFound');
  if (found.programme.stages[found.stage]?.kind !== 'draft') return no('draftOver', { params: { stage: found.programme.stages[found.stage]?.label.talent ?? '' } });
  if (found.saved_count !== saved) return changedMeanwhile(call, caseId);
  if (category && !found.programme.categories[category]) return no('categoryUnknown', { field: 'category' });
  if (category && !categoriesAt(found.programme, found.organisation_path).includes(category)) return no('categoryElsewhere', { field: 'category', params: { category: found.programme.categories[category]?.label ?? '' } });
  const [fault, ...more] = faultsIn(found.programme.form, answers);
  if (fault) return no(fault.reason, { field: fault.field, problems: [fault, ...more] });
  const foreign = await worksOwn(call, found.person_id, answers);
  if (foreign) return foreign;
  const kept = { ...Answers.parse(found.answers), ...answers };
  await changeCase(call, caseId, {
    answers: JSON.stringify(kept), saved_count: saved + 1, ...(category === undefined ? {} : { category }), ...(teamName === undefined ? {} : { team_name: teamName }),
  });
  await audit(call, { act: 'case.save', subject: caseId, detail: { saved: saved + 1 } });
  return yes({ saved: saved + 1, missing: missingFields(await liveForm(call, { ...found, category: category ?? found.category, answers: kept })).map(({ key }) => key) });
}
