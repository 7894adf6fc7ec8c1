import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { loadPolicy, type Policy, type Problem } from '../domain/policy.ts';
import type { Trial } from '../domain/sandbox.ts';
import type { SandboxAsk } from '../domain/sandboxContract.ts';
import { numberParameters, withParameters } from '../domain/withParameters.ts';
import { findDraft } from './policyDraft.store.ts';
import { policyAt, shelfOf } from './policyShelf.ts';
import { regionCrowd, standingIn, type RegionCrowd } from './regionCrowd.ts';

/** What to try: an ask as the routes take it, with the published version it is compared with. */
export type Ask = SandboxAsk & { code: string; version: string; fresh?: boolean };
export type DraftKind = 'published' | 'version' | 'text' | 'kept';
/** A trial over the people of the region, ready to be counted. */
export type RegionTrial = { trial: Trial; people: RegionCrowd; asOf: string; kind: DraftKind };

const drafts = new Map<string, Policy>();
const mostDrafts = 16;

/** Reads what is to be tried and the people it is tried on; nothing is written. */
export async function sandboxTrial(call: Call, ask: Ask): Promise<Answer<RegionTrial>> {
  const published = await policyAt(call, ask.code, ask.version);
  if (!published) return no('notFound');
  if (published.subject !== 'person') return no('sandboxProcedure');
  const written = await draftOf(call, ask, published);
  if (!written.ok) return written;
  const { policy, kind } = written.value;
  const unfit = Object.keys(ask.parameters).find((name) => !numberParameters(policy).includes(name));
  if (unfit !== undefined) return no('sandboxParameter', { field: unfit, params: { name: unfit } });
  const today = call.clock.today();
  const asOf = ask.asOf ?? (kind !== 'published' && policy.from > today ? policy.from : today);
  const people = await regionCrowd(call, asOf < today ? asOf : today, ask.fresh);
  const trial: Trial = { published: standingIn(people, published, asOf), draft: standingIn(people, policy, asOf), tried: withParameters(policy, ask.parameters, asOf) };
  return yes({ trial, people, asOf, kind });
}

async function draftOf(call: Call, { code, draft }: Ask, published: Policy): Promise<Answer<{ policy: Policy; kind: DraftKind }>> {
  if (!draft) return yes({ policy: published, kind: 'published' });
  if ('version' in draft) {
    const policy = await policyAt(call, code, draft.version);
    return policy ? yes({ policy, kind: 'version' }) : no('notFound');
  }
  if ('text' in draft) return readDraft(call, draft.text, 'text');
  const found = await findDraft(call, draft.id);
  return found ? readDraft(call, found.source, 'kept') : no('notFound');
}

async function readDraft(call: Call, text: string, kind: DraftKind): Promise<Answer<{ policy: Policy; kind: DraftKind }>> {
  const key = `${call.regionId}\n${text}`;
  const before = drafts.get(key);
  if (before) return yes({ policy: before, kind });
  const loaded = loadPolicy(text, (await shelfOf(call)).dictionary);
  if (!loaded.ok) return no('policyInvalid', { field: 'text', params: { count: loaded.problems.length }, problems: loaded.problems.map((problem) => problemShown(call, problem)) });
  if (loaded.value.subject !== 'person') return no('sandboxProcedure');
  if (drafts.size >= mostDrafts) drafts.clear();
  drafts.set(key, loaded.value);
  return yes({ policy: loaded.value, kind });
}

const problemShown = ({ say }: Call, { reason, line, column, params }: Problem) =>
  ({ field: say('policy.where', { line, column }), reason, message: say(`reason.${reason}`, params) });
