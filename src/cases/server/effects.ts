import type { Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { formOf } from '#platform/server/content.store.ts';
import { withdrawNotice } from '#bulletin/server/public.ts';
import { correctFact, employ, factKindsOf } from '#registry/server/public.ts';
import { checkFactValue } from '#registry/domain/factValue.ts';
import { dissolvePanel, enterReview, invitePanel, leaveReview, panelState } from '#review/server/public.ts';
import type { BlindFile } from '#review/domain/blindFile.ts';
import type { FormField, TakeStep } from '../domain/contract.ts';
import { reviewedWorks } from './reviewedWorks.ts';
import type { Step } from '../domain/flow.ts';
import { planInstalments } from '../domain/instalments.ts';
import type { Effect } from '../domain/programme.ts';
import { assessCase } from './assessCase.ts';
import { liveForm } from './caseForm.ts';
import { caseDocuments } from './caseDocuments.ts';
import { changeCase, type FoundCase } from './case.store.ts';
import { issueCertificate } from './certificate.ts';
import { enterWorks, releaseWorks, verifyWorks } from './caseWorks.ts';
import { addInstalments } from './instalment.store.ts';
import { clawBack, payNextInstalment } from './payments.ts';
import { holdPlace, postPlace, returnPlace, voidPlace } from './places.ts';
import { findRound } from './round.store.ts';
import { publishCaseNotice, tellTalent } from './tell.ts';

type Doing = { call: Call; found: FoundCase; step: Step; ask: TakeStep };
type Run = (doing: Doing) => Promise<Refusal | undefined>;

/** What each effect does; it happens in the transaction of the step, and a refusal takes the whole step back. The compiler asks for every one. */
const runs: Record<Effect, Run> = {
  freezeForm, assessEligibility, invitePanel: seatPanel, enterReview: joinRound, startInstalments, employTalent, issueDecision,
  holdQuota: ({ call, found }) => holdPlace(call, found),
  postQuota: ({ call, found }) => postPlace(call, found),
  voidQuota: ({ call, found }) => voidPlace(call, found),
  returnQuota: ({ call, found }) => returnPlace(call, found),
  publishNotice: ({ call, found }) => publishCaseNotice(call, found),
  payInstalment: ({ call, found }) => payNextInstalment(call, found),
  clawback: ({ call, found }) => clawBack(call, found),
  enterWorks: ({ call, found }) => enterWorks(call, found),
  verifyWorks: ({ call, found }) => verifyWorks(call, found),
  issueCertificate: ({ call, found }) => issueCertificate(call, found),
  dissolvePanel: async ({ call, found }) => { await dissolvePanel(call, found.id); return undefined; },
  notifyTalent: ({ call, found, step, ask }) => tellTalent(call, found, step, ask.reason),
};

/** Runs the effects of a step in order; the first refusal ends them. */
export async function runEffects(doing: Doing): Promise<Refusal | undefined> {
  for (const effect of doing.step.effects) {
    const refused = await runs[effect](doing);
    if (refused) return refused;
  }
  await leave(doing);
  return undefined;
}

/** A case that ends without a grant, or goes back, leaves no panel and no notice standing. */
async function leave(doing: Doing): Promise<void> {
  const { call, found: { id, programme }, step } = doing;
  const to = programme.stages[step.to];
  if (to?.outcome === 'refused') await assessEligibility(doing); // the letter and the page say what was true when it was refused
  const fails = to?.outcome !== undefined && to.outcome !== 'granted';
  if (programme.certificate && (fails || to?.kind === 'draft')) await releaseWorks(call, id);
  if (fails && to.outcome !== 'refused') await leaveReview(call, id); // what the round refused stays in its record
  if (fails && !programme.review && (await panelState(call, id))) await dissolvePanel(call, id);
  if (fails && programme.stages[step.from]?.kind === 'notice') await withdrawNotice(call, { subject: id });
}

/** Keeps a readable copy of the form as submitted; corrections of the file go back to it as the person's own word. */
async function freezeForm({ call, found }: Doing): Promise<Refusal | undefined> {
  const filled = await liveForm(call, found);
  await changeCase(call, found.id, { frozen: JSON.stringify(filled) });
  const kinds = factKindsOf(call.region).kinds;
  for (const field of filled.flatMap((section) => section.fields)) {
    const kind = field.fact ? kinds.get(field.fact) : undefined;
    if (!kind || field.value === null || Array.isArray(field.value) || field.source?.kind !== 'self' || field.source.text !== '') continue;
    const checked = checkFactValue(kind, field.value);
    if (!checked.ok) return { ...checked, detail: { ...checked.detail, field: field.key } };
    const corrected = await correctFact(call, { personId: found.person_id, kind: kind.name, value: checked.value, evidence: found.number });
    if (!corrected.ok) return corrected;
  }
  return undefined;
}

async function assessEligibility({ call, found }: Doing): Promise<undefined> {
  const assessed = await assessCase(call, found);
  if (assessed) await changeCase(call, found.id, { assessment: JSON.stringify(assessed) });
}

/** Invites a panel; it reads a copy without name, number or institution. */
async function seatPanel({ call, found }: Doing): Promise<Refusal | undefined> {
  const { panel } = found.programme;
  if (!panel) throw new Error(`${found.programme.code} invites a panel of unstated size`);
  const { fields, file } = await reviewedFile(call, found);
  const sheet = found.programme.categories[found.category]?.sheet;
  const answer = await invitePanel(call, {
    subject: found.id, fields, applicantPersonId: found.person_id, organisationId: found.organisation_id, size: panel.size, file, blinding: 'single',
    ...(sheet ? { sheet } : {}),
  });
  return answer.ok ? undefined : answer;
}

/** Puts the case into the review round of its own round; the first case opens it and pins the rules. */
async function joinRound({ call, found }: Doing): Promise<Refusal | undefined> {
  const rules = found.programme.review;
  const round = found.round_id ? await findRound(call, found.round_id) : undefined;
  const sheet = found.programme.categories[found.category]?.sheet;
  if (!rules || !round) throw new Error(`${found.programme.code} enters a review of unstated rules or without a round`);
  const answer = await enterReview(call, {
    circle: round.id, roundHeading: round.title, rules, subject: found.id, applicantPersonId: found.person_id, organisationId: found.organisation_id, otherPersonIds: [], ...(sheet ? { sheet } : {}), ...await reviewedFile(call, found),
  });
  return answer.ok ? undefined : answer;
}

/** What reviewers read of a case, and the fields it needs. */
async function reviewedFile(call: Call, found: FoundCase): Promise<{ heading: string; fields: string[]; file: BlindFile }> {
  const sections = await liveForm(call, found);
  const speciality = sections.flatMap((section) => section.fields).find(({ key }) => key === 'speciality')?.value;
  const heading = found.programme.categories[found.category]?.label ?? found.programme.title;
  const shownSections = sections.map(({ label, fields }) => ({ label, fields: fields.flatMap((field) => (field.works ? reviewedWorks(call, field.works) : [{ label: field.label, value: shown(call, field.value), source: field.source?.text ?? '' }])) }));
  return { heading, fields: typeof speciality === 'string' ? [speciality] : [], file: { heading, sections: shownSections, documents: await reviewedDocuments(call, found) } };
}

/** Documents whose content is here. A double-blind review gets only those that name nobody on their pages. */
async function reviewedDocuments(call: Call, found: FoundCase): Promise<BlindFile['documents']> {
  const asked = (await caseDocuments(call, found)).filter(({ kind }) => found.programme.review?.blinding !== 'double' || found.programme.documents[kind]?.unnamed === true);
  const kept = asked.flatMap(({ label, files }) => files.flatMap(({ content }) => (content === null ? [] : [{ label, content }])));
  const documents: BlindFile['documents'] = [];
  for (const document of kept) documents.push({ ...document, form: await formOf(call, document.content) });
  return documents;
}

const shown = (call: Call, value: FormField['value']) => (value === null ? '' : typeof value === 'boolean' ? call.say(value ? 'cases.yes' : 'cases.no') : String(value));

async function startInstalments({ call, found }: Doing): Promise<undefined> {
  await addInstalments(call, found.id, planInstalments(found.programme, found.granted_fen, call.clock.today()));
}

/** The person of a hiring case now works at the institution of the posting. */
async function employTalent({ call, found }: Doing): Promise<Refusal | undefined> {
  const round = found.round_id ? await findRound(call, found.round_id) : undefined;
  const answer = await employ(call, { personId: found.person_id, organisationId: found.organisation_id, from: call.clock.today(), post: round?.title ?? '' });
  return answer.ok ? undefined : answer;
}

/** The decision stands from this day; its words reach the person as a message of its own. */
async function issueDecision({ call, found, step }: Doing): Promise<Refusal | undefined> {
  return tellTalent(call, found, step, call.say('cases.decisionIssued', { number: found.number, programme: found.programme.title }));
}
