import { evaluate } from 'feelin';
import { Engine as JsonRules, type NestedCondition } from 'json-rules-engine';
import Publicodes from 'publicodes';
import { peer } from './peers.ts';

/** A person in plain numbers, ages and counts worked out beforehand: most peers know neither calendar nor lists. */
export type Plain = Record<string, number | boolean>;
/** The same rule in a form every peer can be given: comparisons, lists of conditions, alternatives. */
export type Rule = { fact: string; by: '<=' | '>=' | '='; value: number | boolean } | { all: Rule[] } | { any: Rule[] };
export type Rules = Record<string, Rule>;
/** A peer with the rules loaded: the names of the results that hold for a person. */
export type Peer = { name: string; decide(person: Plain): Promise<string[]> | string[] };

const joined = (rule: Rule, write: (fact: string, by: string, value: number | boolean) => string, and: string, or: string): string => {
  if ('fact' in rule) return write(rule.fact, rule.by, rule.value);
  const parts = 'all' in rule ? rule.all : rule.any;
  return `(${parts.map((part) => joined(part, write, and, or)).join('all' in rule ? ` ${and} ` : ` ${or} `)})`;
};

const jsonOperators = { '<=': 'lessThanInclusive', '>=': 'greaterThanInclusive', '=': 'equal' } as const;
const jsonCondition = (rule: Rule): NestedCondition => {
  if ('fact' in rule) return { fact: rule.fact, operator: jsonOperators[rule.by], value: rule.value };
  return 'all' in rule ? { all: rule.all.map(jsonCondition) } : { any: rule.any.map(jsonCondition) };
};

/** json-rules-engine: one engine, one rule a result. */
export function jsonRules(rules: Rules): Peer {
  const engine = new JsonRules();
  for (const [name, rule] of Object.entries(rules)) engine.addRule({ conditions: { all: [jsonCondition(rule)] }, event: { type: name } });
  return { name: 'json-rules-engine', decide: async (person) => (await engine.run(person)).events.map(({ type }) => type) };
}

type ZenModule = { ZenEngine: new () => { createDecision(content: Buffer): { evaluate(input: Plain): Promise<{ result: Record<string, boolean> }> } } };

/** zen-engine: one decision with one expression node that holds every result. */
export async function zen(rules: Rules): Promise<Peer> {
  const { ZenEngine } = (await peer('@gorules/zen-engine', '0.54.0')) as ZenModule;
  const expressions = Object.entries(rules).map(([key, rule], id) => ({ id: `${id}`, key, value: joined(rule, (fact, by, value) => `${fact} ${by === '=' ? '==' : by} ${value}`, 'and', 'or') }));
  const node = (id: string, type: string, content = {}) => ({ id, type, name: id, content, position: { x: 0, y: 0 } });
  const edge = (sourceId: string, targetId: string) => ({ id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId });
  const graph = { nodes: [node('in', 'inputNode'), node('rules', 'expressionNode', { expressions }), node('out', 'outputNode')], edges: [edge('in', 'rules'), edge('rules', 'out')] };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return { name: 'zen-engine', decide: async (person) => Object.entries((await decision.evaluate(person)).result).filter(([name, value]) => name in rules && value).map(([name]) => name) };
}

/** feelin: a FEEL expression a result, parsed at each call as the library does. */
export function feel(rules: Rules): Peer {
  const written = Object.entries(rules).map(([name, rule]) => [name, joined(rule, (fact, by, value) => `${fact} ${by} ${value}`, 'and', 'or')] as const);
  return { name: 'feelin', decide: (person) => written.filter(([, text]) => (evaluate(text, person) as { value: unknown }).value === true).map(([name]) => name) };
}

const publicodesRule = (rule: Rule): unknown => {
  if ('fact' in rule) return `${rule.fact} ${rule.by} ${typeof rule.value === 'boolean' ? (rule.value ? 'oui' : 'non') : rule.value}`;
  return 'all' in rule ? { 'toutes ces conditions': rule.all.map(publicodesRule) } : { 'une de ces conditions': rule.any.map(publicodesRule) };
};

/** publicodes: one engine, the situation set anew for each person. */
export function publicodes(rules: Rules, sample: Plain): Peer {
  const facts = Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, typeof value === 'boolean' ? { question: name, 'par défaut': 'non' } : { question: name, 'par défaut': 0 }]));
  const results = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, publicodesRule(rule)]));
  const engine = new Publicodes({ ...facts, ...results } as ConstructorParameters<typeof Publicodes>[0]);
  const said = (person: Plain) => Object.fromEntries(Object.entries(person).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'oui' : 'non') : value]));
  return { name: 'publicodes', decide: (person) => { engine.setSituation(said(person)); return Object.keys(rules).filter((name) => engine.evaluate(name).nodeValue === true); } };
}
