import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorActor, type Actor } from '#platform/domain/actor.ts';
import { expectYes, type Answer } from '#platform/domain/answer.ts';
import { sayIn } from '#platform/domain/words.ts';
import { perform, performAsClock, type Call } from '#platform/server/call.ts';
import { brokenInvariants } from '#platform/server/invariants.ts';
import { testDatabase, testDay } from '#platform/server/testDatabase.ts';
import { addDays } from '#platform/clock/workingDays.ts';
import { blockingPairs, placementFaults } from '#matching/domain/market.ts';
import { addPeople, openOrganisations } from '#registry/server/public.ts';
import { demoIdNumber } from '#demo/crowd.ts';
import { randomly } from '#demo/randomly.ts';
import zh from '../words.zh.ts';
import { pairingOf, placementOf } from '../domain/pairing.ts';
import { addEntrants, joinPairing } from './addEntrants.ts';
import { comparePairings } from './comparePairings.ts';
import { exportPairs } from './exportPairs.ts';
import { openPairing } from './openPairing.ts';
import { listOwnPairings } from './ownPairings.ts';
import { assessPair, confirmMeeting, endPair, recordMeeting, setGoal } from './pairLife.ts';
import { declinePair, previewRematch, rematchPairing } from './rematch.ts';
import { runPairing } from './runPairing.ts';
import { viewPair } from './viewPair.ts';
import { listPairs, viewPairing } from './viewPairing.ts';
import { enterWishLists, handInWishes, saveWishes } from './wishes.ts';

const app = { ...(await testDatabase()), say: (key: string, params?: Record<string, string | number>) => sayIn(zh, key, params) };
expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
const bureau: Actor = { ...visitorActor('putuo'), accountId: 'acc_office', role: 'bureau' };
const people = expectYes(await performAsClock(app, 'putuo', addPeople, { people: Array.from({ length: 12 }, (_, at) => ({
  cause: `test:${at}`, idNumber: demoIdNumber('1980-01-01', at + 1, true), name: `人员${'甲乙丙丁戊己庚辛壬癸子丑'[at]}`, phone: '', facts: [{ kind: '科室', value: '内科' }],
  employment: { organisationId: at % 2 ? 'putuo-zxyy' : 'putuo-rmyy', from: '2020-01-01', post: '医师' }, source: 'import' as const, evidence: '花名册',
})) })).personIds;
const talent = (at: number): Actor => ({ ...visitorActor('putuo'), accountId: `acc_${at}`, role: 'talent', personId: people[at] ?? '' });
const as = <I, O>(actor: Actor, doing: (call: Call, input: I) => Promise<Answer<O>>, input: I) => perform(app, actor, doing, input);

const saidBy = async <T>(answer: Promise<Answer<T>>): Promise<string> => {
  const found = await answer;
  assert.ok(!found.ok);
  const said = app.say(`reason.${found.reason}`, found.detail?.params);
  assert.ok(!/[{}]/.test(said), said);
  return said;
};

type Opened = { roundId: string; masters: string[]; pupils: string[] };

/** Masters are the first people, pupils those after them. */
async function openRound(places: number[], pupils: number, fields = ['western']): Promise<Opened> {
  app.clock.moveTo(testDay);
  const { roundId } = expectYes(await as(bureau, openPairing, { plan: 'medical-lineage', title: '试配', closesOn: addDays(testDay, 5) }));
  const entrants = [
    ...places.map((count, at) => ({ personId: people[at] ?? '', side: 'master' as const, fields, places: count })),
    ...Array.from({ length: pupils }, (_, at) => ({ personId: people[places.length + at] ?? '', side: 'pupil' as const, fields, places: 1 })),
  ];
  const { entryIds } = expectYes(await as(bureau, addEntrants, { roundId, entrants }));
  return { roundId, masters: entryIds.slice(0, places.length), pupils: entryIds.slice(places.length) };
}

const close = () => app.clock.moveTo(addDays(testDay, 6));

