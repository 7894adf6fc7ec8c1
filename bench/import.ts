import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expectYes } from '#platform/domain/answer.ts';
import type { Actor } from '#platform/domain/actor.ts';
import { perform, performAsClock } from '#platform/server/call.ts';
import { startEmbedded } from '#platform/server/embeddedPostgres.ts';
import type { RunningJob } from '#platform/server/jobs.ts';
import { uploadRoster, commitImport } from '#exchange/server/public.ts';
import { openRosterFile } from '#exchange/server/fileKind.ts';
import { rowsOfWorkbook } from '#exchange/server/readWorkbook.ts';
import { runRoster, type RosterRun } from '#exchange/server/runRoster.ts';
import { openOrganisations } from '#registry/server/public.ts';
import { idChecksum } from '#registry/domain/idNumber.ts';
import { openApplication } from '../src/application.ts';

// A roster of 20,000 people with 31 filled columns: dry run, then for real by the same code, on a PostgreSQL of its own.
const people = Number(process.env.BENCH_PEOPLE ?? 20_000);
const givenNames = Array.from('明远知行文博海清思源景和云舒若水一诺子涵');
const surnames = Array.from('沈陆祁邬秦邵柳顾樊谈施卞裴鲍');

function rosterRows(count: number): string[][] {
  const heads = ['姓名', '证件号码', '民族', '手机号码', '学历', '学位', '毕业院校', '所学专业', '毕业日期', '全日制', '参加工作日期', '到岗日期', '离岗日期', '科室', '岗位名称', '人员类别', '编制类型', '用工方式',
    '全职在岗', '职称', '职称名称', '现职称取得日期', '聘任日期', '专业', '执业类别', '执业证书编号', '住培合格', '年度考核', '医德考评较差', '继续教育学分', '上级进修月数'];
  return [heads, ...Array.from({ length: count }, (_, n) => rosterRow(n))];
}

function rosterRow(n: number): string[] {
  const year = 1966 + (n % 30);
  const body = `310107${year}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (Math.floor(n / 360) % 28)).padStart(2, '0')}${String(Math.floor(n / 12) % 1000).padStart(3, '0')}`;
  const name = `${surnames[n % surnames.length]}${givenNames[Math.floor(n / 14) % givenNames.length]}${givenNames[Math.floor(n / 280) % givenNames.length]}`;
  const worked = `${year + 23}-08-01`;
  return [name, body + idChecksum(body), '汉族', `139${String(10_000_000 + n)}`, '本科', '学士', '示例医科大学', '临床医学', `${year + 22}-07-01`, '是', worked, `${year + 24}/3/1`, '至今', '内科', '医师', '执业医师',
    '事业编制', '全职', '是', '中级', '主治医师', `${year + 29}-12-01`, `${year + 30}-01-01`, '内科', '临床', `31${String(n).padStart(13, '0')}`, '是', '合格', '否', '25', '3'];
}

const file = process.argv[3] ?? '';
if (process.argv[2] === 'make') {
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '花名册', rows: rosterRows(people) }] }));
  process.exit(0);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'xinglin-bench-'));
const roster = path.join(folder, 'roster.xlsx');
// Another process writes the file, so that this one's memory is the import's alone.
spawnSync(process.execPath, [import.meta.filename, 'make', roster], { stdio: 'inherit' });
const server = await startEmbedded(path.join(folder, 'postgres'));
const app = await openApplication(server.url);
const employer: Actor = { accountId: 'bench', personId: '', role: 'employer', regionId: 'putuo', organisationId: 'putuo-zxyy', organisationPath: 'putuo.wjw.zxyy' };
expectYes(await performAsClock(app, 'putuo', openOrganisations, {}));
const base = process.memoryUsage().rss;

const jobOf = (payload: RosterRun): RunningJob<RosterRun> =>
  ({ id: 'bench', regionId: 'putuo', askedBy: 'bench', actor: employer, payload, progress: async () => {}, cancelled: async () => false });
const stopwatch = () => performance.now();
const { importId } = expectYes(await perform(app, employer, uploadRoster, { shownName: 'roster.xlsx', content: readFileSync(roster) }));
const cpuBefore = process.cpuUsage();
const started = stopwatch();
const dry = expectYes(await runRoster(app, jobOf({ importId }), stopwatch));
const dryAt = stopwatch();
expectYes(await perform(app, employer, commitImport, { importId, mode: 'all' }));
const real = expectYes(await runRoster(app, jobOf({ importId, mode: 'all' }), stopwatch));
const ended = stopwatch();
const cpu = process.cpuUsage(cpuBefore);
const peak = process.resourceUsage().maxRSS;
if (real.added !== people) throw new Error(`${real.added} of ${people} people were entered`);

/** Reading alone, of the same file, so that the share of the checks can be told. */
async function parseAlone(): Promise<number> {
  const from = stopwatch();
  const opened = openRosterFile(readFileSync(roster));
  if (!opened.ok || opened.value.kind !== 'xlsx') throw new Error('the roster is no workbook');
  let rows = 0;
  for await (const row of rowsOfWorkbook(opened.value.archive)) rows = row.row;
  if (rows !== people + 1) throw new Error(`read ${rows} rows`);
  return stopwatch() - from;
}

const seconds = (ms: number) => Number((ms / 1000).toFixed(2));
const total = ended - started;
const parseMs = await parseAlone();
const readMs = dry.readMs + real.readMs;
const share = (ms: number) => Math.round((ms / total) * 100);
const figures = {
  rows: dry.rows, added: real.added, drySeconds: seconds(dryAt - started), commitSeconds: seconds(ended - dryAt), totalSeconds: seconds(total),
  peakMegabytes: Math.round(peak / 1000), baseMegabytes: Math.round(base / 1_000_000), ownCpuSeconds: seconds((cpu.user + cpu.system) / 1000), machineLoad: Number(os.loadavg()[0]?.toFixed(1)),
  parsePercent: share(2 * parseMs), checkPercent: share(readMs - 2 * parseMs), comparePercent: share(dry.compareMs + real.compareMs), writePercent: share(dry.writeMs + real.writeMs),
};
console.table(figures);
await app.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify({ bench: 'import', figures }));
process.exit(0);
