import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** The folder of the checkout. */
export const root = path.join(import.meta.dirname, '..');

/** A source file by its path from the root. */
export type Source = { path: string; text: string };

/** A node of the syntax tree; checks look at a few fields and narrow them. */
export type Node = { type: string; start: number; end: number; [field: string]: unknown };

/** An import: what it names, where that lies when it is ours, and whether it vanishes when the program runs. */
export type Import = { names: string; target: string | undefined; typeOnly: boolean; late: boolean };

/** All TypeScript below folders of the checkout. */
export const readSources = (...folders: string[]): Source[] =>
  folders.flatMap((folder) => fs.existsSync(path.join(root, folder)) ? fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name)).map((name) => path.posix.join(folder, name.split(path.sep).join('/'))) : [])
    .toSorted().map((file) => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));

const parsed = new Map<string, Node>();

/** The syntax tree of a source. */
export function treeOf(source: Source): Node {
  const key = `${source.path}\n${source.text}`;
  const found = parsed.get(key);
  if (found) return found;
  const { program, errors } = parseSync(source.path, source.text, { lang: source.path.endsWith('x') ? 'tsx' : 'ts', sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`);
  const tree = program as unknown as Node;
  parsed.set(key, tree);
  return tree;
}

/** Is this a node of the tree? */
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Every node of a tree, outer before inner. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
}

/** The line of a place in a text, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Tests, stories, and what only they use (testDatabase.ts and its like). */
export const isTestFile = (file: string): boolean => /\.(test|scenario)\.tsx?$|\/test[A-Z]\w*\.tsx?$/.test(file);

/** The value of a plain string, or of a template without places. */
export function plainText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  const quasis = node.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : [];
  return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
}

/** Everything that a source imports or passes on. */
export const importsOf = (source: Source): Import[] => [...nodesOf(treeOf(source))].flatMap((node) => {
  const from = /^(Import|ExportNamed|ExportAll)(Declaration|Expression)$/.test(node.type) ? plainText(node.source) : undefined;
  if (from === undefined) return [];
  return [{ names: from, target: targetOf(source.path, from), typeOnly: isTypeOnly(node), late: node.type === 'ImportExpression' }];
});

const isTypeOnly = (node: Node): boolean => node.importKind === 'type' || node.exportKind === 'type';

function targetOf(from: string, names: string): string | undefined {
  if (names.startsWith('.')) return path.posix.join(path.posix.dirname(from), names);
  const ours = /^#(\w+)\/(.*)$/.exec(names);
  if (!ours) return undefined;
  return ours[1] === 'db' || ours[1] === 'demo' ? `${ours[1]}/${ours[2]}` : `src/${ours[1]}/${ours[2]}`;
}