test('从收志愿到结束：青年与名师在手机上填，办公室比较后配对，双方记录、考核，到期结束', async () => {
  const { roundId, masters, pupils } = await openRound([1, 1], 2);
  expectYes(await as(talent(2), saveWishes, { entryId: pupils[0] ?? '', wishes: [masters[1] ?? ''] }));
  expectYes(await as(talent(2), handInWishes, { entryId: pupils[0] ?? '', wishes: [masters[0] ?? '', masters[1] ?? ''] }));
  expectYes(await as(talent(3), handInWishes, { entryId: pupils[1] ?? '', wishes: [masters[0] ?? '', masters[1] ?? ''] }));
  expectYes(await as(bureau, enterWishLists, { roundId, text: '师001 徒002 徒001\n师002 徒001 徒002' }));
  assert.match(await saidBy(as(bureau, runPairing, { roundId, rule: 'stable', reason: '双方都不愿换' })), /才截止，截止后才能配对/);
  close();
  const { proposals } = expectYes(await as(bureau, comparePairings, { roundId }));
  assert.deepEqual(proposals.map(({ rule, placed, blocking }) => [rule, placed, blocking.length]), [['stable', 2, 0], ['young', 2, 0], ['most', 2, proposals[2]?.blocking.length]]);
  expectYes(await as(bureau, runPairing, { roundId, rule: 'stable', reason: '双方都不愿换' }));
  assert.match(await saidBy(as(bureau, runPairing, { roundId, rule: 'most', reason: '再来一次' })), /已经配对/);
  const own = expectYes(await as(talent(2), listOwnPairings, {})).entries[0];
  assert.deepEqual(own?.pairs.map(({ called, rank }) => [called, rank]), [['师002', 2]]);
  assert.deepEqual(own?.missed.map(({ called, reason }) => [called, reason]), [['师001', 'full']]);
  const pairId = own?.pairs[0]?.pairId ?? '';
  expectYes(await as(talent(1), setGoal, { pairId, content: '独立完成二十例', dueOn: '2027-06-30' }));
  expectYes(await as(talent(1), recordMeeting, { pairId, content: '门诊带教半天', heldOn: addDays(testDay, 6) }));
  const ties = await app.pool.query<{ person_id: string; other_person_id: string; kind: string; valid_to: string | null }>('select person_id, other_person_id, kind, valid_to from tie where source = $1', [`pairing:${pairId}`]);
  assert.deepEqual(ties.rows, [{ person_id: people[1], other_person_id: people[2], kind: 'mentor', valid_to: null }], '评审的回避检查从此知道这是师徒');
  const view = expectYes(await as(talent(2), viewPair, { pairId }));
  assert.deepEqual([view.wish, view.standing, view.goals.length, view.meetings[0]?.confirmed], [2, null, 1, false], '青年看得到自己的志愿序，看不到名师把他排第几');
  expectYes(await as(talent(2), confirmMeeting, { meetingId: view.meetings[0]?.meetingId ?? '' }));
  for (const actor of [talent(1), talent(2), bureau]) expectYes(await as(actor, assessPair, { pairId, year: 2026, level: '合格', comment: '按计划带教' }));
  expectYes(await as(bureau, endPair, { pairId, result: '优秀', reason: '期满考核' }));
  const ended = expectYes(await as(bureau, viewPair, { pairId }));
  assert.deepEqual([ended.state, ended.result, ended.assessments.length], ['ended', '优秀', 3]);
  assert.match(await saidBy(as(talent(2), declinePair, { pairId, reason: '不想继续' })), /已经退出或结束/);
  const sheet = expectYes(await as(bureau, exportPairs, { roundId }));
  assert.ok(sheet.content.length > 1000 && sheet.fileName.startsWith('试配'));
});

test('谁也看不到别人的志愿：别人的条目、别人的结对、没参加的人，都是同一个“没有”', async () => {
  const { roundId, masters, pupils } = await openRound([1], 2);
  expectYes(await as(talent(1), handInWishes, { entryId: pupils[0] ?? '', wishes: masters }));
  expectYes(await as(bureau, enterWishLists, { roundId, text: '师001 徒001' }));
  const seen = expectYes(await as(talent(2), listOwnPairings, {})).entries.find(({ round }) => round.roundId === roundId);
  assert.ok(seen && !JSON.stringify(seen).includes(pupils[0] ?? '-'), '另一名青年的条目不在回答里');
  const master = expectYes(await as(talent(0), listOwnPairings, {})).entries.find(({ round }) => round.roundId === roundId);
  assert.deepEqual(master?.choices.map(({ entryId }) => entryId).toSorted(), pupils.toSorted(), '截止前名师看到全部可选的人，看不出谁选了他');
  assert.deepEqual(Object.keys(master?.choices[0] ?? {}).toSorted(), ['called', 'entryId', 'fields', 'name', 'organisation', 'places', 'side', 'title']);
  const other = await as(talent(2), handInWishes, { entryId: pupils[0] ?? '', wishes: masters });
  assert.deepEqual(other, await as(talent(2), handInWishes, { entryId: 'pen_none', wishes: masters }));
  close();
  expectYes(await as(bureau, runPairing, { roundId, rule: 'stable', reason: '双方都不愿换' }));
  const pairId = expectYes(await as(bureau, listPairs, { roundId })).rows[0]?.pairId ?? '';
  for (const doing of [viewPair, declinePair] as const) assert.deepEqual(await as(talent(2), doing as typeof declinePair, { pairId, reason: '与我无关' }), { ok: false, reason: 'notFound' });
  const alone = expectYes(await as(talent(2), listOwnPairings, {})).entries.find(({ round }) => round.roundId === roundId);
  assert.deepEqual([alone?.pairs, alone?.missed], [[], []], '没交志愿的人没有参加配对');
});

