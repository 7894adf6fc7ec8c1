import { dayText } from './calendar.ts';
import { countOf, numberOf, personOn, truthOf, verdicts } from './evaluate.ts';
import type { Person } from './evaluate.ts';
import { missingFor } from './missing.ts';
import type { Basis, FactValue, Facts, Node, Policy, Type, Verdict } from './model.ts';
import { factsIn, walk } from './walk.ts';
import { timeline } from './timeline.ts';
import { waysTo } from './ways.ts';
import type { Way } from './ways.ts';

export type Line = {
  mark: Verdict; clause: string; text: string; document: string; article: string; unverified: boolean;
  facts: { name: string; value?: FactValue }[];
  /** What was computed on the way: completed years, counts. */
  figures: { text: string; value: string }[];
  parameters: { name: string; value?: string; unverified: boolean }[];
  missing: string[];
  /** The clause that this exception stands in for. */
  insteadOf?: string;
  lines: Line[];
};
export type Explanation = {
  policy: string; version: string; asOf: string; result: string; verdict: Verdict; unverified: boolean; document: string; article: string; lines: Line[]; ways: Way[];
  /** The day from which it is yes if nothing but time changes. */
  becomes?: string;
};

type Holder = { name: string; text: string; basis: Basis; unverified: boolean };
type Case = { policy: Policy; facts: Facts; person: Person };

const shown = (value: number | number[] | undefined, type: Type, policy: Policy): string | undefined => {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((each) => shown(each, type.kind === 'catalogue' ? type.of : type, policy)).join('、');
  if (type.kind === 'date') return dayText(value);
  return type.kind === 'enumeration' ? policy.dictionary.enumerations[type.domain]?.values[value] : String(value);
};

function figuresIn(node: Node, text: string, person: Person): Line['figures'] {
  return [...walk(node)].flatMap((each) => {
    const said = text.slice(each.span.from, each.span.to);
    if (each.op === 'years') {
      const value = numberOf(each, person);
      return value === undefined ? [] : [{ text: said, value: String(value) }];
    }
    if (each.op !== 'count') return [];
    const { least, most } = countOf(each, person);
    return [{ text: said, value: least === most ? String(least) : Number.isFinite(most) ? `${least}–${most}` : `≥ ${least}` }];
  });
}

function parametersIn(node: Node, { policy, person }: Case): Line['parameters'] {
  return [...walk(node)].flatMap((each) => {
    if (each.op !== 'parameter') return [];
    const value = shown(person.parameters[each.name], each.type, policy);
    return [{ name: each.name, ...(value === undefined ? {} : { value }), unverified: policy.parameters[each.name]?.unverified ?? false }];
  });
}

function base(node: Node, holder: Holder, about: Case): Line {
  const { policy, facts, person } = about;
  const parameters = parametersIn(node, about);
  return {
    mark: verdicts[truthOf(node, person)] as Verdict, clause: holder.name, text: holder.text.slice(node.span.from, node.span.to),
    document: policy.documents[holder.basis.document]?.name ?? '', article: holder.basis.article, unverified: holder.unverified || parameters.some(({ unverified }) => unverified),
    facts: factsIn(node).map((name) => (facts[name] === undefined ? { name } : { name, value: facts[name] })), figures: figuresIn(node, holder.text, person), parameters,
    missing: [...missingFor(node, person).facts], lines: [],
  };
}

function holderOf(policy: Policy, name: string, part: 'text' | 'whenText'): Holder {
  const clause = policy.clauses[name];
  if (!clause) throw new Error(`no such clause: ${name}`);
  return { name, text: clause[part] ?? '', basis: clause, unverified: clause.unverified };
}

/** A clause as it stands for this person: itself, the exception that takes its place, or both while that is open. */
function clauseLine(name: string, about: Case): Line {
  const { policy, person } = about;
  let rule = policy.rules[name] as Node;
  const open: Line[] = [];
  while (rule.op === 'choose') {
    const truth = truthOf(rule.test, person);
    const exception = rule.then.op === 'clause' ? rule.then.name : '';
    if (truth === 2 && open.length === 0) return { ...clauseLine(exception, about), insteadOf: name };
    if (truth === 1) open.push(lineOf(rule.test, holderOf(policy, exception, 'whenText'), about), { ...clauseLine(exception, about), insteadOf: name });
    rule = rule.otherwise;
  }
  const holder = holderOf(policy, name, 'text');
  const own = { ...base(rule, holder, about), text: holder.text, lines: partsOf(rule, holder, about) };
  if (open.length === 0) return own;
  const whole = policy.rules[name] as Node;
  return { ...own, mark: verdicts[truthOf(whole, person)] as Verdict, missing: [...missingFor(whole, person).facts], lines: [...open, own] };
}

function partsOf(node: Node, holder: Holder, about: Case): Line[] {
  if (node.op === 'all' || node.op === 'any') return node.parts.map((part) => lineOf(part, holder, about));
  if (node.op === 'not' || node.op === 'clause') return [lineOf(node.op === 'not' ? node.part : node, holder, about)];
  return [];
}

function lineOf(node: Node, holder: Holder, about: Case): Line {
  if (node.op === 'clause') return clauseLine(node.name, about);
  return { ...base(node, holder, about), lines: partsOf(node, holder, about) };
}

/** Why a result is yes, no or unknown: its clauses with article, facts and what is missing, and the cheapest ways to yes. */
export function explain(policy: Policy, result: string, facts: Facts, asOf: string): Explanation {
  const found = policy.results[result];
  if (!found) throw new Error(`no such result: ${result}`);
  const about: Case = { policy, facts, person: personOn(policy, facts, asOf) };
  const holder: Holder = { name: result, text: found.text, basis: found, unverified: found.unverified };
  const { when } = found;
  const verdict = verdicts[truthOf(when, about.person)] as Verdict;
  const { becomes } = verdict === 'yes' ? {} : timeline(policy, result, facts, asOf);
  const lines = when.op === 'all' ? partsOf(when, holder, about) : [lineOf(when, holder, about)];
  return {
    policy: policy.code, version: policy.version, asOf, result, verdict, unverified: found.unsettled.length > 0,
    document: policy.documents[found.document]?.name ?? '', article: found.article, lines, ways: waysTo(policy, result, about.person),
    ...(becomes ? { becomes } : {}),
  };
}
