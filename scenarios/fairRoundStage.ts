import { clockActor, visitorActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { demoPdf } from '#demo/demoPdf.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { addFile, advanceCase, listEntitled, openCase, saveDraft } from '#cases/server/public.ts';
import { addExpert, giveScore } from '#review/server/public.ts';
import { commitmentOf } from '#review/domain/draw.ts';
import { drawParties, type DrawParty } from '#review/domain/drawList.ts';
import { carryOutAssignment } from '../src/review/server/assignRound.ts';
import { commitNumber, revealNumber } from '../src/review/server/drawParty.ts';
import { enterExternal } from '../src/review/server/enterExternal.ts';
import { publishDraw } from '../src/review/server/publishDraw.ts';
import type { Theatre } from './theatre.ts';

const answers = { achievement: '牵头建立本专业质控流程', fit: '对应本区紧缺专业', promise: true };
const nonces: Record<DrawParty, string> = { personnel: 'a1'.repeat(16), discipline: 'b2'.repeat(16), applicants: 'c3'.repeat(16) };

/** What happens in the round beside the pages the story walks: people, files, drawn numbers, scores. All of it by the real actions. */
export function fairRoundStage({ app }: Theatre) {
  const doing = async <I, O>(actor: Actor, act: (call: Call, input: I) => Promise<Answer<O>>, input: I): Promise<O> => expectYes(await perform(app, actor, act, input));
  const staff = async (name: string): Promise<Actor> => {
    const row = await app.db.selectFrom('account').selectAll().where('region_id', '=', 'putuo').where('display_name', '=', name).executeTakeFirstOrThrow();
    return { accountId: row.id, personId: row.person_id, role: row.role as Actor['role'], regionId: 'putuo', organisationId: row.organisation_id, organisationPath: row.organisation_path };
  };
  const account = async (name: string, role: Actor['role'], personId: string): Promise<Actor> => {
    const { id } = expectYes(await performAsClock(app, 'putuo', openAccount, { signInName: `fair:${personId}`, name, role, personId, demo: true }));
    return { ...clockActor('putuo'), accountId: id, personId, role };
  };
  const stepOf = async (caseId: string) => (await app.db.selectFrom('case').select('step_count').where('id', '=', caseId).executeTakeFirstOrThrow()).step_count;
  const step = async (actor: Actor, caseId: string, action: string, more: object = {}) => doing(actor, advanceCase, { caseId, action, seen: await stepOf(caseId), ...more });

  /** Experts of institutions that no applicant comes from, each with a phone of his own. */
  const moreExperts = async (institutions: string[]) => {
    const office = await staff('沈砚秋');
    for (const institution of institutions) {
      const { id, name } = await app.db.selectFrom('person').select(['id', 'name']).where('region_id', '=', 'putuo').where('organisation_id', '=', `putuo-${institution}`).orderBy('id').limit(1).executeTakeFirstOrThrow();
      await doing(office, addExpert, { personId: id, organisationId: `putuo-${institution}`, fields: ['全科'], level: '副高', external: false, from: '2026-01-01', to: '2028-12-31' });
      await account(name, 'reviewer', id);
    }
  };

  /** Entitled people of an institution apply in a round, are endorsed and screened into the review. */
  const apply = async (roundId: string, hrName: string, count: number): Promise<{ caseId: string; name: string; actor: Actor }[]> => {
    const [hr, office] = [await staff(hrName), await staff('沈砚秋')];
    const { rows } = await doing(hr, listEntitled, { programme: 'talent-recognition', category: 'shortage', limit: 200 });
    const chosen = rows.filter(({ verdict, openCase: open }) => verdict === 'yes' && !open);
    const applied = [];
    for (const { personId, name } of chosen) {
      if (applied.length === count) break;
      const actor = await account(name, 'talent', personId);
      const { caseId } = await doing(actor, openCase, { programme: 'talent-recognition', roundId, category: 'shortage' });
      const { missing } = await doing(actor, saveDraft, { caseId, saved: 0, answers, category: 'shortage' });
      if (missing.length > 0) continue; // a file of the crowd with gaps stays a draft
      for (const kind of ['diploma', 'title', 'contract']) await doing(actor, addFile, { caseId, kind, shownName: `${kind}.pdf`, content: await demoPdf(kind) });
      await step(actor, caseId, 'submit');
      await step(hr, caseId, 'endorse');
      await step(office, caseId, 'pass');
      applied.push({ caseId, name, actor });
    }
    return applied;
  };

  return { doing, staff, step, moreExperts, apply };
}

type Stage = ReturnType<typeof fairRoundStage>;

/** The public draw from the list to the result; the clock moves to the day of the outside number. */
export async function drawPanel({ app }: Theatre, { doing, staff }: Stage, reviewRoundId: string): Promise<string> {
  const office = await staff('沈砚秋');
  const { drawId, inputHash, codes } = await doing(office, publishDraw, {
    reviewRoundId, commitBy: new Date('2026-11-24T17:00:00+08:00'), revealBy: new Date('2026-11-25T17:00:00+08:00'), external: '福彩 3D 开奖号', externalOn: '2026-11-25', representatives: { personnel: '程一', discipline: '苗二', applicants: '单三' },
  });
  const codeOf = (party: DrawParty) => codes.find((each) => each.party === party)?.code ?? '';
  for (const party of drawParties) await doing(visitorActor('putuo'), commitNumber, { drawId, code: codeOf(party), commitment: commitmentOf(inputHash, party, nonces[party]) });
  for (const party of drawParties) await doing(visitorActor('putuo'), revealNumber, { drawId, code: codeOf(party), nonce: nonces[party] });
  app.clock.moveTo('2026-11-25');
  await doing(office, enterExternal, { drawId, externalNumber: '4-1-7' });
  return drawId;
}

/** The drawn panel scores its files: better files get more, and some reviewers are stricter than others. */
export async function scoreFiles({ app }: Theatre, { doing, staff }: Stage, reviewRoundId: string): Promise<void> {
  await doing(await staff('沈砚秋'), carryOutAssignment, { reviewRoundId });
  const seats = await app.db.selectFrom('panel_seat').innerJoin('panel', 'panel.id', 'panel_seat.panel_id').innerJoin('review_subject', 'review_subject.subject', 'panel.subject').innerJoin('expert', 'expert.id', 'panel_seat.expert_id')
    .select(['panel.id as panelId', 'review_subject.number', 'expert.person_id', 'expert.id as expertId']).where('panel.review_round_id', '=', reviewRoundId).orderBy('expert.id').orderBy('review_subject.number').execute();
  const strict = new Map([...new Set(seats.map(({ expertId }) => expertId))].map((expertId, index) => [expertId, index % 4]));
  for (const seat of seats) {
    const given = 34 - seat.number * 0.5 - (strict.get(seat.expertId) ?? 0) * 2;
    await doing({ ...clockActor('putuo'), accountId: `acc-${seat.person_id}`, personId: seat.person_id, role: 'reviewer' }, giveScore, { panelId: seat.panelId, marks: { ethics: 9, clinical: given, discipline: 21, research: 12, service: 12 }, opinion: '' });
  }
}
