import type { Words } from '#platform/web/useWords.ts';
import { writtenFen } from '#platform/web/written.ts';
import type { Change, Dated, Unit } from '../domain/changes.ts';
import { plainRule } from '../domain/plainRule.ts';

/** A number with what it counts: 45 周岁, 15 万元. */
const unitWords = (value: string, unit: Unit, w: Words): string => (unit === 'fen' ? writtenFen(Number(value), w) : unit === '' ? value : w(`policy.unit.${unit}`, { value }));

/** Dated values in a row: “45 周岁” or “2023-10-16 起 45 周岁；2025-01-01 起 50 周岁”. */
export const datedWords = (dated: readonly Dated[], unit: Unit, w: Words): string =>
  dated.map(({ from, value }) => `${from ? `${w('policy.since', { date: from })} ` : ''}${unitWords(value, unit, w)}`).join(w('policy.changes.then'));

/** The text of one side of a change as a table shows it. */
export function sideWords({ kind, unit }: Change, side: readonly Dated[], open: boolean, w: Words): string {
  const text = kind === 'clause' || kind === 'result' ? side.map(({ value }) => value).join() : datedWords(side, unit, w);
  return [text || (open ? w('policy.changes.hidden') : ''), open ? w('policy.changes.open') : ''].filter(Boolean).join(' ');
}

/** What changed, as one plain sentence. */
export function changeSentence(change: Change, w: Words): string {
  const { kind, name, before, after, unit, basis, openBefore, openAfter } = change;
  const of = change.results.length ? w('policy.changes.of', { results: change.results.map((each) => w('policy.changes.quoted', { name: each })).join(w('platform.listComma')) }) : '';
  if (change.change === 'settled' || change.change === 'opened') return of + w(`policy.changes.${kind}.${change.change}`, { name, basis, value: datedWords(after, unit, w) });
  if (kind === 'parameter') return of + parameterSentence(change, w) + (openBefore && !openAfter && basis ? w('policy.changes.settledToo', { basis }) : '');
  const said = (side: readonly Dated[]) => (kind === 'clause' || kind === 'result' ? plainRule(side[0]?.value ?? '', w) : (side[0]?.value ?? ''));
  return w(`policy.changes.${kind}.${change.change}`, { name, before: said(before), after: said(after) });
}

function parameterSentence({ name, change, before, after, unit, entered, left, openBefore, openAfter }: Change, w: Words): string {
  const comma = w('platform.listComma');
  if (entered.length + left.length > 0) {
    return w('policy.changes.catalogue', { name, changes: [entered.length ? w('policy.changes.entered', { names: entered.join(comma) }) : '', left.length ? w('policy.changes.left', { names: left.join(comma) }) : ''].filter(Boolean).join(w('platform.comma')) });
  }
  if (change === 'changed' && before.length === 0) return w('policy.changes.parameter.fixed', { name, after: datedWords(after, unit, w) });
  const hidden = (side: readonly Dated[], open: boolean) => (side.length === 0 && open ? w('policy.changes.hidden') : datedWords(side, unit, w)) + (open ? w('policy.changes.open') : '');
  return w(`policy.changes.parameter.${change}`, { name, before: spaced(hidden(before, openBefore)), after: hidden(after, openAfter) });
}

/** A bare number keeps its distance from the word after it. */
const spaced = (text: string): string => (/[\w)]$/.test(text) ? `${text} ` : text);
