import fs from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; impact: string | null; nodes: { target: string[] }[] };

/** The page as it stands has nothing serious that would keep somebody out, and does not scroll sideways. */
export async function assertReachable(page: Page): Promise<void> {
  await page.evaluate(source);
  const found = (await page.evaluate('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }).then((result) => result.violations)')) as Violation[];
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`), [], page.url());
  const { wide, screen } = (await page.evaluate('({ wide: document.documentElement.scrollWidth, screen: window.innerWidth })')) as { wide: number; screen: number };
  assert.ok(wide <= screen, `${page.url()} scrolls sideways: ${wide} on ${screen}`);
}
