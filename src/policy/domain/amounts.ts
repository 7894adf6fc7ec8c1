import { numberOf, truthOf } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import type { Amount, Composition, Node, Result } from './model.ts';

/** Money between what is sure and what is possible, in fen; an infinite upper end is one not known. */
export type Span = { sure: number; possible: number };
const nothing: Span = { sure: 0, possible: 0 };

export const amountOf = ({ sure, possible }: Span): Amount => ({ sure, possible: Number.isFinite(possible) ? possible : null });

function money(node: Node, person: Person): Span {
  const fen = numberOf(node, person);
  return fen === undefined ? { sure: 0, possible: Infinity } : { sure: Math.max(0, fen), possible: Math.max(0, fen) };
}

function highestRow(rows: NonNullable<Result['table']>['rows'], person: Person): Span {
  let best = nothing;
  for (const row of rows) {
    const truth = truthOf(row.when, person);
    const each = truth === 0 ? nothing : money(row.amount, person);
    best = { sure: truth === 2 ? Math.max(best.sure, each.sure) : best.sure, possible: Math.max(best.possible, each.possible) };
  }
  return best;
}

/** The first row that holds; rows that may hold make an interval with those after them. */
function firstRow(rows: NonNullable<Result['table']>['rows'], person: Person): Span {
  let may: Span | undefined;
  for (const row of rows) {
    const truth = truthOf(row.when, person);
    if (truth === 0) continue;
    const each = money(row.amount, person);
    may = may ? { sure: Math.min(may.sure, each.sure), possible: Math.max(may.possible, each.possible) } : each;
    if (truth === 2) return may;
  }
  return may ? { ...may, sure: 0 } : nothing;
}

/** What one result pays; undefined when it is no money at all. */
export function amountOfResult(result: Result, truth: number, person: Person): Span | undefined {
  if (!result.amount && !result.table) return undefined;
  if (truth === 0) return nothing;
  const paid = result.amount ? money(result.amount, person) : result.table?.pick === 'first' ? firstRow(result.table.rows, person) : highestRow(result.table?.rows ?? [], person);
  return truth === 2 ? paid : { ...paid, sure: 0 };
}

function sum(spans: Span[]): Span {
  const total = { sure: 0, possible: 0 };
  for (const { sure, possible } of spans) {
    total.sure += sure;
    total.possible += possible;
  }
  return total;
}

function highest(spans: Span[]): Span {
  const best = { sure: 0, possible: 0 };
  for (const { sure, possible } of spans) {
    if (sure > best.sure) best.sure = sure;
    if (possible > best.possible) best.possible = possible;
  }
  return best;
}

const rules: Record<Composition['rule'], (members: Span[], composition: Composition, person: Person) => Span> = {
  highest,
  capped: (members, { cap }, person) => {
    const total = sum(members);
    const limit = cap ? money(cap, person) : { sure: Infinity, possible: Infinity };
    return { sure: Math.min(total.sure, limit.sure), possible: Math.min(total.possible, limit.possible) };
  },
  topUp: (members, { received }, person) => {
    const total = sum(members);
    const had = received ? money(received, person) : nothing;
    return { sure: Number.isFinite(had.possible) ? Math.max(0, total.sure - had.possible) : 0, possible: Math.max(0, total.possible - had.sure) };
  },
  excluded: (members, { when }, person) => {
    const truth = when ? truthOf(when, person) : 0;
    const total = sum(members);
    return truth === 2 ? nothing : truth === 1 ? { ...total, sure: 0 } : total;
  },
};

/** The members of groups, which then are taken up. */
function take(groups: Map<string, Span[]>, names: readonly string[]): Span[] {
  const members: Span[] = [];
  for (const name of names) {
    for (const member of groups.get(name) ?? []) members.push(member);
    groups.delete(name);
  }
  return members;
}

/** Puts results together in the order of the file; what a composition takes up counts no more by itself. */
export function compose(compositions: Record<string, Composition>, paid: { group: string; span: Span }[], person: Person): Map<string, Span> {
  const groups = new Map<string, Span[]>();
  for (const { group, span } of paid) {
    const members = groups.get(group);
    if (members) members.push(span);
    else groups.set(group, [span]);
  }
  for (const name in compositions) {
    const composition = compositions[name] as Composition;
    groups.set(name, [rules[composition.rule](take(groups, composition.groups), composition, person)]);
  }
  const composed = new Map<string, Span>();
  for (const [name, spans] of groups) composed.set(name, sum(spans));
  return composed;
}
