import type { Comparison, Span } from './model.ts';

/** What a text says before names and types are looked up. */
export type Syntax = { span: Span } & (
  | { op: 'number' | 'day'; value: number }
  | { op: 'text'; value: string }
  | { op: 'truth'; value: boolean }
  | { op: 'name'; name: string }
  | { op: 'compare'; by: Comparison; left: Syntax; right: Syntax }
  | { op: 'oneOf'; item: Syntax; among: Syntax[] | Syntax }
  | { op: 'all' | 'any'; parts: Syntax[] }
  | { op: 'not' | 'known'; part: Syntax }
  | { op: 'arithmetic'; by: '+' | '-' | '*'; left: Syntax; right: Syntax }
  | { op: 'years'; since: Syntax; until: Syntax }
  | { op: 'count' | 'exists'; list: { name: string; span: Span }; where?: Syntax }
);

/** A fault in one expression, thrown to the reader of the file, which knows line and column. */
export class Fault extends Error {
  readonly reason: string;
  readonly span: Span;
  readonly params: Record<string, string | number>;
  constructor(reason: string, span: Span, params: Record<string, string | number> = {}) {
    super(reason);
    this.reason = reason;
    this.span = span;
    this.params = params;
  }
}
