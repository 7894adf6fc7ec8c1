import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { clockActor } from '#platform/domain/actor.ts';
import { expectYes } from '#platform/domain/answer.ts';
import { perform } from '#platform/server/call.ts';
import { testDatabase } from '#platform/server/testDatabase.ts';
import { exportSheet, freeRows, type ExportTable } from './exportSheet.ts';

const app = await testDatabase();
const columns = [{ name: '姓名', note: '人员库' }, { name: '科室', note: '单位填报' }];
const ask = (table: Partial<ExportTable>) => perform(app, clockActor('putuo'), exportSheet, { list: 'roster', title: '花名册', columns, rows: [], ...table });

/** The XML of the first worksheet, as Excel reads it. */
function worksheetXml(content: Uint8Array): string {
  const bytes = Buffer.from(content);
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') - 30;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return inflateRawSync(bytes.subarray(start)).toString('utf8');
}

describe('导出', () => {
  it('第23行：像公式的文字仍是文字', async () => {
    const dangerous = ['=HYPERLINK("http://x","点")', '+cmd|calc', '@SUM(A1)', '-1+1', '\t=1+1', '<script>alert(1)</script>'];
    const { content } = expectYes(await ask({ rows: dangerous.map((text) => [text, 'NUL\u0000']) }));
    const xml = worksheetXml(content);
    assert.doesNotMatch(xml, /<f[\s>]/);
    assert.equal(xml.match(/<c [^>]*t="s"/g)?.length, dangerous.length * 2 + 2);
    const { sheets } = await readXlsx(content);
    assert.deepEqual(sheets[0]?.rows.slice(1).map((row) => row[0]), dangerous);
    assert.equal(sheets[0]?.rows[1]?.[1], 'NUL');
  });
  it('每列都有说明', async () => {
    const { sheets } = await readXlsx(expectYes(await ask({ rows: [['沈知远', '内科']] })).content);
    assert.deepEqual(sheets[1]?.rows.slice(1, 3), [['姓名', '人员库'], ['科室', '单位填报']]);
  });
  it('第31行：超过一万行须填写用途，用途留痕', async () => {
    const rows = Array.from({ length: freeRows + 1 }, (_, n) => [`人${n}`, '内科']);
    const refused = await ask({ rows });
    assert.equal(refused.ok ? '' : refused.reason, 'exportPurpose');
    expectYes(await ask({ rows, purpose: '年度人才统计上报' }));
    const entries = await app.db.selectFrom('audit_entry').select('detail').where('act', '=', 'export.sheet').orderBy('id', 'desc').execute();
    assert.ok(entries.some(({ detail }) => (detail as { purpose: string }).purpose === '年度人才统计上报'));
  });
});
