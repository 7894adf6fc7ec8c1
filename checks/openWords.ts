import type { Plugin } from 'vite';
import { importsOf, isNode, nodesOf, plainText, readSources, treeOf, type Node, type Source } from './sources.ts';

const door = /^src\/\w+\/web\/public\.tsx$/;
const wordsFile = /\/words\.(zh|en)\.ts$/;

/** Does the portal or a talent's page name this word? What they build at run time counts by its beginning; refusals come worded from the server. */
export function openWords(sources: Source[]): (key: string) => boolean {
  const named = [...reachable(sources)].flatMap((source) => [...nodesOf(treeOf(source))]);
  const keys = new Set(named.flatMap((node) => plainText(node) ?? []));
  const beginnings = new Set(named.flatMap((node) => beginningOf(node)));
  return (key) => keys.has(key) || [...beginnings].some((beginning) => key.startsWith(beginning));
}

/** The beginning of a word that is built of pieces, like `cases.stage.${stage}`. */
function beginningOf(node: Node): string[] {
  const quasis = node.type === 'TemplateLiteral' ? (node.quasis as { value: { cooked: string } }[]) : [];
  const beginning = quasis.length > 1 ? quasis[0]?.value.cooked ?? '' : '';
  return /^[a-z]\w*\.[\w.]*$/.test(beginning) && !beginning.startsWith('reason.') ? [beginning] : [];
}

/** Everything that runs before somebody outside the office: the application and the pages of the portal and of talents. */
function* reachable(sources: Source[]): Generator<Source> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const asked = ['src/web.tsx', ...sources.filter(({ path }) => door.test(path)).flatMap(openPages)];
  const seen = new Set<string>();
  for (let next = asked.pop(); next !== undefined; next = asked.pop()) {
    const source = byPath.get(next);
    if (!source || seen.has(next) || wordsFile.test(next)) continue;
    seen.add(next);
    yield source;
    const isApplication = door.test(next) || next === 'src/web.tsx' || next.startsWith('src/platform/web/shell/');
    asked.push(...importsOf(source).filter(({ typeOnly, late }) => !typeOnly && !(late && isApplication)).flatMap(({ target }) => target ?? []));
  }
}

/** The pages of a slice's door that are not for staff. */
function openPages(source: Source): string[] {
  const staff = [...nodesOf(treeOf(source))].filter((node) => node.type === 'ObjectExpression' && areaOf(node) === 'staff');
  const isStaff = (start: number) => staff.some((node) => node.start <= start && start < node.end);
  const late = [...nodesOf(treeOf(source))].filter((node) => node.type === 'ImportExpression' && !isStaff(node.start)).map((node) => plainText(node.source));
  return importsOf(source).filter(({ late: isLate, names }) => isLate && late.includes(names)).flatMap(({ target }) => target ?? []);
}

function areaOf(object: Node): string | undefined {
  const property = (object.properties as Node[]).find((each) => isNode(each.key) && each.key.name === 'area');
  return property ? plainText(property.value) : undefined;
}

/** Leaves in a words file only the entries for which `keep` holds. */
export function keepWords(source: Source, keep: (key: string) => boolean): string {
  const gone = [...nodesOf(treeOf(source))].filter((node) => node.type === 'Property').filter((node) => { const key = plainText(node.key); return key !== undefined && !keep(key); });
  return gone.toReversed().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), source.text);
}

/** Splits every words file at build: `words.zh.ts?open` has what the portal and talents need at once, `?rest` the others. */
export function splitWords(): Plugin {
  let isOpen: ((key: string) => boolean) | undefined;
  return {
    name: 'split-words', enforce: 'pre',
    buildStart: () => { isOpen = undefined; },
    transform(code, id) {
      const [file = '', part] = id.split('?');
      if (!wordsFile.test(file) || (part !== 'open' && part !== 'rest')) return undefined;
      const open = (isOpen ??= openWords(readSources('src')));
      const kept = keepWords({ path: `${file}?${part}.ts`, text: code }, (key) => open(key) === (part === 'open'));
      return { code: kept.replace(/(from\s+'[^']*\/words\.(?:zh|en)\.ts)'/g, `$1?${part}'`), map: null };
    },
  };
}
