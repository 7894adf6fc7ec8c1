import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Role } from '#platform/domain/actor.ts';
import type { Contract } from '#platform/domain/contract.ts';
import { contracts } from '../src/contracts.ts';
import type { Check } from './check.ts';
import { readSources, root } from './sources.ts';

const golden = path.join(root, 'docs/generated/permissions.md');
const roles = Role.options.filter((role) => role !== 'clock');

/** The role × route table as the committed page shows it. */
export function permissionTable(listed: Record<string, Contract>): string {
  const lines = Object.entries(listed).toSorted(([one], [other]) => (one < other ? -1 : 1)).flatMap(([slice, contract]) => [
    '', `## ${slice}`, '', `| route | ${roles.join(' | ')} |`, `|---|${roles.map(() => ':-:').join('|')}|`,
    ...Object.values(contract).map(({ method, path: at, may }) => `| ${method} ${at} | ${roles.map((role) => (may.includes(role) ? '●' : '')).join(' | ')} |`),
  ]);
  return `# Who may call which route\n\nGenerated from the contracts by \`npm run generate\`; whose data a role sees is judged by each query.\n${lines.join('\n')}\n`;
}

/** Contracts that nobody lists, routes declared twice, and a page that is stale. */
export function permissionProblems(listed: Record<string, Contract>, found: { file: string; contract: Contract }[], committed: string): string[] {
  const routes = Object.values(listed).flatMap((contract) => Object.values(contract));
  const addresses = routes.map(({ method, path: at }) => `${method} ${at.replace(/:\w+/g, ':')}`);
  return [
    ...found.filter(({ contract }) => !Object.values(contract).every((each) => routes.includes(each))).map(({ file }) => `${file}: its routes are not in src/contracts.ts`),
    ...addresses.filter((address, index) => addresses.indexOf(address) !== index).map((address) => `${address}: declared twice`),
    ...routes.filter(({ may }) => may.length === 0).map(({ path: at }) => `${at}: nobody may call it`),
    ...(committed === permissionTable(listed) ? [] : ['docs/generated/permissions.md is stale: npm run generate']),
  ];
}

/** Every contract that a slice declares. */
async function declared(): Promise<{ file: string; contract: Contract }[]> {
  const files = readSources('src').map(({ path: file }) => file).filter((file) => /^src\/\w+\/domain\/(\w*Contract|contract)\.ts$/.test(file));
  return (await Promise.all(files.map(async (file) => {
    const names = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, Contract>;
    return Object.entries(names).filter(([name]) => name.endsWith('Contract')).map(([, contract]) => ({ file, contract }));
  }))).flat();
}

const readGolden = () => (fs.existsSync(golden) ? fs.readFileSync(golden, 'utf8') : '');

/** Writes the page. */
export function writePermissions(): void {
  fs.mkdirSync(path.dirname(golden), { recursive: true });
  fs.writeFileSync(golden, permissionTable(contracts));
}

/** Role × route, committed and fresh. */
export const permissions: Check = { name: 'permissions: every route in the table, table fresh', problems: async () => permissionProblems(contracts, await declared(), readGolden()) };

if (import.meta.main && process.argv.includes('--write')) writePermissions();
