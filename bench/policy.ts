import { readFileSync } from 'node:fs';
import { completedYears, dayNumber } from '#policy/domain/calendar.ts';
import { parametersOn } from '#policy/domain/evaluate.ts';
import { decide, explain, loadDictionary, loadPolicy, timeline, type Facts, type Loaded } from '#policy/domain/policy.ts';
import { feel, jsonRules, publicodes, zen, type Peer, type Plain, type Rule, type Rules } from './policyPeers.ts';

// Putuo's policy of 2023, six results: one person decided and explained, beside four engines that are given the same rules in their own form.
const asOf = '2026-06-30';
const read = <T>(loaded: Loaded<T>): T => {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};
const file = (path: string): string => readFileSync(new URL(`../regions/${path}`, import.meta.url), 'utf8');
const dictionary = read(loadDictionary(file('china/facts.yaml')));
const policy = read(loadPolicy(file('putuo/policies/talent-development/2.0.yaml'), dictionary));

let state = 20261123;
const below = (count: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
};
const labels = (domain: string): string[] => dictionary.enumerations[domain]?.values ?? [];
const pick = (domain: string): string => labels(domain)[below(labels(domain).length)] ?? '';
const likely = (): boolean => below(10) > 0;

const person = (): Facts => ({
  出生日期: `${1965 + below(35)}-0${1 + below(9)}-1${below(10)}`, 学历: pick('学历'), 职称: pick('职称'), 专业: pick('专业'), 全职在岗: likely(), 年度考核: pick('考核'), 医德考评较差: !likely(), 人才分类: pick('人才分类'),
  机构层级: pick('机构层级'), 团队带头人: !likely(), 团队人数: 1 + below(6), 已享受市级同类扶持: !likely(),
  成果: { 齐: true, 项: Array.from({ length: below(5) }, () => ({ 级别: pick('成果级别'), 第一完成人: likely() })) },
});

const rank = (domain: string, label: unknown): number => labels(domain).indexOf(String(label));
function plain(facts: Facts): Plain {
  const works = facts['成果'] as { 项: Record<string, unknown>[] };
  return {
    age: completedYears(dayNumber(String(facts['出生日期'])) ?? 0, dayNumber(asOf) ?? 0), education: rank('学历', facts['学历']), title: rank('职称', facts['职称']), field: rank('专业', facts['专业']), full: facts['全职在岗'] as boolean,
    appraisal: rank('考核', facts['年度考核']), poor: facts['医德考评较差'] as boolean, talent: rank('人才分类', facts['人才分类']), level: rank('机构层级', facts['机构层级']), leads: facts['团队带头人'] as boolean, members: facts['团队人数'] as number,
    works: works.项.filter((work) => rank('成果级别', work['级别']) >= rank('成果级别', '省级') && work['第一完成人']).length,
  };
}

const is = (fact: string, by: '<=' | '>=' | '=', value: number | boolean): Rule => ({ fact, by, value });
const values = parametersOn(policy, asOf);
const limit = (name: string): number => Number(values[name]);
const fieldIn = (catalogue: string): Rule => ({ any: [values[catalogue] ?? []].flat().map((field) => is('field', '=', field)) });
const base = [is('full', '=', true), is('appraisal', '>=', rank('考核', '合格')), is('poor', '=', false)];
const [bachelor, senior] = [rank('学历', '本科'), rank('职称', '副高')];
const rules: Rules = {
  leading: { all: [...base, is('age', '<=', limit('领军年龄上限')), is('title', '=', rank('职称', '正高')), is('talent', '>=', rank('人才分类', 'B类'))] },
  leader: { all: [...base, { any: [is('age', '<=', limit('带头人年龄上限')), { all: [is('talent', '>=', rank('人才分类', 'C类')), is('age', '<=', limit('带头人放宽年龄上限'))] }] }, is('title', '>=', senior), is('education', '>=', rank('学历', '硕士')), is('works', '>=', limit('带头人成果数'))] },
  backbone: { all: [...base, is('age', '<=', limit('骨干年龄上限')), is('title', '>=', rank('职称', '中级')), is('education', '>=', bachelor)] },
  shortage: { all: [...base, fieldIn('紧缺目录'), is('education', '>=', bachelor)] },
  suitable: { all: [...base, is('level', '<=', rank('机构层级', '乡镇社区')), fieldIn('适宜目录'), is('education', '>=', rank('学历', '大专'))] },
  team: { all: [...base, is('leads', '=', true), is('members', '>=', limit('团队人数下限')), is('title', '>=', senior)] },
};
const ours: Record<string, string> = { leading: '领军型人才', leader: '学科带头人', backbone: '学科骨干', shortage: '紧缺专业人才', suitable: '重点适宜人才', team: '特色团队' };

