import { type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import type { Download } from '#platform/server/serve.ts';
import { exportSheet } from '#exchange/server/public.ts';
import { listEntitlements, peopleLacking, rankUnlocks } from './readEntitlements.ts';

const listComma = '\u3001';

/** Columns by their keys: `retain.sheet.<key>` names one, `retain.sheet.<key>Note` says what it holds. */
const columnsOf = ({ say }: Call, ...keys: string[]) => keys.map((key) => ({ name: say(`retain.sheet.${key}`), note: say(`retain.sheet.${key}Note`), width: key === 'results' || key === 'gives' ? 48 : 16 }));

/** The ranking of missing facts. */
export async function exportUnlocks(call: Call): Promise<Answer<Download>> {
  const ranking = await rankUnlocks(call);
  if (!ranking.ok) return ranking;
  const rows = ranking.value.rows.map(({ fact, ask, evidence, people, alone, among, results }) => [fact, ask, evidence.join(listComma), people, alone, among, results.map(({ gives, people: n }) => `${gives} ${n}`).join(listComma)]);
  return exportSheet(call, { list: 'unlocks', title: call.say('retain.unlocks'), columns: columnsOf(call, 'fact', 'ask', 'evidence', 'people', 'alone', 'among', 'results'), rows });
}

/** The people who lack one fact. */
export async function exportLacking(call: Call, asked: { fact: string }): Promise<Answer<Download>> {
  const lacking = await peopleLacking(call, asked);
  if (!lacking.ok) return lacking;
  const settled = (alone: boolean, results: { gives: string; alone: boolean }[]) => results.filter((each) => each.alone === alone).map(({ gives }) => gives).join(listComma);
  const rows = lacking.value.rows.map(({ name, organisationName, results }) => [name, organisationName, asked.fact, settled(true, results), settled(false, results)]);
  return exportSheet(call, { list: 'lacking', title: call.say('retain.lacking', { fact: asked.fact }), columns: columnsOf(call, 'name', 'organisation', 'fact', 'settlesAlone', 'settlesAmong'), rows });
}

/** Entitlements by what became of them. */
export async function exportEntitlements(call: Call, asked: { state: 'offered' | 'confirmed' | 'declined'; unserved: 'true' | 'false' }): Promise<Answer<Download>> {
  const listed = await listEntitlements(call, asked);
  if (!listed.ok) return listed;
  const rows = listed.value.rows.map(({ name, organisationName, gives, document, article, since, caseId }) => [name, organisationName, gives, `${document} ${article}`, since, call.say(caseId ? 'retain.sheet.inCase' : 'retain.sheet.atDesk')]);
  return exportSheet(call, { list: 'entitlements', title: call.say(`retain.entitlements.${asked.state}`), columns: columnsOf(call, 'name', 'organisation', 'gives', 'basis', 'since', 'servedBy'), rows });
}
