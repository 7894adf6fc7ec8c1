import { asOfWord, typeWords } from './keywords.ts';
import type { Dictionary, Node, Parameter, Type } from './model.ts';
import { nearest } from './nearest.ts';
import { Fault } from './syntax.ts';
import type { Syntax } from './syntax.ts';

/** What an expression may speak of. Inside 计数(…[…]) the fields of the list's items come first. */
export type Scope = {
  dictionary: Dictionary; parameters: Record<string, Parameter>; clauses: ReadonlySet<string>; fields?: Record<string, Type>;
};
type Of<Op extends Syntax['op']> = Extract<Syntax, { op: Op }>;

export const boolean: Type = { kind: 'boolean' };
export const integer: Type = { kind: 'integer' };
const date: Type = { kind: 'date' };

const sameType = (a: Type, b: Type): boolean =>
  a.kind === b.kind && (a.kind !== 'enumeration' || b.kind !== 'enumeration' || a.domain === b.domain);
const typeName = (type: Type): string => (type.kind === 'enumeration' ? type.domain : typeWords[type.kind]);

/** The expression as a node of a wanted type; throws a Fault at the offending place. */
export function check(syntax: Syntax, scope: Scope, want: Type): Node {
  const node = nodeOf(syntax, scope, want);
  if (!sameType(node.type, want)) throw new Fault('policyType', node.span, { expected: typeName(want), found: typeName(node.type) });
  return node;
}

function nodeOf(syntax: Syntax, scope: Scope, want?: Type): Node {
  const { span } = syntax;
  switch (syntax.op) {
    case 'number': return { op: 'constant', value: syntax.value, type: integer, span };
    case 'day': return { op: 'constant', value: syntax.value, type: date, span };
    case 'truth': return { op: 'constant', value: syntax.value ? 1 : 0, type: boolean, span };
    case 'text': return literal(syntax, scope, want);
    case 'name': return named(syntax, scope);
    case 'compare': return comparison(syntax, scope);
    case 'oneOf': return membership(syntax, scope);
    case 'all':
    case 'any': return { op: syntax.op, parts: syntax.parts.map((part) => check(part, scope, boolean)), type: boolean, span };
    case 'not': return { op: 'not', part: check(syntax.part, scope, boolean), type: boolean, span };
    case 'known': return { op: 'known', part: nodeOf(syntax.part, scope), type: boolean, span };
    case 'arithmetic': return { op: 'arithmetic', by: syntax.by, left: plain(syntax.left, scope), right: plain(syntax.right, scope), type: integer, span };
    case 'years': return { op: 'years', since: check(syntax.since, scope, date), until: check(syntax.until, scope, date), type: integer, span };
    case 'count':
    case 'exists': return quantity(syntax, scope);
  }
}

function literal(syntax: Of<'text'>, scope: Scope, want?: Type): Node {
  const { span, value } = syntax;
  if (want?.kind !== 'enumeration') throw new Fault('policyTextPlace', span, { found: value });
  const rank = scope.dictionary.enumerations[want.domain]?.ranks.get(value);
  if (rank === undefined) {
    const near = nearest(value, scope.dictionary.enumerations[want.domain]?.values ?? []);
    throw new Fault('policyNotInDomain', span, { found: value, domain: want.domain, near });
  }
  return { op: 'constant', value: rank, type: want, span };
}

function named({ name, span }: Of<'name'>, scope: Scope): Node {
  const field = scope.fields?.[name];
  if (field) return { op: 'field', name, type: field, span };
  if (name === asOfWord) return { op: 'asOf', type: date, span };
  const parameter = scope.parameters[name];
  if (parameter) return { op: 'parameter', name, type: parameter.type, span };
  if (scope.clauses.has(name)) return { op: 'clause', name, type: boolean, span };
  const fact = scope.dictionary.facts[name];
  if (!fact) {
    const known = [...Object.keys(scope.fields ?? {}), ...Object.keys(scope.parameters), ...scope.clauses, ...Object.keys(scope.dictionary.facts)];
    throw new Fault('policyNameUnknown', span, { found: name, near: nearest(name, known) });
  }
  if (fact.type.kind === 'list') throw new Fault('policyListPlace', span, { found: name });
  return { op: 'fact', name, type: fact.type, span };
}

function plain(syntax: Syntax, scope: Scope): Node {
  const node = check(syntax, scope, integer);
  if (node.op === 'count') throw new Fault('policyCountPlace', node.span);
  return node;
}

function comparison(syntax: Of<'compare'>, scope: Scope): Node {
  const { span, by } = syntax;
  const [left, right] = pair(syntax.left, syntax.right, scope);
  const params = { left: typeName(left.type), right: typeName(right.type) };
  if (!sameType(left.type, right.type)) throw new Fault('policyCompareTypes', span, params);
  if (left.type.kind === 'catalogue') throw new Fault('policyCompareTypes', span, params);
  if (left.op === 'count' && right.op === 'count') throw new Fault('policyCountPlace', right.span);
  const ranked = by !== '=' && by !== '!=';
  if (ranked && left.type.kind === 'boolean') throw new Fault('policyNotOrdered', span, { found: typeName(left.type) });
  if (ranked && left.type.kind === 'enumeration' && !scope.dictionary.enumerations[left.type.domain]?.ordered) {
    throw new Fault('policyNotOrdered', span, { found: left.type.domain });
  }
  return { op: 'compare', by, left, right, type: boolean, span };
}

function pair(left: Syntax, right: Syntax, scope: Scope): [Node, Node] {
  if (left.op === 'text') {
    const other = nodeOf(right, scope);
    return [nodeOf(left, scope, other.type), other];
  }
  const first = nodeOf(left, scope);
  return [first, nodeOf(right, scope, first.type)];
}

function membership(syntax: Of<'oneOf'>, scope: Scope): Node {
  const item = nodeOf(syntax.item, scope);
  if (item.op === 'count') throw new Fault('policyCountPlace', item.span);
  if (!Array.isArray(syntax.among)) return { op: 'oneOf', item, among: catalogue(syntax.among, item, scope), type: boolean, span: syntax.span };
  const among = syntax.among.map((each) => {
    const node = check(each, scope, item.type);
    if (node.op !== 'constant' || node.value === undefined) throw new Fault('policyConstantExpected', node.span);
    return node.value;
  });
  return { op: 'oneOf', item, among, type: boolean, span: syntax.span };
}

function catalogue(syntax: Syntax, item: Node, scope: Scope): Node {
  const node = nodeOf(syntax, scope);
  const fits = node.op === 'parameter' && node.type.kind === 'catalogue' && sameType(node.type.of, item.type);
  if (!fits) throw new Fault('policyCatalogueExpected', node.span, { expected: typeName(item.type) });
  return node;
}

function quantity(syntax: Of<'count' | 'exists'>, scope: Scope): Node {
  const { list, span } = syntax;
  const fact = scope.dictionary.facts[list.name];
  if (!fact || fact.type.kind !== 'list' || scope.fields) {
    const lists = Object.entries(scope.dictionary.facts).filter(([, kind]) => kind.type.kind === 'list').map(([name]) => name);
    throw new Fault('policyListExpected', list.span, { found: list.name, near: nearest(list.name, lists) });
  }
  const where = syntax.where ? check(syntax.where, { ...scope, fields: fact.type.items, clauses: new Set() }, boolean) : undefined;
  const count: Node = { op: 'count', list: list.name, ...(where ? { where } : {}), type: integer, span };
  if (syntax.op === 'count') return count;
  return { op: 'compare', by: '>=', left: count, right: { op: 'constant', value: 1, type: integer, span }, type: boolean, span };
}
