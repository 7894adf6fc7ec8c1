import { z } from 'zod';
import {
  clauseWords, compositionKeys, compositionWords, datedWords, documentWords, forceWords, packWords, parameterWords, pickWords, purposeWords, resultWords, rowWords, subjectWords, tableWords,
  testWords, typeWords,
} from './keywords.ts';

type Renamed<Shape extends Record<string, z.ZodType>> = { [Name in keyof Shape as undefined extends z.infer<Shape[Name]> ? never : Name]: z.infer<Shape[Name]> } & {
  [Name in keyof Shape as undefined extends z.infer<Shape[Name]> ? Name : never]?: z.infer<Shape[Name]>;
};

/** A strict object written with Chinese keys and read with English ones. */
function entry<Shape extends Record<string, z.ZodType>>(words: { [Name in keyof Shape]: string }, shape: Shape): z.ZodType<Renamed<Shape>> {
  const written = Object.fromEntries(Object.entries(shape).map(([name, type]) => [words[name], type]));
  const rename = (read: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(shape).flatMap((name) => (read[words[name] as string] === undefined ? [] : [[name, read[words[name] as string]]])));
  return z.strictObject(written).transform(rename) as unknown as z.ZodType<Renamed<Shape>>;
}

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'policyDayForm' });
const Name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_·]*$/u, { message: 'policyNameForm' });
const Text = z.string().min(1);
const Expression = z.union([Text, z.number(), z.boolean()]).transform(String);
const Version = z.string({ error: 'policyVersionQuoted' }).min(1);
const Note = z.string().optional();

const values = <Words extends Record<string, string>>(words: Words) => z.enum(Object.values(words) as [string, ...string[]]);
const Force = entry(forceWords, { from: Day, to: Day.optional() });
const PolicyDocument = entry(documentWords, {
  name: Text, number: Text.optional(), issuers: z.array(Text).optional(), date: Day.optional(), reliability: Text.optional(), address: Text.optional(),
});
const Value = z.union([z.number(), z.boolean(), z.string(), z.array(z.union([z.string(), z.number()]))]);
const Parameter = entry(parameterWords, {
  type: values(typeWords).optional(), domain: Text.optional(), value: Value.optional(), dated: z.array(entry(datedWords, { from: Day, value: Value })).min(1).optional(),
  unverified: z.boolean().optional(), basis: Text.optional(), label: Text.optional(),
});
const Clause = entry(clauseWords, {
  basis: Text, exceptionTo: Text.optional(), when: Expression.optional(), then: Expression, unverified: z.boolean().optional(), note: Note,
});
const Row = entry(rowWords, { when: Expression, amount: Expression });
const Table = entry(tableWords, { pick: values(pickWords), rows: z.array(Row).min(1) });
const Result = entry(resultWords, {
  basis: Text, when: Expression, group: Name.optional(), qualification: Text.optional(), service: Text.optional(), standard: Text.optional(), amount: Expression.optional(),
  table: Table.optional(), unverified: z.boolean().optional(), note: Note,
});
const Composition = entry(compositionKeys, {
  rule: values(compositionWords), groups: z.array(Name).optional(), cap: Expression.optional(), when: Expression.optional(), received: Expression.optional(), basis: Text.optional(),
});
const PolicyTest = entry(testWords, {
  name: Text, like: Text.optional(), without: z.array(Text).optional(), asOf: Day.optional(), facts: z.record(z.string(), z.unknown()).optional(), expected: z.record(z.string(), z.unknown()),
});

/** The whole form of a policy file; unknown keys are refused at every level. */
export const PolicyFile = entry(packWords, {
  code: Text, title: Text, subject: values(subjectWords).optional(), purpose: values(purposeWords).optional(), insteadOf: z.array(Name).optional(), version: Version, force: Force, replaces: Text.optional(), note: Note, documents: z.record(Name, PolicyDocument),
  parameters: z.record(Name, Parameter).optional(), clauses: z.record(Name, Clause).optional(), results: z.record(Name, Result),
  composition: z.record(Name, Composition).optional(), tests: z.array(PolicyTest).min(1),
});
export type PolicyText = z.infer<typeof PolicyFile>;
export type ParameterText = z.infer<typeof Parameter>;
