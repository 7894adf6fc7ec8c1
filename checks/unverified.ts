import fs from 'node:fs';
import path from 'node:path';
import { loadPolicy, type Dictionary, type Policy } from '#policy/domain/policy.ts';
import { parameterText } from '#policy/server/parameterText.ts';
import type { Check } from './check.ts';
import { readDictionary, readPolicyFiles, type PolicyFile } from './policies.ts';
import { root } from './sources.ts';

const golden = path.join(root, 'docs/generated/unverified.md');

/** What no official text has said yet in one policy: values with what stands in for them, clauses, results. */
function linesOf(policy: Policy): string[] {
  const values = Object.entries(policy.parameters).filter(([, { unverified }]) => unverified).map(([name, parameter]) => {
    const said = parameterText(policy, parameter).map(({ from, value }) => (parameter.values.length > 1 ? `${from} ${value}` : value)).join('; ');
    return `| value | ${name} | ${said || '–'} |`;
  });
  const named = (kind: string, entries: Record<string, { unverified: boolean; text: string }>) =>
    Object.entries(entries).filter(([, { unverified }]) => unverified).map(([name, { text }]) => `| ${kind} | ${name} | ${text.replaceAll('|', '\\|')} |`);
  return [...values, ...named('clause', policy.clauses), ...named('result', policy.results)];
}

/** Every 待核 of the shipped policies as the committed page lists it. */
export function unverifiedPage(files: readonly PolicyFile[], dictionary: Dictionary): string {
  const sections = files.flatMap((file) => {
    const loaded = loadPolicy(file.text, dictionary);
    const lines = loaded.ok ? linesOf(loaded.value) : [];
    return lines.length ? ['', `## ${file.path.replace('regions/', '').replace('policies/', '').replace('.yaml', '')}`, '', '| what | name | stands in for it |', '|---|---|---|', ...lines] : [];
  });
  return `# What is still to be verified\n\nGenerated from the policy files by \`npm run generate\`. No official text has been seen for these; money in fen. A policy with any of them is simulated and never published.\n${sections.join('\n')}\n`;
}

const readGolden = () => (fs.existsSync(golden) ? fs.readFileSync(golden, 'utf8') : '');

/** The list of what is invented is complete and committed. */
export const unverified: Check = {
  name: 'unverified: every invented figure is listed as 待核',
  problems: () => (readGolden() === unverifiedPage(readPolicyFiles(), readDictionary()) ? [] : ['docs/generated/unverified.md is stale: npm run generate']),
};

if (import.meta.main && process.argv.includes('--write')) {
  fs.mkdirSync(path.dirname(golden), { recursive: true });
  fs.writeFileSync(golden, unverifiedPage(readPolicyFiles(), readDictionary()));
}
