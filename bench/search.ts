import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expectYes, yes } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { perform } from '#platform/server/call.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import { nameTokens } from '#registry/domain/nameTokens.ts';
import { findPeople } from '#registry/server/findPeople.ts';
import { syllablesOf } from '#registry/server/pinyin.ts';
import { openApplication } from '../src/application.ts';

// One million synthetic people; the product's whole search (scope, transaction, order) against the same query with LIKE on the same rows.
const people = Number(process.env.BENCH_PEOPLE ?? 1_000_000);
const searches = 300;
const likeSearches = 30;
const batch = 20_000;
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单');
const given = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波春燕晓东雪峰飞鹏宇浩然子轩雨欣思佳怡嘉诗涵博睿哲瑞琪晨曦昊天泽俊梓萱一诺可馨语彤若云清源远景行知书舒宁安和乐言之恒立德慧中正光亮辉星月朗山川河松柏竹青蓝玲珍珠琳瑜琼瑶');

// A small generator with a fixed seed: the same people every time.
let state = 20261123;
function below(count: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * count);
}
const pick = (characters: readonly string[]): string => characters[below(characters.length)] ?? '';
const givenSyllable = new Map(given.map((character) => [character, syllablesOf(`王${character}`)[1] ?? '']));
const surnameSyllable = new Map(surnames.map((character) => [character, syllablesOf(`${character}明`)[0] ?? '']));

type Named = { name: string; syllables: string[] };
function somebody(): Named {
  const surname = pick(surnames);
  const rest = below(5) === 0 ? [pick(given)] : [pick(given), pick(given)];
  return { name: [surname, ...rest].join(''), syllables: [surnameSyllable.get(surname) ?? '', ...rest.map((character) => givenSyllable.get(character) ?? '')] };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
const server = await startEmbedded(path.join(folder, 'postgres'));
const app = await openApplication(server.url);
const bureau: Actor = { accountId: 'bench', personId: '', role: 'bureau', regionId: 'putuo', organisationId: '', organisationPath: 'putuo.wjw' };

async function fill(): Promise<Named[]> {
  const sample: Named[] = [];
  await app.pool.query('alter table person add column initials text; drop index person_name_tokens, person_folded_name, person_at_organisation, person_sorted');
  for (let start = 0; start < people; start += batch) {
    const rows = Array.from({ length: Math.min(batch, people - start) }, somebody);
    sample.push(...rows.slice(0, 20));
    await app.pool.query(`insert into person (region_id, id, name, folded_name, sort_key, name_tokens, sealed_id_number, id_number_index, birth_date, facts_changed_at, entered_at, initials)
      select 'putuo', 'per_' || (n + $1), name, name, sort_key || ' ' || name, array_to_tsvector(string_to_array(tokens, ' ')), '', 'index_' || (n + $1), '1985-01-01', now(), now(), initials
      from unnest($2::text[], $3::text[], $4::text[], $5::text[]) with ordinality as told (name, sort_key, tokens, initials, n)`,
    [start, rows.map((row) => row.name), rows.map((row) => row.syllables.join(' ')), rows.map((row) => nameTokens(row.name, row.syllables).join(' ')), rows.map((row) => row.syllables.map((each) => each.charAt(0)).join(''))]);
  }
  await app.pool.query("set maintenance_work_mem = '512MB'; create index person_name_tokens on person using gin (name_tokens) with (fastupdate = off); create index person_sorted on person (region_id, sort_key, id)");
  await app.pool.query('vacuum analyze person');
  return sample;
}

// The same query, its condition on the name swapped; 200 candidates at most, as in the product.
const byLike = (column: 'name' | 'initials', text: string) => perform(app, bureau, async (call) => yes((await sql<{ id: string }>`
  with candidate as materialized (select * from person where ${sql.ref(column)} like ${`%${text}%`} and region_id = ${call.regionId} and merged_into is null and consent_withdrawn_at is null limit 200)
  select candidate.id, candidate.name, organisation.name as organisation from candidate left join organisation on organisation.region_id = candidate.region_id and organisation.id = candidate.organisation_id
  order by sort_key, candidate.id limit 21`.execute(call.tx)).rows.length), {});
const byTokens = (text: string) => perform(app, bureau, findPeople, { q: text, limit: 20 });

async function timed(count: number, run: (at: number) => Promise<unknown>): Promise<{ p50: number; p99: number }> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const started = performance.now();
    await run(at);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 100) / 100;
  return { p50: at(0.5), p99: at(0.99) };
}

const began = performance.now();
const sample = await fill();
const filledSeconds = Math.round((performance.now() - began) / 100) / 10;
const person = (at: number): Named => sample[(at * 7919) % sample.length] ?? { name: '', syllables: [] };
const asked = {
  fragment: (at: number) => person(at).name.slice(-2),
  initials: (at: number) => person(at).syllables.map((each) => each.charAt(0)).join('').padEnd(2, 'a'),
  pinyin: (at: number) => person(at).syllables.join(''),
};
await timed(30, (at) => byTokens(asked.fragment(at)));
const figures = {
  people, filledSeconds,
  emptyTransaction: await timed(searches, () => perform(app, bureau, async () => yes(0), {})),
  fragment: await timed(searches, (at) => byTokens(asked.fragment(at))),
  initials: await timed(searches, (at) => byTokens(asked.initials(at))),
  pinyin: await timed(searches, (at) => byTokens(asked.pinyin(at))),
  fragmentByLike: await timed(likeSearches, (at) => byLike('name', asked.fragment(at))),
  initialsByLike: await timed(likeSearches, (at) => byLike('initials', asked.initials(at))),
};
for (let at = 0; at < 10; at += 1) {
  const found = expectYes(await byTokens(asked.fragment(at)));
  const alike = expectYes(await byLike('name', asked.fragment(at)));
  if (found.rows.length + Number(found.more) !== alike) throw new Error(`the two searches disagree on ${asked.fragment(at)}`);
}
const sizes = await app.pool.query("select pg_relation_size('person_name_tokens') as gin, pg_relation_size('person') as heap");
await app.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });

console.table(Object.fromEntries(Object.entries(figures).filter(([, value]) => typeof value === 'object')));
console.log(`filled ${people} people in ${filledSeconds} s; index ${Math.round(sizes.rows[0].gin / 1e6)} MB, table ${Math.round(sizes.rows[0].heap / 1e6)} MB`);
console.log(JSON.stringify({ bench: 'search', figures: {
  ...figures, timesFasterFragment: Math.round(figures.fragmentByLike.p50 / figures.fragment.p50), timesFasterInitials: Math.round(figures.initialsByLike.p50 / figures.initials.p50),
} }));
