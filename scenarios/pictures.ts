import fs from 'node:fs';
import path from 'node:path';
import { enter, openTheatre, screens } from './theatre.ts';

// The pictures of the handbook and of the README, taken from the told story: run `npm run pictures`.
const folder = path.join(import.meta.dirname, '../docs/handbook/pictures');
const theatre = await openTheatre();
const caseOf = async (name: string) =>
  (await theatre.app.pool.query<{ id: string }>(`select c.id from "case" c join person p on p.region_id = c.region_id and p.id = c.person_id where p.name = $1 order by c.id desc limit 1`, [name])).rows[0]?.id ?? '';
const panelOf = async (name: string) =>
  (await theatre.app.pool.query<{ id: string }>(`select s.panel_id as id from panel_seat s join expert e on e.id = s.expert_id join person p on p.id = e.person_id where p.name = $1 and s.state = 'invited' order by s.panel_id limit 1`, [name])).rows[0]?.id ?? '';

const first = async (sql: string, ...values: string[]) => (await theatre.app.pool.query<{ id: string }>(sql, values)).rows[0]?.id ?? '';
const round = await first(`select id from review_round where region_id = 'putuo' order by opened_at limit 1`);
const drawn = await first(`select id from draw where drawn_at is not null order by drawn_at limit 1`);
const draft = await first(`select id from policy_draft where region_id = 'cixi' limit 1`);
const pairing = await first(`select id from pairing_round where region_id = 'putuo' and title like '%百名%'`);

const shots: [name: string, who: string | undefined, address: string, screen: keyof typeof screens][] = [
  ['portal', undefined, '/', 'desktop'], ['portal-phone', undefined, '/', 'phone'], ['notices', undefined, '/notices', 'desktop'],
  ['talent', '柳闻莺', '/my', 'desktop'], ['talent-phone', '柳闻莺', '/my', 'phone'], ['apply-phone', '陶然', `/my/cases/${await caseOf('陶然')}`, 'phone'],
  ['roster', '祁红', '/work/people', 'desktop'], ['import', '祁红', '/work/imports', 'desktop'],
  ['queue', '沈砚秋', '/work', 'desktop'], ['case', '沈砚秋', `/work/cases/${await caseOf('柳闻莺')}`, 'desktop'], ['entitled', '沈砚秋', '/work/entitled', 'desktop'],
  ['policy', '沈砚秋', '/work/policies/talent-development/2.0', 'desktop'], ['ledger', '郑怀瑾', '/work/ledger', 'desktop'],
  ['reviews', '方既白', '/work/reviews', 'desktop'], ['review', '方既白', `/work/reviews/${await panelOf('方既白')}`, 'desktop'], ['review-phone', '方既白', `/work/reviews/${await panelOf('方既白')}`, 'phone'],
  ['studio', '郑怀瑾', `/work/policies/drafts/${draft}`, 'desktop'], ['sandbox', '沈砚秋', '/work/policies/talent-development/2.0/sandbox', 'desktop'],
  ['round', '沈砚秋', `/work/reviews/${round}`, 'desktop'], ['draw', undefined, `/draws/${drawn}`, 'desktop'], ['pairing', '沈砚秋', `/work/pairing/${pairing}/proposals`, 'desktop'],
  ['promotion-phone', '柏舟', '/my/promotion', 'phone'], ['works-phone', '柏舟', '/my/works', 'phone'], ['cohort', '郑怀瑾', '/work/cohort', 'desktop'],
  ['audit', '查慎言', '/work/audit', 'desktop'], ['accounts', '石守一', '/work/security', 'desktop'], ['system', '丁一舟', '/work/system', 'desktop'],
];

fs.mkdirSync(folder, { recursive: true });
for (const [name, who, address, screen] of shots) {
  const page = await enter(theatre, who, screens[screen]);
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.context().close();
}
process.exit(0); // the theatre's server and browser end with it
