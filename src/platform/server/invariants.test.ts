import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { brokenInvariants, readInvariants } from './invariants.ts';
import { testDatabase } from './testDatabase.ts';

const app = await testDatabase();
const now = app.clock.now();
const names = async () => (await brokenInvariants(app.pool)).map(({ name }) => name);

/** Spoils the database in a transaction of its own on one connection, looks, and takes it back. */
async function spoiled(...statements: string[]): Promise<string[]> {
  const client = await app.pool.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    const found: string[] = [];
    for (const { name, query } of readInvariants()) if ((await client.query(query)).rows.length > 0) found.push(name);
    return found;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const account = (id: string, side: string, more: Record<string, string | number> = {}) => {
  const columns: Record<string, string | number> = { region_id: 'putuo', id, pool: 'p', title: 't', unit: 'post', side, opened_at: now.toISOString(), ...more };
  return `insert into ledger_account (${Object.keys(columns).join()}) values (${Object.values(columns).map((value) => `'${value}'`).join()})`;
};
const transfer = (id: string, from: string, to: string, amount: number, state: string, cause = id) => `insert into ledger_transfer (region_id, id, cause, leg, from_id, to_id, amount, state, made_by, made_at, posted_at, ended_at)
  values ('putuo', '${id}', '${cause}', 0, '${from}', '${to}', ${amount}, '${state}', 'x', now(), ${state === 'posted' ? 'now()' : 'null'}, null)`;
const theCase = (stage: string, steps: number) => `insert into "case" (region_id, id, number, programme_code, programme_version, person_id, organisation_id, organisation_path, stage, step_count, stage_since, opened_at, opened_year)
  values ('putuo', 'case_1', 'A-1', 'p', 1, 'per_1', 'o', 'putuo.o', '${stage}', ${steps}, now(), now(), 2026)`;
const step = (position: number, from: string, to: string) => `insert into case_step (region_id, case_id, position, action, from_stage, to_stage, programme_version, role, account_id, taken_at)
  values ('putuo', 'case_1', ${position}, 'go', '${from}', '${to}', 1, 'bureau', 'x', now())`;
const openAccount = (id: string, role: string) => `insert into account (region_id, id, sign_in_name, person_id, display_name, role, password_hash, opened_at, shut_at)
  values ('putuo', '${id}', '${id}', 'per_1', 'x', '${role}', '', now(), ${role === 'bureau' ? "now() - interval '1 day'" : 'null'})`;

test('至少十五条；每条都有名字、句子，并能在空表上运行，一行也查不出', async () => {
  const all = readInvariants();
  assert.ok(all.length >= 15);
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
  assert.deepEqual(await names(), []);
});

const work = "insert into work (region_id, id, person_id, kind, level, title, abstract, made_on, part, share, entered_at, changed_at) values ('putuo', 'wrk_1', 'per_1', 'x', 'x', 't', 'a', '2026-01-01', 'x', 60, now(), now())";
const coworker = "insert into work_coworker (region_id, work_id, position, name, person_id, share, standing) values ('putuo', 'wrk_1', 1, 'n', 'per_1', 41, 'asked')";

const policyDraft = (state: string) => `insert into policy_draft (region_id, id, code, version, source, state, started_by, writers, started_at, saved_by, saved_at, submitted_by)
  values ('putuo', 'pdr_1', 'p', '1', 's', '${state}', 'acc_1', '{acc_1}', now(), 'acc_1', now(), ${state === 'drafting' ? 'null' : "'acc_1'"})`;
const policyVersion = (by: string, checksum: string) => `insert into policy_version (region_id, code, version, effective_from, source, checksum, draft_id, writers, submitted_by, published_by, published_at)
  values ('putuo', 'p', '1', '2027-01-01', 's', ${checksum}, 'pdr_1', '{acc_1}', 'acc_1', '${by}', now())`;
const trueChecksum = "encode(sha256('s'), 'hex')";

const bites: [string, string, string[]][] = [
  ['没有授予的案件却发了证书', 'credentialCase', ["insert into credential (region_id, id, number, person_id, title, level, name, speciality, issuer, issued_on, issued_at, cause, cause_number, signature) values ('putuo', 'crd_1', 'ZS-1', 'per_1', 't', 'l', 'n', 's', 'i', '2026-11-23', now(), 'case_1', 'A-1', 'g')"]],
  ['同一个人用两个账户起草并审定', 'policyTwoOfficers', [openAccount('acc_1', 'bureau'), openAccount('acc_2', 'bureau'), policyDraft('published'), policyVersion('acc_2', trueChecksum)]],
  ['公布后的政策文本被改', 'policyText', [policyDraft('published'), policyVersion('acc_2', "'0'")]],
  ['草案的状态没有办理记录', 'policyDraftState', [policyDraft('submitted')]],
  ['草案标为公布却没有版本', 'policyPublished', [policyDraft('published')]],
  ['份额合计超过一百', 'workShares', [work, coworker]],
  ['把自己列为合作者', 'workMaker', [work, coworker]],
  ['余额与过账不符', 'ledgerBalance', [account('a', 'free', { balance: 3 }), account('b', 'outside', { balance: -3 })]],
  ['占用与在途不符', 'ledgerHeld', [account('a', 'free', { balance: 3, held: 1 })]],
  ['合计不为零', 'ledgerZero', [account('a', 'free', { balance: 3 })]],
  ['下级用了而上级没有', 'ledgerParent', [account('a', 'free'), account('a/used', 'used'), account('c', 'free', { parent_id: 'a' }), account('c/used', 'used'), transfer('t', 'c', 'c/used', 1, 'held')]],
  ['环节与最后一步不符', 'caseStage', [theCase('draft', 1), step(1, 'draft', 'screening')]],
  ['步骤有缺号', 'caseSteps', [theCase('review', 2), step(1, 'draft', 'screening'), step(3, 'screening', 'review')]],
  ['步骤接不上', 'caseSteps', [theCase('review', 2), step(1, 'draft', 'screening'), step(2, 'draft', 'review')]],
  ['一笔付款记给两期', 'instalmentOnce', [1, 2].map((n) => `insert into instalment (region_id, case_id, position, label, amount_fen, due_on, state, paid_at, transfer_id) values ('putuo', 'case_1', ${n}, 'x', 1, '2026-12-01', 'paid', now(), 'trf_1')`)],
  ['会话开在已关停的账户上', 'sessionShut', [openAccount('acc_1', 'bureau'), "insert into session (token_hash, region_id, account_id, rights_version, opened_at, expires_at) values ('h', 'putuo', 'acc_1', 1, now(), now() + interval '1 hour')"]],
  ['进行中的作业没有租期', 'jobLease', ["insert into job (region_id, id, kind, payload, state, run_after, asked_by, asked_at) values ('putuo', 'job_1', 'x', '{}', 'running', now(), 'x', now())"]],
  ['防重键没有答复', 'idempotencyAnswer', ["insert into idempotency (region_id, account_id, key, request_hash, status, answer, answered_at) values ('putuo', 'x', 'k', 'h', 0, 'null', now())"]],
  ['公示期短于工作日数', 'noticeTerm', ["insert into notice (region_id, id, kind, subject, title, body, names, opens_on, working_days, closes_at, published_at) values ('putuo', 'not_1', 'x', 'case_1', 't', 'b', '[]', '2026-11-23', 5, '2026-11-25', now())"]],
  ['审计位置有缺口', 'auditPlaces', ["insert into audit_leaf (region_id, position, entry_id, leaf_hash, head_position) values ('putuo', 1, 'aud_1', 'h', 1)"]],
  ['评委与申报人同单位', 'panelInstitution', [
    "insert into expert (region_id, id, person_id, organisation_id, fields, level, term_from, term_to) values ('putuo', 'exp_1', 'per_2', 'putuo-zxyy', '{}', 'x', '2026-01-01', '2027-01-01')",
    "insert into panel (region_id, id, subject, sheet, size, fields, applicant_person_id, organisation_id, blinding, file, opened_at, due_at) values ('putuo', 'pan_1', 'case_1', 's', 3, '{}', 'per_1', 'putuo-zxyy', 'open', '{}', now(), now())",
    "insert into panel_seat (region_id, panel_id, expert_id, state, invited_at) values ('putuo', 'pan_1', 'exp_1', 'invited', now())"]],
  ['确认的待遇指向一件不存在的申报', 'entitlementCase', [`insert into entitlement (region_id, id, person_id, policy, version, result, judged_on, since, basis, unverified, state, offered_at, decided_at, case_id)
    values ('putuo', 'e', 'p', 'x', '1', 'r', '2026-01-01', '2026-01-01', '{}', false, 'confirmed', '${now.toISOString()}', '${now.toISOString()}', 'nobody')`]],
];
for (const [name, expected, statements] of bites) test(`查得出：${name}`, async () => assert.ok((await spoiled(...statements)).includes(expected)));

test('查出时给出行，之后数据库照旧', async () => {
  await sql`insert into job (region_id, id, kind, payload, state, run_after, asked_by, asked_at) values ('putuo', 'job_x', 'x', '{}', 'running', now(), 'x', now())`.execute(app.db);
  const [broken] = await brokenInvariants(app.pool);
  assert.deepEqual([broken?.name, broken?.rows[0]?.id], ['jobLease', 'job_x']);
  await sql`delete from job`.execute(app.db);
  assert.deepEqual(await names(), []);
});