const people = Array.from({ length: 500 }, person);
const plainPeople = people.map(plain);

/** Microseconds of processor time, so that what else runs on the machine does not count. */
const used = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};

/** Processor time a call, in microseconds: the best of eight rounds after warming up. */
async function microseconds(calls: number, call: (index: number) => unknown): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 9; round += 1) {
    const start = process.cpuUsage();
    for (let index = 0; index < calls; index += 1) await call(index % people.length);
    if (round > 0) best = Math.min(best, used(start) / calls);
  }
  return best;
}
/** The same for what answers at once, without the cost of waiting. */
function microsecondsNow(calls: number, call: (index: number) => unknown): number {
  let best = Infinity;
  for (let round = 0; round < 9; round += 1) {
    const start = process.cpuUsage();
    for (let index = 0; index < calls; index += 1) call(index % people.length);
    if (round > 0) best = Math.min(best, used(start) / calls);
  }
  return best;
}

const wanted = people.map((facts) => Object.keys(ours).filter((name) => decide(policy, facts, asOf).results[ours[name] ?? '']?.verdict === 'yes').toSorted().join());
async function sameAnswers({ name, decide: answer }: Peer): Promise<void> {
  for (const [index, facts] of plainPeople.entries()) {
    const given = [...(await answer(facts))].toSorted().join();
    if (given !== wanted[index]) throw new Error(`${name} differs for ${JSON.stringify(facts)}: ${given} instead of ${wanted[index]}`);
  }
}

const at = (index: number): Facts => people[index] as Facts;
const plainAt = (index: number): Plain => plainPeople[index] as Plain;
const results = Object.keys(policy.results);
const figures: Record<string, number> = {
  decideUs: microsecondsNow(20_000, (index) => decide(policy, at(index), asOf)),
  explainUs: microsecondsNow(2_000, (index) => explain(policy, results[index % results.length] ?? '', at(index), asOf)),
  timelineUs: microsecondsNow(2_000, (index) => timeline(policy, results[index % results.length] ?? '', at(index), asOf)),
};
const peers = [
  { peer: jsonRules(rules), calls: 1000, waits: true }, { peer: await zen(rules), calls: 2000, waits: true },
  { peer: feel(rules), calls: 40, waits: false }, { peer: publicodes(rules, plainAt(0)), calls: 40, waits: false },
];
for (const { peer, calls, waits } of peers) {
  await sameAnswers(peer);
  const key = peer.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  figures[`${key}Us`] = waits ? await microseconds(calls, (index) => peer.decide(plainAt(index))) : microsecondsNow(calls, (index) => peer.decide(plainAt(index)));
  figures[`${key}Times`] = (figures[`${key}Us`] ?? 0) / (figures['decideUs'] ?? 1);
}

const row = (name: string, us: number | undefined, note: string): string => `${name.padEnd(34)}${(us ?? 0).toFixed(2).padStart(12)} µs   ${note}`;
console.log(`One person, ${results.length} results of ${policy.code} ${policy.version}; ${people.length} people, all answers equal; processor time.`);
console.log(row('ours: decide (amounts, missing)', figures['decideUs'], ''));
console.log(row('ours: explain one, ways, from when', figures['explainUs'], ''));
console.log(row('ours: timeline of one', figures['timelineUs'], ''));
for (const { peer } of peers) {
  const key = peer.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  console.log(row(`${peer.name} (ages, counts given)`, figures[`${key}Us`], `${figures[`${key}Times`]?.toFixed(0)} times ours`));
}
const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]));
console.log(JSON.stringify({ bench: 'policy', figures: rounded }));
