import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { readRegions, shippedRegions } from '#platform/server/regionFiles.ts';
import { chooseVersion, decide, runTests } from '../domain/policy.ts';
import { filedPolicies } from './policyFiles.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'xinglin-regions-'));
after(() => fs.rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  const whole = path.join(root, file);
  fs.mkdirSync(path.dirname(whole), { recursive: true });
  fs.writeFileSync(whole, text);
}

write('yunqi/region.yaml', 'id: yunqi\nname: 云溪市\nshort: 云溪\nplatform: 云溪市卫生人才平台\nbureau: 云溪市卫生健康局\ninherits: china\n');
write('yunqi/policies/island-doctor/2026.yaml', `政策: island-doctor
名称: 云溪市海岛医生津贴
版本: "2026"
施行: { 起: 2026-01-01 }
依据:
  办法: { 名: 云溪市海岛医生津贴办法, 日期: 2025-12-01 }
参数:
  年额: { 值: 2.4万元, 据: 办法#第三条 }
条款:
  在岛: { 据: 办法#第二条, 则: '机构层级 <= "乡镇社区" 且 周年(到岗日期, 基准日) >= 1' }
结果:
  海岛津贴: { 据: 办法#第三条, 当: 人员类别 = "执业医师" 且 在岛, 金额: 年额 }
测试:
  - { 例: 满一年, 给: { 人员类别: 执业医师, 机构层级: 村级, 到岗日期: 2025-01-01 }, 期: { 海岛津贴: 是, 合计: 2.4万元 } }
`);

test('再加一个城市的政策，只加数据文件', () => {
  const region = readRegions([shippedRegions, root]).get('yunqi');
  assert.ok(region);
  const { policies } = filedPolicies(region);
  const policy = chooseVersion(policies, 'island-doctor', '2026-06-30');
  assert.ok(policy);
  assert.ok(runTests(policy).every(({ passed }) => passed));
  assert.deepEqual(decide(policy, { 人员类别: '执业医师', 机构层级: '村级' }, '2026-06-30').results['海岛津贴']?.missing, ['到岗日期']);
  assert.ok(chooseVersion(policies, 'physician-grassroots', '2026-06-30'), '国家的政策自动继承');
  assert.equal(chooseVersion(policies, 'talent-development', '2026-06-30'), undefined, '别的区的政策不带过来');
});
