import { changesBetween, type Change } from '../domain/changes.ts';
import { headFault, type HeadFault } from '../domain/draftHead.ts';
import { loadDictionary, loadPolicy, publicationOf, type Dictionary, type Policy, type Problem, type Publication } from '../domain/policy.ts';
import type { DraftView } from '../domain/studioShape.ts';

/** What the words of a text mean right now: faults with their places, or the policy with what stands against its publication and what it changes. */
export type DraftCheck = { problems: Problem[]; policy: Policy | undefined; gate: Publication | undefined; head: HeadFault | undefined; changes: Change[] };

/** What a draft is checked against, read once. */
export type DraftGround = { dictionary: Dictionary; base: Policy | undefined };

/** Reads the dictionary and the version before; both were sound when they came. */
export function groundOf({ dictionary, base }: Pick<DraftView, 'dictionary' | 'base'>): DraftGround {
  const loaded = loadDictionary(dictionary);
  if (!loaded.ok) throw new Error(`dictionary: ${JSON.stringify(loaded.problems[0])}`);
  const before = base ? loadPolicy(base.source, loaded.value) : undefined;
  return { dictionary: loaded.value, base: before?.ok ? before.value : undefined };
}

/** Checks a text as the gate will; the server does the same once more, with every back end. */
export function checkDraft({ dictionary, base }: DraftGround, draft: { code: string; version: string }, source: string, today: string): DraftCheck {
  const loaded = loadPolicy(source, dictionary);
  if (!loaded.ok) return { problems: loaded.problems, policy: undefined, gate: undefined, head: undefined, changes: [] };
  const policy = loaded.value;
  return { problems: [], policy, gate: publicationOf(policy), head: headFault(draft, policy, base, today), changes: base ? changesBetween(base, policy) : [] };
}
