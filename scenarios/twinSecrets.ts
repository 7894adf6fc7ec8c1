import type { Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { clockActor } from '#platform/domain/actor.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { advanceCase, openCase, saveDraft } from '#cases/server/public.ts';
import { demoIdNumber } from '#demo/crowd.ts';
import { addPeople, correctFact } from '#registry/server/public.ts';
import { giveScore } from '#review/server/public.ts';
import { openAccount } from '#platform/server/accounts.ts';
import { tellTie } from '../src/review/server/tellTie.ts';
import type { Asked } from './askings.ts';
import type { Told, Twins } from './twins.ts';

export type Side = 'left' | 'right';

/** One thing that may differ between two worlds: how each is told it, who may know, and what the questions turn around. */
export type Secret = {
  name: string;
  /** Another region from which it is asked after, beside Putuo. */
  elsewhere: 'cixi' | 'harbin';
  /** The same actions on both sides, but for the secret; gives the ids that the questions are about, the same on both. */
  tell(world: Told, actors: Twins['actors'], side: Side): Promise<Record<string, string[]>>;
  mayKnow(who: string, actor: Actor): boolean;
  /** Questions beside those of the routes: writes that must be refused alike. */
  also?: Asked[];
};

const region = 'putuo';
const applicant = 'liu-wenying';

const doing = <I, O>(world: Told, actor: Actor, what: (call: Call, input: I) => Promise<Answer<O>>, input: I): Promise<O> => perform(world, actor, what, input).then(expectYes);

/** Somebody of the cast. */
export function castActor(actors: Twins['actors'], key: string): Actor {
  const actor = actors.get(key);
  if (!actor) throw new Error(`the cast has no ${key}`);
  return actor;
}

const caseOf = async (world: Told, personId: string) =>
  world.db.selectFrom('case').select(['id', 'step_count', 'number']).where('region_id', '=', region).where('person_id', '=', personId).orderBy('opened_at', 'desc').executeTakeFirstOrThrow();

/** The applicant's case goes to its panel; whoever of the pool steps back beforehand is not seated. */
async function seatPanel(world: Told, actors: Twins['actors'], stepBack: readonly string[]) {
  const { personId } = castActor(actors, applicant);
  const { name } = await world.db.selectFrom('person').select('name').where('region_id', '=', region).where('id', '=', personId).executeTakeFirstOrThrow();
  for (const key of stepBack) await doing(world, castActor(actors, key), tellTie, { name, kind: 'interest', note: '' });
  const found = await caseOf(world, personId);
  await doing(world, castActor(actors, 'shen-yanqiu'), advanceCase, { caseId: found.id, action: 'pass', seen: found.step_count });
  const panel = await world.db.selectFrom('panel').select('id').where('region_id', '=', region).where('subject', '=', found.id).executeTakeFirstOrThrow();
  const seats = await world.db.selectFrom('panel_seat').innerJoin('expert', 'expert.id', 'panel_seat.expert_id').select('expert.person_id').where('panel_id', '=', panel.id).orderBy('expert.id').execute();
  const seated = seats.map(({ person_id }) => [...actors].find(([, actor]) => actor.personId === person_id)?.[0] ?? '');
  return { panelId: panel.id, seated, about: { caseId: [found.id], subject: [found.id], personId: [personId], panelId: [panel.id], q: [name, found.number] } };
}

const marks = { ethics: 9, clinical: 30, discipline: 20, research: 12, service: 13 };
const pools: Record<Side, string[]> = { left: ['fang-jibai', 'luo-mingqian'], right: ['he-shouzheng', 'yan-jingzhi'] };

/** Who reviewed: the same scores, by other people. Both offices and those people themselves may know, and who reads the trail. */
const whoReviewed: Secret = {
  name: 'who reviewed', elsewhere: 'cixi',
  async tell(world, actors, side) {
    const { panelId, seated, about } = await seatPanel(world, actors, pools[side]);
    const others = seated.filter((key) => key !== 'xie-daoyun');
    if (others.length !== 2 || others.some((key) => pools[side].includes(key))) throw new Error(`the panel is ${seated.join()}`);
    for (const key of others) await doing(world, castActor(actors, key), giveScore, { panelId, marks, opinion: '' });
    return about;
  },
  mayKnow: (who, actor) => actor.regionId === region && (actor.role === 'bureau' || actor.role === 'auditor' || [...pools.left, ...pools.right].includes(who)),
};

/** A score before all are in: only its giver may know. */
const hiddenScore: Secret = {
  name: 'a hidden score', elsewhere: 'cixi',
  async tell(world, actors, side) {
    const { panelId, about } = await seatPanel(world, actors, pools.left);
    await doing(world, castActor(actors, 'he-shouzheng'), giveScore, { panelId, marks: { ...marks, clinical: side === 'left' ? 22 : 34.5 }, opinion: side === 'left' ? '一般' : '优秀，建议优先考虑' });
    return about;
  },
  mayKnow: (who) => who === 'he-shouzheng',
};

/** The colour of a health file: the person's own. */
const healthColour: Secret = {
  name: 'a health colour', elsewhere: 'cixi',
  async tell(world, actors, side) {
    const talent = castActor(actors, applicant);
    await doing(world, talent, correctFact, { personId: talent.personId, kind: '健康档案颜色', value: side === 'left' ? '绿' : '红', evidence: '体检报告' });
    return { personId: [talent.personId], kind: ['健康档案颜色'], fact: ['健康档案颜色'], q: ['健康', '红'] };
  },
  mayKnow: (who) => who === applicant,
};

/** Who applies in another region: nobody outside it may tell. */
const foreigner: Secret = {
  name: 'a candidate of another region', elsewhere: 'harbin',
  async tell(world, actors, side) {
    const told = side === 'left' ? { name: '欧阳若水', birth: '1989-05-06', male: false } : { name: '单雄信', birth: '1991-11-12', male: true };
    const office = castActor(actors, 'zheng-huaijin');
    const { personIds: [personId = ''] } = await doing(world, office, addPeople, { people: [{
      cause: 'twins', idNumber: demoIdNumber(told.birth, 77, told.male), name: told.name, phone: '', source: 'self', evidence: '本人填报', facts: [{ kind: '专业', value: '麻醉' }],
    }] });
    const { id } = await performAsClock(world, 'cixi', openAccount, { signInName: `twin-${side}`, name: told.name, role: 'talent', personId }).then(expectYes);
    const round = await world.db.selectFrom('case_round').select('id').where('region_id', '=', 'cixi').where('title', 'like', '%麻醉%').executeTakeFirstOrThrow();
    const talent: Actor = { ...clockActor('cixi'), accountId: id, personId, role: 'talent' };
    const { caseId } = await doing(world, talent, openCase, { programme: 'hiring', roundId: round.id });
    await doing(world, talent, saveDraft, { caseId, saved: 0, answers: { experience: '麻醉科工作五年' } });
    return { caseId: [caseId], subject: [caseId], personId: [personId], roundId: [round.id], q: ['欧阳若水', '单雄信', 'ouyang'] };
  },
  mayKnow: (_who, actor) => actor.regionId === 'cixi',
  also: [{ who: 'qi-hong', method: 'POST', url: '/api/registry/people', body: { idNumber: demoIdNumber('1989-05-06', 77, false), name: '欧阳若水', facts: [] } }],
};

/** The four secrets that every role is tried on. */
export const secrets: readonly Secret[] = [whoReviewed, hiddenScore, healthColour, foreigner];
