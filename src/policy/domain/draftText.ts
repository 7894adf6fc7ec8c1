import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Document, Node as YamlNode, Pair, ParsedNode, YAMLMap } from 'yaml';

type Path = readonly (string | number)[];
type Entry = Pair<YamlNode, YamlNode | null>;
/** Characters of a text that give way to others. */
export type Splice = { from: number; to: number; text: string };

/** A text opened for changes: each change is a splice, so that every other character stays, comments and line breaks too. */
export type OpenText = { source: string; document: Document.Parsed<ParsedNode>; lines: LineCounter };

export function openText(source: string): OpenText {
  const lines = new LineCounter();
  return { source, document: parseDocument(source, { version: '1.2', uniqueKeys: true, logLevel: 'silent', lineCounter: lines }), lines };
}

/** The text after splices that do not overlap. */
export const spliced = (source: string, splices: readonly Splice[]): string =>
  splices.toSorted((one, other) => other.from - one.from).reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);

/** A value as YAML writes it on one line; texts get quotation marks only where they need them. */
export const written = (value: string | number | boolean | readonly (string | number)[]): string =>
  Array.isArray(value) ? `[${value.map((each) => written(each as string | number)).join(', ')}]` : stringify(value, { lineWidth: 0 }).trimEnd();

const nodeAt = ({ document }: OpenText, path: Path): YamlNode | undefined => document.getIn(path, true) as YamlNode | undefined;
const startOf = (node: YamlNode): number => node.range?.[0] ?? 0;
const endOf = ({ key, value }: Entry): number => (value ?? key).range?.[1] ?? 0;

function mapAt(text: OpenText, path: Path): YAMLMap<YamlNode, YamlNode | null> | undefined {
  const map = path.length ? nodeAt(text, path) : text.document.contents;
  return isMap(map) ? (map as YAMLMap<YamlNode, YamlNode | null>) : undefined;
}

const placeOf = (map: YAMLMap<YamlNode, YamlNode | null>, key: string): number => map.items.findIndex((item) => isScalar(item.key) && String(item.key.value) === key);

/** Writes one value; a key that is absent is added at the end of its map. A path that leads nowhere changes nothing. */
export function valueSplice(text: OpenText, path: Path, put: string): Splice[] {
  const range = nodeAt(text, path)?.range;
  return range ? [{ from: range[0], to: range[1], text: put }] : keySplice(text, path, put);
}

function keySplice(text: OpenText, path: Path, put: string): Splice[] {
  const map = mapAt(text, path.slice(0, -1));
  if (!map?.range) return [];
  const entry = `${written(path.at(-1) ?? '')}: ${put}`;
  if (map.flow) {
    const shut = text.source.lastIndexOf('}', map.range[1]);
    return [{ from: text.source.slice(0, shut).trimEnd().length, to: shut, text: `${map.items.length ? ',' : ''} ${entry} ` }];
  }
  const [first, last] = [map.items[0] as Entry | undefined, map.items.at(-1) as Entry | undefined];
  if (!first || !last) return [];
  const end = lineEnd(text.source, endOf(last));
  return [{ from: end, to: end, text: `\n${' '.repeat(columnOf(text.source, startOf(first.key)))}${entry}` }];
}

const columnOf = (source: string, at: number): number => at - (source.lastIndexOf('\n', at - 1) + 1);
function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', source.slice(0, at).trimEnd().length); // a value that ends a block reaches over the empty lines after it
  return end < 0 ? source.length : end;
}

/** Takes a key out of its map, with the comma or the line that is then too many. */
export function dropSplice(text: OpenText, path: Path): Splice[] {
  const map = mapAt(text, path.slice(0, -1));
  const at = map ? placeOf(map, String(path.at(-1))) : -1;
  const [entry, before, after] = [map?.items[at], map?.items[at - 1], map?.items[at + 1]] as (Entry | undefined)[];
  if (!map || !entry) return [];
  if (map.flow && before) return [{ from: endOf(before), to: endOf(entry), text: '' }];
  if (after) return [{ from: startOf(entry.key), to: startOf(after.key), text: '' }];
  if (map.flow) return [{ from: startOf(entry.key), to: endOf(entry), text: '' }];
  return [{ from: text.source.lastIndexOf('\n', startOf(entry.key)), to: lineEnd(text.source, endOf(entry)), text: '' }];
}

/** The text with one value written otherwise. */
export const withValue = (source: string, path: Path, put: string): string => spliced(source, valueSplice(openText(source), path, put));

/** The line, counted from 1, where a key stands; undefined where the path leads nowhere. */
export function lineOf(text: OpenText, path: Path): number | undefined {
  const map = mapAt(text, path.slice(0, -1));
  const key = map?.items[placeOf(map, String(path.at(-1)))]?.key;
  return key ? text.lines.linePos(startOf(key)).line : undefined;
}

/** How many entries a list of the text has. */
export function lengthAt(text: OpenText, path: Path): number {
  const node = nodeAt(text, path);
  return isSeq(node) ? node.items.length : 0;
}

/** Whether a map of the text has a key. */
export const hasKey = (text: OpenText, path: Path): boolean => nodeAt(text, path) !== undefined;
