import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from '../page.ts';
import { homeOf, pageAt, spineOf } from './menus.ts';

const page = (path: string, more: Partial<Page> = {}): Page => ({ path, area: 'staff', title: path, load: () => Promise.reject(new Error(path)), ...more });
const pages: Page[] = [
  page('/work/people', { spine: 'work', menu: 2, roles: ['employer', 'bureau'] }),
  page('/work', { spine: 'work', menu: 1, roles: ['bureau', 'employer'] }),
  page('/work/policies', { spine: 'policy', menu: 1, roles: ['bureau'] }),
  page('/work/people/$personId', { spine: 'work' }),
  page('/work/people/import'),
  page('/work/reviews', { spine: 'review', menu: 1, roles: ['reviewer', 'bureau'] }),
];

test('书脊按角色列出，点开为该栏第一页', () => {
  assert.deepEqual(spineOf(pages, 'bureau'), [{ entry: 'work', to: '/work' }, { entry: 'policy', to: '/work/policies' }, { entry: 'review', to: '/work/reviews' }]);
  assert.deepEqual(spineOf(pages, 'reviewer'), [{ entry: 'review', to: '/work/reviews' }]);
});

test('各角色从自己的首页开始', () => {
  assert.equal(homeOf(pages, 'visitor'), '/');
  assert.equal(homeOf(pages, 'talent'), '/my');
  assert.equal(homeOf(pages, 'reviewer'), '/work/reviews');
});

test('固定的地址先于带参数的地址', () => {
  assert.equal(pageAt(pages, '/work/people/import')?.path, '/work/people/import');
  assert.equal(pageAt(pages, '/work/people/p1')?.path, '/work/people/$personId');
  assert.equal(pageAt(pages, '/work/none/such'), undefined);
});
