import { clauseWords, packWords } from './keywords.ts';
import { readBasis, readExpression } from './loading.ts';
import type { Loading } from './loading.ts';
import type { Clause, Node, Span } from './model.ts';
import { nearest } from './nearest.ts';
import { walk } from './walk.ts';

function readClause(loading: Loading, name: string): Clause | undefined {
  const written = loading.text.clauses?.[name];
  if (!written) return undefined;
  const path = [packWords.clauses, name];
  const { exceptionTo, when } = written;
  if (exceptionTo && !loading.text.clauses?.[exceptionTo]) {
    const near = nearest(exceptionTo, Object.keys(loading.text.clauses ?? {}));
    loading.problems.push(loading.yaml.problemAt([...path, clauseWords.exceptionTo], 'policyBaseUnknown', { found: exceptionTo, near }));
  }
  if (Boolean(exceptionTo) !== Boolean(when)) loading.problems.push(loading.yaml.problemAt(path, 'policyExceptionPair', { found: name }));
  return {
    ...readBasis(loading, [...path, clauseWords.basis], written.basis), text: written.then, unverified: written.unverified ?? false,
    node: readExpression(loading, [...path, clauseWords.then], written.then),
    ...(written.note ? { note: written.note } : {}),
    ...(exceptionTo && when ? { exceptionTo, whenText: when, when: readExpression(loading, [...path, clauseWords.when], when) } : {}),
  };
}

/** Each clause with its exceptions folded in: where an exception's condition holds, it stands in the clause's place. */
export function foldExceptions(clauses: Record<string, Clause>): Record<string, Node> {
  const rules: Record<string, Node> = {};
  for (const [name, clause] of Object.entries(clauses)) {
    const exceptions = Object.entries(clauses).filter(([, each]) => each.exceptionTo === name).reverse();
    rules[name] = exceptions.reduce<Node>((otherwise, [exception, { when, node }]) => {
      const then: Node = { op: 'clause', name: exception, type: node.type, span: node.span };
      return when ? { op: 'choose', test: when, then, otherwise, type: node.type, span: node.span } : otherwise;
    }, clause.node);
  }
  return rules;
}

type Reference = { to: string; path: readonly string[]; span: Span };

/** What a clause rests on: the clauses it names, and its exceptions with what their conditions name. */
function references(name: string, clauses: Record<string, Clause>): Reference[] {
  const named = (node: Node | undefined, path: readonly string[]): Reference[] =>
    node ? [...walk(node)].flatMap((each) => (each.op === 'clause' ? [{ to: each.name, path, span: each.span }] : [])) : [];
  const own = named(clauses[name]?.node, [packWords.clauses, name, clauseWords.then]);
  const exceptions = Object.entries(clauses).filter(([, each]) => each.exceptionTo === name);
  return [...own, ...exceptions.flatMap(([exception, { when }]) => [
    { to: exception, path: [packWords.clauses, exception, clauseWords.exceptionTo], span: { from: 0, to: 0 } },
    ...named(when, [packWords.clauses, exception, clauseWords.when]),
  ])];
}

function findCycles(loading: Loading, clauses: Record<string, Clause>): void {
  const done = new Set<string>();
  const visit = (name: string, above: readonly string[]): void => {
    if (done.has(name)) return;
    const chain = [...above, name];
    for (const { to, path, span } of references(name, clauses)) {
      const round = chain.indexOf(to);
      if (round < 0) visit(to, chain);
      else loading.problems.push(loading.yaml.problemInText(path, span, 'policyCycle', { found: to, chain: [...chain.slice(round), to].join(' → ') }));
    }
    done.add(name);
  };
  for (const name of Object.keys(clauses)) visit(name, []);
}

/** The clauses of a file and the rules they make; clauses that rest on themselves are a problem. */
export function readClauses(loading: Loading): { clauses: Record<string, Clause>; rules: Record<string, Node> } {
  const clauses: Record<string, Clause> = {};
  for (const name of Object.keys(loading.text.clauses ?? {})) {
    const clause = readClause(loading, name);
    if (clause) clauses[name] = clause;
  }
  const rules = foldExceptions(clauses);
  findCycles(loading, clauses);
  return { clauses, rules };
}