test('坏的输入，每一句都说得清', async () => {
  const { roundId, masters, pupils } = await openRound([2, 1], 2);
  const own = { entryId: pupils[0] ?? '' };
  const one = (personId: string, rest = {}) => ({ roundId, entrants: [{ personId, side: 'master' as const, fields: ['western'], places: 1, ...rest }] });
  const table: [Promise<Answer<unknown>>, RegExp][] = [
    [as(talent(2), handInWishes, { ...own, wishes: [masters[0] ?? '', masters[0] ?? ''] }), /第 2 志愿 师001 已经选过/],
    [as(talent(2), handInWishes, { ...own, wishes: [] }), /还没有选任何人/],
    [as(talent(2), handInWishes, { ...own, wishes: ['pen_unknown'] }), /第 1 志愿不在本轮的对方名单里/],
    [as(talent(2), handInWishes, { ...own, wishes: Array.from({ length: 9 }, () => masters[0] ?? '') }), /志愿最多 8 个，现在有 9 个/],
    [as(bureau, addEntrants, one(people[8] ?? '', { places: 0 })), /第 1 人 人员壬：可带人数应在 1 到 3 之间，填的是 0/],
    [as(bureau, addEntrants, one(people[8] ?? '', { places: 4 })), /填的是 4/],
    [as(bureau, addEntrants, one('per_unknown')), /第 1 人不在人才档案里/],
    [as(bureau, addEntrants, one(people[8] ?? '', { fields: ['magic'] })), /方向只能是中医/],
    [as(bureau, addEntrants, one(people[0] ?? '')), /人员甲 已在名单里/],
    [as(bureau, enterWishLists, { roundId, text: '徒001 师001\n徒002 师003' }), /第 2 行：没有编号“师003”的人/],
    [as(bureau, enterWishLists, { roundId, text: '徒001 师001 师001' }), /第 1 行：第 2 志愿 师001 已经选过/],
    [as(bureau, openPairing, { plan: 'nothing', title: '试配', closesOn: addDays(testDay, 3) }), /没有这个结对方案/],
    [as(bureau, openPairing, { plan: 'medical-lineage', title: '试配', closesOn: addDays(testDay, -1) }), /截止日应在/],
  ];
  for (const [answer, expected] of table) assert.match(await saidBy(answer), expected);
  close();
  assert.match(await saidBy(as(talent(2), handInWishes, { ...own, wishes: masters })), /志愿已于 2026-11-28 截止，不能再改/);
  assert.match(await saidBy(as(talent(9), joinPairing, { roundId, fields: ['western'] })), /已于 2026-11-28 截止/);
  assert.match(await saidBy(as(bureau, runPairing, { roundId, rule: 'stable', reason: '双方都不愿换' })), /配不出一对/);
  assert.equal(expectYes(await as(bureau, viewPairing, { roundId })).entrants.filter(({ handedIn }) => handedIn).length, 0);
});

