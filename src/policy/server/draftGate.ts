import { no, yes, type Answer, type Refusal } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { headFault } from '../domain/draftHead.ts';
import { loadPolicy, publicationOf, type Policy, type Problem } from '../domain/policy.ts';
import { disagreements } from './backEnds.ts';
import { shelfOf } from './policyShelf.ts';
import type { DraftRecord } from './policyDraft.store.ts';

/** The policy that a draft's text states; its faults with their places where it states none. */
export async function policyIn(call: Call, source: string): Promise<Answer<Policy>> {
  const { dictionary } = await shelfOf(call);
  const loaded = loadPolicy(source, dictionary);
  return loaded.ok ? yes(loaded.value) : no('policyInvalid', { params: { count: loaded.problems.length }, problems: loaded.problems.map((problem) => shown(call, problem)) });
}

const shown = (call: Call, { reason, line, column, params }: Problem) => ({ field: call.say('policy.where', { line, column }), reason, message: call.say(`reason.${reason}`, params) });

/** The version a draft follows, if it still is the newest of its policy. */
export async function baseOf(call: Call, { code, base_version }: DraftRecord): Promise<Answer<Policy | undefined>> {
  const versions = (await shelfOf(call)).policies.filter((policy) => policy.code === code).toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const [newest] = versions;
  return (newest?.version ?? null) === base_version ? yes(newest) : no('policyBaseMoved', { params: { base: base_version ?? '—', newest: newest?.version ?? '—' } });
}

/** The policy of a draft once nothing stands against its publication: sound, under its own name, tests, coverage, contradictions, 待核, all back ends alike, its day free. */
export async function cleanPolicy(call: Call, draft: DraftRecord, source: string): Promise<Answer<{ policy: Policy; before: Policy | undefined }>> {
  const read = await policyIn(call, source);
  if (!read.ok) return read;
  const policy = read.value;
  const before = await baseOf(call, draft);
  if (!before.ok) return before;
  const fault = headFault(draft, policy, before.value, call.clock.today());
  if (fault) return no(fault.reason, { params: fault.params });
  return ill(call, policy) ?? (await unequal(call, policy)) ?? yes({ policy, before: before.value });
}

function ill(call: Call, policy: Policy): Refusal | undefined {
  const { failed, unseen, contradictions, unverified, publishable } = publicationOf(policy);
  if (publishable) return undefined;
  const problem = (reason: string, field: string, params: Record<string, string> = {}) => ({ field, reason, message: call.say(`reason.${reason}`, params) });
  const problems = [
    ...unverified.map((name) => problem('policyUnverified', name)),
    ...failed.map(({ name, differences }) => problem('policyTestFailed', name, { differences: differences.join('；') })),
    ...unseen.map((each) => problem('policyUnseen', each.name, { unseen: each.unseen.map((verdict) => call.say(`platform.tri.${verdict}`)).join('、') })),
    ...contradictions.map(({ base, exceptions }) => problem('policyContradiction', base, { exceptions: exceptions.join('、') })),
  ];
  // 待核 comes first: such a version can be simulated, never published
  return no(unverified.length > 0 ? 'policyHasUnverified' : 'policyNotClean', { params: { n: unverified.length || problems.length }, problems });
}

async function unequal(call: Call, policy: Policy): Promise<Refusal | undefined> {
  const wrong = await disagreements(call, policy);
  return wrong.length === 0 ? undefined : no('policyBackEnds', { params: { tests: wrong.join('、') } });
}
