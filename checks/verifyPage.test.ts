import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageProblems, verifyPage } from './verifyPage.ts';

test('the verification page: a changed one is found, and it asks no network', async () => {
  const page = await verifyPage();
  assert.deepEqual(await pageProblems(page), []);
  assert.equal((await pageProblems(page.replace('sha256', 'sha257'))).length, 1);
  assert.doesNotMatch(page, /\bfetch\(|XMLHttpRequest|https?:|<link|src=/);
});
