import { boolean, check, integer } from './check.ts';
import type { Scope } from './check.ts';
import type { Basis, Node, Problem, Type } from './model.ts';
import { parse } from './parse.ts';
import type { PolicyText } from './schema.ts';
import { Fault } from './syntax.ts';
import type { OpenedYaml } from './yamlText.ts';

/** A policy file being read: its form is right, its meaning is still checked, and every problem is collected. */
export type Loading = { text: PolicyText; yaml: OpenedYaml; problems: Problem[]; scope: Scope };

/** One expression of the file, checked; a constant stands in for a faulty one so that reading goes on. */
export function readExpression(loading: Loading, path: readonly string[], source: string, want: Type = boolean): Node {
  try {
    return check(parse(source), loading.scope, want);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    loading.problems.push(loading.yaml.problemInText(path, fault.span, fault.reason, fault.params));
    return { op: 'constant', value: 0, type: want, span: { from: 0, to: 0 } };
  }
}

/** A money expression; counts may not be multiplied into money. */
export function readAmount(loading: Loading, path: readonly string[], source: string): Node {
  const node = readExpression(loading, path, source, integer);
  if (node.op === 'count') loading.problems.push(loading.yaml.problemInText(path, node.span, 'policyCountPlace'));
  return node;
}

/** “document#article”, whose document must be declared. */
export function readBasis(loading: Loading, path: readonly string[], written: string): Basis {
  const [document = '', article = ''] = written.split('#');
  if (!loading.text.documents[document]) loading.problems.push(loading.yaml.problemAt(path, 'policyDocumentUnknown', { found: document }));
  return { document, article };
}
