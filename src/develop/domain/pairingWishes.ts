import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import { entryMarks } from './keywords.ts';
import { otherSide, type PairingPlan, type Side } from './pairingPlan.ts';

/** Somebody in a round, as far as wishes go. */
export type Entrant = { id: string; side: Side; number: number; fields: readonly string[]; organisationId: string; department: string; chief: boolean };

/** How an entry is called on paper: 师007, 徒012. */
export const calledOf = ({ side, number }: Pick<Entrant, 'side' | 'number'>): string => `${entryMarks[side]}${String(number).padStart(3, '0')}`;

/** Why two may not be paired; undefined when they may. */
export function barOf(plan: PairingPlan, one: Entrant, other: Entrant): 'wishNoField' | 'wishChief' | undefined {
  if (!one.fields.some((field) => other.fields.includes(field))) return 'wishNoField';
  const master = one.side === 'master' ? one : other;
  const pupil = master === one ? other : one;
  const ownChief = master.chief && master.department !== '' && master.department === pupil.department && master.organisationId === pupil.organisationId;
  return plan.chiefApart && ownChief ? 'wishChief' : undefined;
}

/** May this list be handed in? Each entry once, of the other side, pairable, and not more than the plan allows. */
export function checkWishes(plan: PairingPlan, own: Entrant & { personId: string }, wishes: readonly string[], entrants: ReadonlyMap<string, Entrant & { personId: string }>): Answer<true> {
  const most = own.side === 'master' ? plan.masterWishes : plan.pupilWishes;
  if (wishes.length > most) return no('wishTooMany', { field: 'wishes', params: { most, given: wishes.length } });
  for (const [at, id] of wishes.entries()) {
    const wished = entrants.get(id);
    if (!wished || wished.side !== otherSide(own.side)) return refused('wishUnknown', at, id);
    if (wished.personId === own.personId) return refused('wishSelf', at, calledOf(wished));
    if (wishes.indexOf(id) !== at) return refused('wishTwice', at, calledOf(wished));
    const bar = barOf(plan, own, wished);
    if (bar) return refused(bar, at, calledOf(wished));
  }
  return yes(true);
}

const refused = (reason: string, at: number, called: string): Refusal => no(reason, { field: 'wishes', params: { place: at + 1, called } });

/** One line of a pasted table: whose list it is, and the entries in order. */
export type WishLine = { line: number; own: string; wishes: string[] };

/** Lists on paper, a line each: 徒012, then 师007, 师033 … with spaces, tabs or commas between. */
export function readWishLines(text: string, idOf: ReadonlyMap<string, string>): Answer<WishLine[]> {
  const lines: WishLine[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const names = raw.trim().split(/[\s,，、;；:：]+/).filter(Boolean);
    if (names.length === 0) continue;
    const ids = names.map((name) => idOf.get(name));
    const unknown = names[ids.indexOf(undefined)];
    if (unknown) return no('wishLineUnknown', { field: 'text', params: { line: index + 1, called: unknown.slice(0, 20) } });
    const [own = '', ...wishes] = ids as string[];
    if (lines.some((each) => each.own === own)) return no('wishLineTwice', { field: 'text', params: { line: index + 1, called: names[0] ?? '' } });
    lines.push({ line: index + 1, own, wishes });
  }
  return lines.length ? yes(lines) : no('wishLinesNone', { field: 'text' });
}
