import type { Span } from './amounts.ts';
import type { Outcome } from './kernel/outcome.ts';
import type { Policy } from './model.ts';
import { askAll, kept, type Crowd } from './sandboxCrowd.ts';
import { differing, Signatures, truthAt } from './signatures.ts';

/**
 * Where everybody of a crowd stands under a policy on a day: outcomes, and each one's signature. Signatures that occur are numbered as
 * classes; `counts` holds for each institution how many stand in each class, institution after institution.
 */
export type Standing = { policy: Policy; asOf: string; outcomes: Outcome[]; signatures: Signatures; classOf: Int32Array; rows: number[]; counts: Int32Array };

/** Judges everybody; what is found stays valid while other values are tried. */
export function standingOf(policy: Policy, crowd: Crowd, asOf: string): Standing {
  const outcomes = kept(askAll(policy, crowd, asOf));
  const signatures = new Signatures();
  const classOf = signatures.rowsOf(outcomes, crowd.size);
  const rows: number[] = [];
  const classes = new Int32Array(signatures.size).fill(-1);
  for (let index = 0; index < crowd.size; index += 1) {
    const row = classOf[index] as number;
    if (classes[row] === -1) classes[row] = rows.push(row) - 1;
    classOf[index] = classes[row] as number;
  }
  const counts = new Int32Array(crowd.institutions.length * rows.length);
  for (let index = 0; index < crowd.size; index += 1) (counts[(crowd.institutionOf[index] as number) * rows.length + (classOf[index] as number)] as number) += 1;
  return { policy, asOf, outcomes, signatures, classOf, rows, counts };
}

/** Money of many people added up: what has no upper end is counted apart, so that it can be taken away again. */
class Sums {
  private readonly sure: Float64Array;
  private readonly possible: Float64Array;
  private readonly endless: Float64Array;

  constructor(size: number) {
    this.sure = new Float64Array(size);
    this.possible = new Float64Array(size);
    this.endless = new Float64Array(size);
  }

  add(at: number, { sure, possible }: Span, count: number): void {
    (this.sure[at] as number) += sure * count;
    if (Number.isFinite(possible)) (this.possible[at] as number) += possible * count;
    else (this.endless[at] as number) += count;
  }

  spans(): Span[] {
    return Array.from(this.sure, (sure, at) => ({ sure, possible: this.endless[at] ? Infinity : (this.possible[at] as number) }));
  }
}

/** What money costs each institution when everybody stands as in a standing, but for some who have moved on. */
export function costsByInstitution(standing: Standing, crowd: Crowd, money: (row: number) => Span, moved: readonly Moved[] = []): Span[] {
  const { rows, counts } = standing;
  const spans = rows.map(money);
  const sums = new Sums(crowd.institutions.length);
  for (let institution = 0, at = 0; institution < crowd.institutions.length; institution += 1) {
    for (const span of spans) {
      const count = counts[at] as number;
      if (count > 0) sums.add(institution, span, count);
      at += 1;
    }
  }
  for (const { from, to, people } of moved) {
    const [less, more] = [money(from), money(to)];
    if (less.sure === more.sure && less.possible === more.possible) continue;
    for (let institution = 0; institution < people.length; institution += 1) {
      const count = people[institution] as number;
      if (count === 0) continue;
      sums.add(institution, less, -count);
      sums.add(institution, more, count);
    }
  }
  return sums.spans();
}

/** What each person costs, where the amount hangs on facts of the person. */
export function costsByPerson(crowd: Crowd, money: (index: number) => Span): Span[] {
  const sums = new Sums(crowd.institutions.length);
  for (let index = 0; index < crowd.size; index += 1) sums.add(crowd.institutionOf[index] as number, money(index), 1);
  return sums.spans();
}

/** People who went from one signature to another, by institution. */
export type Moved = { from: number; to: number; people: Int32Array };

/** The signature of one person of a standing. */
export const rowOfPerson = ({ rows, classOf }: Standing, index: number): number => rows[classOf[index] as number] as number;

/** Who stands otherwise under other outcomes: only those whose bits differ are looked at, and of them only the questions that differ for anybody. */
export function movesTo(standing: Standing, crowd: Crowd, tried: readonly Outcome[]): Moved[] {
  const { outcomes, classOf, signatures } = standing;
  const changed = tried.flatMap((outcome, at) => (differing([outcomes[at]], [outcome], crowd.size, 1).length === 0 ? [] : [at]));
  const bits = changed.map((at) => tried[at] as Outcome);
  const codes = 3 ** changed.length;
  const moved: Moved[] = [];
  const known: (Moved | undefined)[] = [];
  for (const index of differing(changed.map((at) => outcomes[at]), bits, crowd.size)) {
    let key = (classOf[index] as number) * codes;
    let weight = 1;
    for (const { yes, unknown } of bits) {
      key += truthAt(yes, unknown, index) * weight;
      weight *= 3;
    }
    const move = (known[key] ??= begun(moved, { from: rowOfPerson(standing, index), to: signatures.rowAt(tried, index), people: new Int32Array(crowd.institutions.length) }));
    (move.people[crowd.institutionOf[index] as number] as number) += 1;
  }
  return moved;
}

function begun(moved: Moved[], move: Moved): Moved {
  moved.push(move);
  return move;
}
