import type { completeWord, itemsWord } from './keywords.ts';

/** The three values of the language: a missing fact is never a no. */
export type Verdict = 'yes' | 'no' | 'unknown';

export type Scalar = string | number | boolean;
export type ListFact = { [completeWord]: boolean; [itemsWord]: Record<string, Scalar>[] };
/** Dates 'YYYY-MM-DD', enumerations by label, money in fen. */
export type FactValue = Scalar | ListFact;
/** What is known of one person; an absent fact is unknown. */
export type Facts = Record<string, FactValue | undefined>;

/** Something wrong in a policy file, at its place; the words are `reason.<reason>`. */
export type Problem = { reason: string; line: number; column: number; params: Record<string, string | number> };
export type Loaded<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export type Type =
  | { kind: 'boolean' | 'integer' | 'date' }
  | { kind: 'enumeration'; domain: string }
  | { kind: 'catalogue'; of: Type }
  | { kind: 'list'; items: Record<string, Type> };

export type Enumeration = { ordered: boolean; values: string[]; ranks: Map<string, number> };
export type FactKind = { type: Type; key?: string; question?: string };
/** The facts that policies may speak of, and their enumerations. */
export type Dictionary = { enumerations: Record<string, Enumeration>; facts: Record<string, FactKind> };

export type Span = { from: number; to: number };
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** A checked expression. Constants are integers: dates yyyymmdd, enumerations by rank, booleans 0 or 1. */
export type Node = { span: Span; type: Type } & (
  | { op: 'constant'; value: number | undefined; origin?: string }
  | { op: 'asOf' }
  | { op: 'parameter'; name: string }
  | { op: 'fact'; name: string }
  | { op: 'field'; name: string }
  | { op: 'compare'; by: Comparison; left: Node; right: Node }
  | { op: 'oneOf'; item: Node; among: Node | number[] }
  | { op: 'all' | 'any'; parts: Node[] }
  | { op: 'not'; part: Node }
  | { op: 'known'; part: Node }
  | { op: 'arithmetic'; by: '+' | '-' | '*'; left: Node; right: Node }
  | { op: 'years'; since: Node; until: Node }
  | { op: 'count'; list: string; where?: Node }
  | { op: 'clause'; name: string }
  | { op: 'choose'; test: Node; then: Node; otherwise: Node }
);

export type PolicyDocument = { name: string; number?: string; issuers?: string[]; date?: string; reliability?: string; address?: string };
export type Basis = { document: string; article: string };
export type DatedValue = { from: string; value: number | number[] };
export type Parameter = { label?: string; type: Type; values: DatedValue[]; unverified: boolean; basis?: Basis };
export type Clause = Basis & { text: string; node: Node; exceptionTo?: string; whenText?: string; when?: Node; unverified: boolean; note?: string };
export type AmountRow = { text: string; when: Node; amount: Node; amountText: string };
export type Result = Basis & {
  text: string; when: Node; group: string; unverified: boolean; qualification?: string; service?: string; standard?: string; note?: string;
  /** What 待核 marks among all it rests on. */
  unsettled: string[];
  amount?: Node; amountText?: string; table?: { pick: 'highest' | 'first'; rows: AmountRow[] };
};
export type Composition = {
  rule: 'highest' | 'capped' | 'topUp' | 'excluded'; groups: string[]; cap?: Node; when?: Node; received?: Node; basis?: Basis; text: string;
};
export type PolicyTest = { name: string; asOf: string; facts: Facts; expected: Record<string, unknown>; line: number };

/** What a policy is for; what nobody named is a benefit. */
export type Purpose = 'title' | 'category' | 'benefit' | 'duty';

/** A loaded policy: checked, typed, ready to be decided. */
export type Policy = {
  code: string; title: string; subject: 'person' | 'procedure'; purpose: Purpose; version: string; from: string; to?: string; replaces?: string; note?: string; source: string; dictionary: Dictionary;
  /** Results of the country's title policies in whose place the locality's own standard stands, beside those of the same name. */
  insteadOf: string[];
  documents: Record<string, PolicyDocument>; parameters: Record<string, Parameter>; clauses: Record<string, Clause>;
  /** Each clause with its exceptions folded in; exceptions in the order of the file. */
  rules: Record<string, Node>;
  results: Record<string, Result>; composition: Record<string, Composition>; tests: PolicyTest[]; facts: string[];
};

/** Money in fen that is certain, and that is possible once missing facts are known; null: no upper end known. */
export type Amount = { sure: number; possible: number | null };