test('一人退出，动的人最少：与逐一列举的全部稳定安排相比（经服务端的补配）', async () => {
  const chance = randomly('rematch');
  for (let round = 0; round < 12; round += 1) {
    const { roundId, masters, pupils } = await openRound([1 + chance.below(2), 1, 1 + chance.below(2)], 5);
    await enterChance(roundId, chance);
    close();
    const run = await as(bureau, runPairing, { roundId, rule: 'stable', reason: '双方都不愿换' });
    if (!run.ok) continue;
    const before = expectYes(await as(bureau, listPairs, { roundId })).rows;
    const leaver = chance.pick(before);
    const at = pupils.indexOf(leaver.pupil.entryId);
    expectYes(await as(talent(masters.length + at), declinePair, { pairId: leaver.pairId, reason: '外出进修一年' }));
    const preview = expectYes(await as(bureau, previewRematch, { roundId }));
    expectYes(await as(bureau, rematchPairing, { roundId, seen: preview.declined.map(({ pairId }) => pairId) }));
    const after = expectYes(await as(bureau, listPairs, { roundId })).rows.filter(({ state }) => state === 'live');
    const moved = after.filter(({ madeBy }) => madeBy === 'rematch').map(({ pupil }) => pupil.entryId);
    assert.deepEqual(moved.toSorted(), preview.moves.map(({ pupil }) => pupil.entryId).toSorted(), '动的正是预览的人');
    assert.equal(preview.stay + moved.length, after.length);
    assert.equal(moved.length, await leastMoves(roundId, leaver.pupil.entryId, before));
  }
});

async function enterChance(roundId: string, chance: ReturnType<typeof randomly>): Promise<void> {
  const lists = (own: string, others: string[]) => {
    const left = others.filter(() => chance.happens(0.8));
    const order = left.map((name) => ({ name, key: chance.below(1000) })).toSorted((one, other) => one.key - other.key).map(({ name }) => name);
    return order.length ? [`${own} ${order.join(' ')}`] : [];
  };
  const [masters, pupils] = [['师001', '师002', '师003'], ['徒001', '徒002', '徒003', '徒004', '徒005']];
  const text = [...pupils.flatMap((own) => lists(own, masters)), ...masters.flatMap((own) => lists(own, pupils))].join('\n');
  expectYes(await as(bureau, enterWishLists, { roundId, text }));
}

/** The fewest that move in any stable placement of everybody but the leaver, by trying all placements. */
async function leastMoves(roundId: string, leaver: string, before: { master: { entryId: string }; pupil: { entryId: string } }[]): Promise<number> {
  const { rows } = await app.pool.query<{ id: string; side: 'master' | 'pupil'; places: number; wishes: string[] }>('select id, side, places, wishes from pairing_entry where round_id = $1', [roundId]);
  const pairing = pairingOf(rows, { left: [leaver] });
  const start = placementOf(pairing, before.filter(({ pupil }) => pupil.entryId !== leaver).map(({ master, pupil }) => ({ masterId: master.entryId, pupilId: pupil.entryId })));
  const { sites, seekers } = pairing.market;
  let least = Infinity;
  for (let code = 0; code < (sites + 1) ** seekers; code += 1) {
    const placement = Int32Array.from({ length: seekers }, (_, seeker) => (Math.floor(code / (sites + 1) ** seeker) % (sites + 1)) - 1);
    if (placementFaults(pairing.market, placement).length === 0 && blockingPairs(pairing.market, placement).length === 0) least = Math.min(least, placement.filter((site, seeker) => site !== start[seeker]).length);
  }
  return least;
}

test('名师退出后，青年只去空位，别人不动；补配前又有人退出则要重看', async () => {
  const { roundId } = await openRound([1, 2], 2);
  expectYes(await as(bureau, enterWishLists, { roundId, text: '徒001 师001 师002\n徒002 师002\n师001 徒001\n师002 徒002 徒001' }));
  close();
  expectYes(await as(bureau, runPairing, { roundId, rule: 'stable', reason: '双方都不愿换' }));
  const first = expectYes(await as(bureau, listPairs, { roundId })).rows.find(({ master }) => master.called === '师001');
  expectYes(await as(talent(0), declinePair, { pairId: first?.pairId ?? '', reason: '援外一年' }));
  assert.match(await saidBy(as(bureau, rematchPairing, { roundId, seen: [] })), /又有人退出/);
  expectYes(await as(bureau, rematchPairing, { roundId, seen: [first?.pairId ?? ''] }));
  const rows = expectYes(await as(bureau, listPairs, { roundId })).rows.filter(({ state }) => state === 'live');
  assert.deepEqual(rows.map(({ master, pupil, madeBy }) => `${master.called}${pupil.called}${madeBy}`).toSorted(), ['师002徒001rematch', '师002徒002run']);
  const own = expectYes(await as(talent(2), listOwnPairings, {})).entries.find(({ round }) => round.roundId === roundId);
  assert.deepEqual(own?.missed.map(({ called, reason }) => [called, reason]), [['师001', 'left']]);
});

test('库中的结对始终说得通', async () => {
  assert.deepEqual(await brokenInvariants(app.pool), []);
});
