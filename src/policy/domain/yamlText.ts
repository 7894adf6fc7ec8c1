import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node as YamlNode, ParsedNode, Scalar as YamlScalar } from 'yaml';
import type { Problem, Span } from './model.ts';

type Path = readonly PropertyKey[];
type Params = Record<string, string | number>;

/** A YAML 1.2 text opened strictly, with a way back from any value to its line and column. */
export type OpenedYaml = {
  plain: unknown;
  problems: Problem[];
  problemAt(path: Path, reason: string, params?: Params): Problem;
  problemAtKey(path: Path, key: string, reason: string, params?: Params): Problem;
  problemInText(path: Path, span: Span, reason: string, params?: Params): Problem;
};

function find(document: Document.Parsed<ParsedNode>, path: Path): { node: YamlNode | null; key: YamlNode | null } {
  let node = document.contents as YamlNode | null;
  let key: YamlNode | null = null;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part));
      if (!pair) break;
      key = pair.key as YamlNode;
      node = (pair.value as YamlNode | null) ?? key;
    } else if (isSeq(node)) {
      node = (node.items[Number(part)] as YamlNode | undefined) ?? node;
    }
  }
  return { node, key };
}

/** Where the n-th character of a scalar's value stands in the source, whichever way the scalar was written. */
function placeInScalar(source: string, scalar: YamlScalar, offset: number): number {
  const value = String(scalar.value);
  const [start, end] = scalar.range ?? [0, 0];
  let at = start + (scalar.type?.startsWith('QUOTE') ? 1 : 0);
  if (scalar.type?.startsWith('BLOCK')) at = source.indexOf('\n', start) + 1;
  for (let index = 0; index < Math.min(offset, value.length); index += 1) {
    while (at < end && source[at] !== value[index] && /[\s\\']/.test(source[at] ?? '')) at += 1;
    at += 1;
  }
  while (at < end && source[at] !== value[offset] && /\s/.test(source[at] ?? '')) at += 1;
  return at;
}

/** Opens a YAML text; what YAML itself refuses becomes problems with their places. */
export function openYaml(source: string): OpenedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, { version: '1.2', strict: true, uniqueKeys: true, lineCounter: lines, logLevel: 'silent' });
  const at = (offset: number, reason: string, params: Params): Problem => {
    const { line, col } = lines.linePos(offset);
    return { reason, line: Math.max(line, 1), column: Math.max(col, 1), params };
  };
  // what follows a broken place is mostly its echo
  const problems = [...document.errors, ...document.warnings].slice(0, 1).map((error) => at(error.pos[0], error.code === 'DUPLICATE_KEY' ? 'policyKeyTwice' : 'policyYaml', { found: error.code }));
  visit(document, {
    Alias: (_, alias) => void problems.push(at(alias.range?.[0] ?? 0, 'policyYamlAlias', { found: alias.source })),
    Pair: (_, { key }) => void (isScalar(key) || problems.push(at((key as YamlNode | null)?.range?.[0] ?? 0, 'policyKeyPlain', {}))),
  });
  const place = (path: Path): number => find(document, path).node?.range?.[0] ?? 0;
  return {
    plain: problems.length ? undefined : document.toJS(),
    problems,
    problemAt: (path, reason, params = {}) => at(place(path), reason, params),
    problemAtKey: (path, key, reason, params = {}) => at(find(document, [...path, key]).key?.range?.[0] ?? place(path), reason, params),
    problemInText: (path, span, reason, params = {}) => {
      const { node } = find(document, path);
      return at(isScalar(node) ? placeInScalar(source, node, span.from) : place(path), reason, params);
    },
  };
}
