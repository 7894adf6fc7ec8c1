import path from 'node:path';
import type { Check } from './check.ts';
import { isNode, isTestFile, lineAt, nodesOf, readSources, treeOf, type Node, type Source } from './sources.ts';

const mostFileLines = 300;
const mostFunctionLines = 60;
const p90FunctionLines = 20;
const mostDoorNames = 15;
const refusedNames = /^(utils?|helpers?|common|types|constants|index|misc|shared)$/i;

/** Data in the form of a program may be long. */
const isData = (file: string) => /(^|\/)(words\.(zh|en)\.ts|types\.ts|cast\.ts|story\w*\.ts)$|^demo\//.test(file) || /\/words\.(zh|en)\.ts$/.test(file);

/** What the house style refuses, a line each. */
export const styleProblems = (sources: Source[]): string[] =>
  [...sources.flatMap((source) => [...namedBadly(source), ...tooLong(source), ...wildTime(source), ...strayWords(source), ...wideDoor(source), ...straySql(source)]), ...longOnTheWhole(sources)];

const namedBadly = ({ path: file }: Source): string[] =>
  file.replace(/\.tsx?$/, '').split('/').filter((part) => refusedNames.test(part) && file !== 'db/types.ts').map((part) => `${file}: a folder or file with no subject (${part})`);

function tooLong(source: Source): string[] {
  const lines = source.text.split('\n').length - 1;
  const long = lines > mostFileLines && !isData(source.path) ? [`${source.path}: ${lines} lines, at most ${mostFileLines}`] : [];
  return [...long, ...functionsOf(source).filter(({ lines: own }) => own > mostFunctionLines && !isTestFile(source.path) && !isData(source.path))
    .map(({ line, lines: own }) => `${source.path}:${line}: a function of ${own} lines, at most ${mostFunctionLines}`)];
}

/** The functions of a source with their length in lines. */
export const functionsOf = (source: Source): { line: number; lines: number }[] =>
  [...nodesOf(treeOf(source))].filter(({ type }) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)).map(({ start, end }) => {
    const line = lineAt(source.text, start);
    return { line, lines: lineAt(source.text, end) - line + 1 };
  });

/** Nine in ten functions of server and domain rooms stay short (of those longer than a line). */
function longOnTheWhole(sources: Source[]): string[] {
  const lengths = sources.filter(({ path: file }) => /^src\/.*\/(domain|server)\//.test(file) && !isTestFile(file))
    .flatMap(functionsOf).map(({ lines }) => lines).filter((lines) => lines > 1).toSorted((one, other) => one - other);
  const p90 = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return p90 > p90FunctionLines ? [`functions of domain and server: nine in ten have up to ${p90} lines, at most ${p90FunctionLines}`] : [];
}

/** Time comes from the clock alone, chance from a seed. */
function wildTime(source: Source): string[] {
  if (source.path.startsWith('src/platform/clock/') || !/^(src|demo)\//.test(source.path)) return [];
  return [...nodesOf(treeOf(source))].flatMap((node) => {
    const what = wildCall(node);
    return what ? [`${source.path}:${lineAt(source.text, node.start)}: ${what}`] : [];
  });
}

function wildCall(node: Node): string | undefined {
  if (node.type === 'NewExpression' && isNamed(node.callee, 'Date') && (node.arguments as unknown[]).length === 0) return 'new Date() outside platform/clock';
  if (node.type !== 'MemberExpression') return undefined;
  if (isNamed(node.object, 'Date') && isNamed(node.property, 'now')) return 'Date.now outside platform/clock';
  return isNamed(node.object, 'Math') && isNamed(node.property, 'random') ? 'Math.random; chance comes from a seed' : undefined;
}

const isNamed = (node: unknown, name: string) => isNode(node) && node.type === 'Identifier' && node.name === name;

const stray = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|eslint-disable|oxlint-disable(?!-next-line \S+ -- \S)/;

function strayWords({ path: file, text }: Source): string[] {
  if (file.startsWith('checks/style')) return [];
  return text.split('\n').flatMap((line, index) => (stray.test(line) ? [`${file}:${index + 1}: ${stray.exec(line)?.[0]}`] : []));
}

/** A front door has few names; a file that only passes on is a barrel. */
function wideDoor(source: Source): string[] {
  if (!/^src\/\w+\/(server\/public\.ts|web\/public\.tsx)$/.test(source.path)) return [];
  const names = [...nodesOf(treeOf(source))].filter(({ type }) => type === 'ExportSpecifier').length;
  return names > mostDoorNames ? [`${source.path}: ${names} names, at most ${mostDoorNames}`] : [];
}

const queries = /^(selectFrom|insertInto|updateTable|deleteFrom)$/;

/** The only rooms beside stores that write queries, by name. */
const queryFiles = new Set(['src/platform/server/audit.ts', 'src/platform/server/database.ts', 'src/platform/server/migrate.ts']);

/** SQL lives in *.store.ts. */
function straySql(source: Source): string[] {
  const name = path.posix.basename(source.path);
  if (!/^src\/\w+\/server\//.test(source.path) || name.endsWith('.store.ts') || isTestFile(source.path) || queryFiles.has(source.path)) return [];
  const found = [...nodesOf(treeOf(source))].find((node) =>
    (node.type === 'MemberExpression' && isNode(node.property) && queries.test(String(node.property.name))) || (node.type === 'TaggedTemplateExpression' && isNamed(node.tag, 'sql')));
  return found ? [`${source.path}:${lineAt(source.text, found.start)}: SQL outside a .store.ts`] : [];
}

/** Sizes, names, time, chance, and where SQL lives. */
export const style: Check = { name: 'style: sizes, names, time, chance, SQL in stores', problems: () => styleProblems(readSources('src', 'demo', 'checks', 'bench', 'scenarios', 'bin')) };
