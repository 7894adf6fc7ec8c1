import { functionWords } from './keywords.ts';
import { lex } from './lex.ts';
import type { Token } from './lex.ts';
import type { Comparison } from './model.ts';
import { Fault } from './syntax.ts';
import type { Syntax } from './syntax.ts';

const comparisons = new Set(['<', '<=', '>', '>=', '=', '!=']);
const deepest = 60;

/** Reads one expression by recursive descent: 或 binds loosest, then 且, 非, comparison, + and -, *. */
class Parser {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.tokens = lex(source);
  }

  whole(): Syntax {
    const read = this.any();
    if (this.next.kind !== 'end') throw new Fault('policyOperatorMissing', this.next.span, { found: this.next.text });
    return read;
  }

  private get next(): Token {
    return this.tokens[this.at] as Token;
  }

  private take(): Token {
    const token = this.next;
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  private is(text: string, kind: Token['kind'] = 'sign'): boolean {
    return this.next.kind === kind && this.next.text === text;
  }

  private accept(text: string, kind: Token['kind'] = 'sign'): boolean {
    const here = this.is(text, kind);
    if (here) this.at += 1;
    return here;
  }

  private expect(text: string): Token {
    if (!this.is(text)) throw new Fault('policyExpected', this.next.span, { expected: text, found: this.next.text });
    return this.take();
  }

  private series(word: 'and' | 'or', op: 'all' | 'any', read: () => Syntax): Syntax {
    const first = read();
    const parts = [first];
    while (this.accept(word, 'word')) parts.push(read());
    const last = parts[parts.length - 1] ?? first;
    return parts.length === 1 ? first : { op, parts, span: { from: first.span.from, to: last.span.to } };
  }

  private any(): Syntax {
    if (++this.depth > deepest) throw new Fault('policyTooDeep', this.next.span, { deepest });
    const read = this.series('or', 'any', () => this.all());
    this.depth -= 1;
    return read;
  }

  private all(): Syntax {
    return this.series('and', 'all', () => this.negation());
  }

  private negation(): Syntax {
    if (!this.is('not', 'word')) return this.comparison();
    const { span } = this.take();
    if (++this.depth > deepest) throw new Fault('policyTooDeep', span, { deepest });
    const part = this.negation();
    this.depth -= 1;
    return { op: 'not', part, span: { from: span.from, to: part.span.to } };
  }

  private comparison(): Syntax {
    const left = this.sum();
    if (this.accept('in', 'word')) return this.membership(left);
    if (this.next.kind !== 'sign' || !comparisons.has(this.next.text)) return left;
    const by = this.take().text as Comparison;
    const right = this.sum();
    if (this.next.kind === 'sign' && comparisons.has(this.next.text)) throw new Fault('policyChained', this.next.span);
    return { op: 'compare', by, left, right, span: { from: left.span.from, to: right.span.to } };
  }

  private membership(item: Syntax): Syntax {
    if (!this.accept('[')) {
      const among = this.sum();
      return { op: 'oneOf', item, among, span: { from: item.span.from, to: among.span.to } };
    }
    const among = [this.sum()];
    while (this.accept(',')) among.push(this.sum());
    const end = this.expect(']');
    return { op: 'oneOf', item, among, span: { from: item.span.from, to: end.span.to } };
  }

  private sum(): Syntax {
    let left = this.product();
    while (this.is('+') || this.is('-')) {
      const by = this.take().text as '+' | '-';
      const right = this.product();
      left = { op: 'arithmetic', by, left, right, span: { from: left.span.from, to: right.span.to } };
    }
    return left;
  }

  private product(): Syntax {
    let left = this.atom();
    while (this.accept('*')) {
      const right = this.atom();
      left = { op: 'arithmetic', by: '*', left, right, span: { from: left.span.from, to: right.span.to } };
    }
    return left;
  }

  private atom(): Syntax {
    const token = this.take();
    const { span } = token;
    if (token.kind === 'number' || token.kind === 'day') return { op: token.kind, value: token.value, span };
    if (token.kind === 'text') return { op: 'text', value: token.text, span };
    if (token.kind === 'word' && (token.text === 'true' || token.text === 'false')) return { op: 'truth', value: token.text === 'true', span };
    if (token.kind === 'name') return this.is('(') ? this.call(token) : { op: 'name', name: token.text, span };
    if (token.kind === 'sign' && token.text === '(') return this.bracketed(token);
    if (token.kind === 'sign' && token.text === '-') return this.negative(token);
    throw new Fault('policyExpressionExpected', span, { found: token.text });
  }

  private bracketed(open: Token): Syntax {
    const inner = this.any();
    const close = this.expect(')');
    return { ...inner, span: { from: open.span.from, to: close.span.to } };
  }

  private negative(sign: Token): Syntax {
    const token = this.take();
    const span = { from: sign.span.from, to: token.span.to };
    if (token.kind !== 'number') throw new Fault('policyNumberExpected', token.span, { found: token.text });
    return { op: 'number', value: -token.value, span };
  }

  private call(name: Token): Syntax {
    const called = functionWords[name.text];
    if (!called) throw new Fault('policyFunctionUnknown', name.span, { found: name.text });
    this.expect('(');
    const read = called === 'years' ? this.years() : called === 'known' ? { op: called, part: this.any() } : this.quantity(called);
    return { ...read, span: { from: name.span.from, to: this.expect(')').span.to } };
  }

  private years(): { op: 'years'; since: Syntax; until: Syntax } {
    const since = this.sum();
    this.expect(',');
    return { op: 'years', since, until: this.sum() };
  }

  private quantity(op: 'count' | 'exists'): { op: 'count' | 'exists'; list: { name: string; span: Token['span'] }; where?: Syntax } {
    const list = this.take();
    if (list.kind !== 'name') throw new Fault('policyListExpected', list.span, { found: list.text });
    const named = { name: list.text, span: list.span };
    if (!this.accept('[')) return { op, list: named };
    const where = this.any();
    this.expect(']');
    return { op, list: named, where };
  }
}

/** The syntax of one expression; throws a Fault with its place. */
export const parse = (source: string): Syntax => new Parser(source).whole();
