import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Role } from '#platform/domain/actor.ts';
import type { Check } from './check.ts';
import { isNode, isTestFile, lineAt, nodesOf, readSources, root, treeOf, type Node, type Source } from './sources.ts';

const Row = z.strictObject({
  en: z.string(), zh: z.string(), also: z.array(z.string()).default([]), means: z.string(), kind: z.enum(['pillar', 'role', 'thing']), not: z.array(z.string()).default([]),
});
export type GlossaryRow = z.infer<typeof Row>;

/** The rows of a glossary text; unknown keys throw. */
export const readGlossary = (text: string): GlossaryRow[] => z.array(Row).parse(parse(text));

/** One concept, one word: unique both ways, every role named, no refused synonym coined. */
export const glossaryProblems = (sources: Source[], rows: GlossaryRow[]): string[] => [
  ...twice(rows.map(({ en }) => en)), ...twice(rows.flatMap(({ zh, also }) => [zh, ...also])), ...roleProblems(rows),
  ...sources.flatMap((source) => [...refusedIn(source, rows), ...chineseIn(source)]),
];

const twice = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index).map((name) => `glossary.yaml: ${name} stands twice`);

function roleProblems(rows: GlossaryRow[]): string[] {
  const named = rows.filter(({ kind }) => kind === 'role').map(({ en }) => en);
  return [
    ...Role.options.filter((role) => !named.includes(role)).map((role) => `glossary.yaml: the role ${role} has no row`),
    ...named.filter((name) => !Role.options.includes(name as Role)).map((name) => `glossary.yaml: ${name} is no role of the code`),
  ];
}

const wordsOf = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[\s_-]+/).map((word) => word.replace(/s$/, ''));

/** Words that say nothing about what a thing is. */
const empty = ['manager', 'handler', 'helper', 'util', 'process'];
/** Names that are given from outside. */
const given = new Set(['errorHandler', 'setErrorHandler', 'setNotFoundHandler']);

function refusedIn(source: Source, rows: GlossaryRow[]): string[] {
  const refused = new Map(rows.flatMap(({ en, not }) => not.map((bad) => [wordsOf(bad)[0] ?? '', en] as const)));
  return coinedNames(source).flatMap(({ name, line }) => {
    const words = given.has(name) ? [] : wordsOf(name);
    const hollow = name.endsWith('Service') ? 'service' : words.find((word) => empty.includes(word));
    const synonym = words.find((word) => refused.has(word));
    if (hollow && /[A-Z]/.test(name)) return [`${source.path}:${line}: ${name} (${hollow} says nothing)`];
    return synonym ? [`${source.path}:${line}: ${name}: say ${refused.get(synonym)}`] : [];
  });
}

/** The names that a source coins itself, not those it borrows. */
function coinedNames(source: Source): { name: string; line: number }[] {
  return [...nodesOf(treeOf(source))].flatMap((node) => namedBy(node)).map((id) => ({ name: String(id.name), line: lineAt(source.text, id.start) }));
}

function namedBy(node: Node): Node[] {
  if (/^(FunctionDeclaration|VariableDeclarator|ClassDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration)$/.test(node.type)) return [node.id].filter(isNode).filter(({ type }) => type === 'Identifier');
  return node.type === 'TSPropertySignature' ? [node.key].filter(isNode).filter(({ type }) => type === 'Identifier') : [];
}

/** Files whose Chinese is words, or data that code must know: keywords of policies, fact dictionaries and uploaded tables. */
const chineseData = [/(^|\/)words\.(zh|en)\.ts$/, /^src\/\w+\/domain\/keywords\.ts$/];

const han = /\p{Script=Han}/u;

function chineseIn(source: Source): string[] {
  if (!source.path.startsWith('src/') || isTestFile(source.path) || chineseData.some((pattern) => pattern.test(source.path))) return [];
  const said = [...nodesOf(treeOf(source))].filter((node) => han.test(textOf(node)));
  return said.map((node) => `${source.path}:${lineAt(source.text, node.start)}: Chinese text outside words.zh.ts: ${textOf(node).trim().slice(0, 24)}`);
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : isRegExp(node) ? node.regex.pattern : '';
  if (node.type === 'JSXText') return String(node.value);
  return node.type === 'TemplateElement' ? (node.value as { raw: string }).raw : '';
}

const isRegExp = (node: Node): node is Node & { regex: { pattern: string } } => typeof node.regex === 'object' && node.regex !== null;

/** The words of the house. */
export const glossary: Check = {
  name: 'glossary: one concept, one word; Chinese in words files',
  problems: () => glossaryProblems(readSources('src'), readGlossary(fs.readFileSync(path.join(root, 'glossary.yaml'), 'utf8'))),
};
