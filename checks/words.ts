import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { wordsZh } from '../src/words.ts';
import type { Check } from './check.ts';
import { isNode, isTestFile, lineAt, nodesOf, plainText, readSources, root, treeOf, type Node, type Source } from './sources.ts';

/** The words of one slice in both languages. */
export type SliceWords = { slice: string; zh: Record<string, string>; en: Record<string, string> };

/** Both languages say the same things; everything that code says has words. */
export function wordsProblems(sources: Source[], slices: SliceWords[]): string[] {
  const known = new Set(slices.flatMap(({ zh, en }) => [...Object.keys(zh), ...Object.keys(en)]));
  return [...slices.flatMap(unevenIn), ...toldTwice(slices), ...sources.flatMap((source) => saidIn(source).filter(({ key }) => !known.has(key)).map(({ key, line }) => `${source.path}:${line}: ${key} has no words`))];
}

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted().join();

// English may be empty: 个 and its like have no English.
const unevenIn = ({ slice, zh, en }: SliceWords): string[] => [
  ...Object.keys(zh).filter((key) => !(key in en)).map((key) => `${slice}: ${key} has no English`),
  ...Object.keys(en).filter((key) => !(key in zh)).map((key) => `${slice}: ${key} has no Chinese`),
  ...Object.keys(zh).filter((key) => (zh[key] ?? '').trim() === '').map((key) => `${slice}: ${key} is empty`),
  ...Object.keys(zh).filter((key) => key in en && !otherPlaces.has(key) && !fits(placesIn(zh[key] ?? ''), placesIn(en[key] ?? ''))).map((key) => `${slice}: ${key} has other places in English`),
];

/** Keys whose caller gives both languages' places: 万元 and thousands count differently. */
const otherPlaces = new Set(['platform.money.large']);

/** English may say a place twice or leave out what only Chinese needs, but it may not ask for more. */
const fits = (zh: string, en: string) => en.split(',').every((name) => name === '' || zh.split(',').includes(name));

function toldTwice(slices: SliceWords[]): string[] {
  const owners = new Map<string, string[]>();
  for (const { slice, zh } of slices) for (const key of Object.keys(zh)) owners.set(key, [...(owners.get(key) ?? []), slice]);
  return [...owners].filter(([key, names]) => names.length > 1 && differs(slices, key)).map(([key, names]) => `${key} has different words in ${names.join(' and ')}`);
}

const differs = (slices: SliceWords[], key: string) => new Set(slices.flatMap(({ zh }) => zh[key] ?? [])).size > 1;

/** Keys that code says: reasons of refusals, words of pages, titles. */
function saidIn(source: Source): { key: string; line: number }[] {
  if (isTestFile(source.path)) return [];
  return [...nodesOf(treeOf(source))].flatMap((node) => keysOf(node).map((key) => ({ key, line: lineAt(source.text, node.start) })));
}

function keysOf(node: Node): string[] {
  if (node.type !== 'CallExpression') return [];
  const [first] = node.arguments as unknown[];
  const name = calledName(node.callee);
  if (name === 'no') return literals(first).map((reason) => `reason.${reason}`);
  return name === 'w' || name === 'say' ? literals(first) : [];
}

const calledName = (callee: unknown): string => {
  if (!isNode(callee)) return '';
  return String(callee.type === 'MemberExpression' && isNode(callee.property) ? callee.property.name : callee.name);
};

/** The texts that an argument may be: a text, or either branch of a choice between two. */
function literals(node: unknown): string[] {
  if (isNode(node) && node.type === 'ConditionalExpression') return [...literals(node.consequent), ...literals(node.alternate)];
  const text = plainText(node);
  return text === undefined ? [] : [text];
}

/** The words files of every slice. */
export async function readWords(): Promise<SliceWords[]> {
  const files = readSources('src').filter(({ path: file }) => /^src\/\w+\/words\.zh\.ts$/.test(file));
  return Promise.all(files.map(async ({ path: file }) => {
    const [zh, en] = await Promise.all([wordsIn(file), wordsIn(file.replace('.zh.', '.en.'))]);
    return { slice: file.split('/')[1] ?? '', zh, en };
  }));
}

const wordsIn = async (file: string): Promise<Record<string, string>> =>
  ((await import(pathToFileURL(path.join(root, file)).href).catch(() => ({ default: {} }))) as { default: Record<string, string> }).default;

/** Reasons of slices whose words the server does not know: it would say the bare key. */
export const unjoined = (slices: SliceWords[], joined: Record<string, string>): string[] =>
  slices.filter(({ zh }) => Object.keys(zh).some((key) => key.startsWith('reason.') && !(key in joined))).map(({ slice }) => `src/words.ts: the words of ${slice} are missing`);

/** Words complete in both languages. */
export const words: Check = {
  name: 'words: complete in both languages, every reason and page',
  problems: async () => {
    const slices = await readWords();
    return [...wordsProblems(readSources('src'), slices), ...unjoined(slices, wordsZh)];
  },
};
