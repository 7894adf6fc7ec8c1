import { no, yes, type Answer } from '#platform/domain/answer.ts';
import type { Call } from '#platform/server/call.ts';
import { DraftReport } from '../domain/changeShape.ts';
import { draftRefusal, isOwn, type DraftAct, type DraftHands } from '../domain/draftRules.ts';
import { packWords } from '../domain/keywords.ts';
import { loadPolicy, type Policy } from '../domain/policy.ts';
import type { DraftRow, DraftView } from '../domain/studioShape.ts';
import { accountsOf, draftsOf, findDraft, handsOf, officersOf, stepsOfDraft, type DraftRecord, type Officer } from './policyDraft.store.ts';
import { dictionaryText } from './policyFiles.ts';
import { policyAt, shelfOf } from './policyShelf.ts';

/** Drafts of the region for its officers: what waits for a second officer first, then what is written on, then what is over. */
export async function listDrafts(call: Call): Promise<Answer<{ rows: DraftRow[] }>> {
  const drafts = await draftsOf(call);
  const officers = await officersOf(call, [...new Set(drafts.flatMap((draft) => [...accountsOf(draft), draft.saved_by]))]);
  return yes({ rows: drafts.map((draft) => rowOf(call, draft, officers)).toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state)) });
}

const order: DraftRow['state'][] = ['submitted', 'drafting', 'published', 'dropped'];

function rowOf(call: Call, draft: DraftRecord, officers: ReadonlyMap<string, Officer>): DraftRow {
  return {
    id: draft.id, code: draft.code, version: draft.version, title: titleIn(draft), state: draft.state, writers: draft.writers.map((id) => officers.get(id)?.name ?? ''),
    savedBy: officers.get(draft.saved_by)?.name ?? '', savedAt: draft.saved_at.toISOString(), yours: draft.state === 'submitted' && !isOwn(handsOf(draft, officers), call.actor),
  };
}

/** The title as the text states it, sound or not. */
const titleIn = ({ source, code }: DraftRecord): string => new RegExp(`^${packWords.title}:\\s*(\\S.*)$`, 'm').exec(source)?.[1]?.replace(/^["']|["']$/g, '') ?? code;

/** One draft; whoever is no officer of the region finds none. */
export async function viewDraft(call: Call, { draftId }: { draftId: string }): Promise<Answer<DraftView>> {
  const draft = await findDraft(call, draftId);
  if (!draft) return no('notFound');
  const officers = await officersOf(call, [...accountsOf(draft), draft.saved_by]);
  const hands = handsOf(draft, officers);
  const base = draft.base_version ? await policyAt(call, draft.code, draft.base_version) : undefined;
  return yes({
    ...rowOf(call, draft, officers), source: draft.source, saved: draft.saved_count, report: draft.report === null ? null : DraftReport.parse(draft.report),
    steps: (await stepsOfDraft(call, draftId)).map(({ act, display_name, taken_at, reason }) => ({ act: act as DraftView['steps'][number]['act'], by: display_name ?? '', at: taken_at.toISOString(), reason })),
    base: base ? { version: base.version, from: base.from, source: base.source } : null, dictionary: dictionaryText(call.region), own: isOwn(hands, call.actor), shut: shutFor(call, hands),
  });
}

function shutFor({ actor }: Call, hands: DraftHands): DraftView['shut'] {
  const why = (act: DraftAct) => draftRefusal(act, hands, actor) ?? null;
  return { save: why('save'), submit: why('submit'), reject: why('reject'), publish: why('publish'), drop: why('drop') };
}

/** What the sandbox tries: the policy a draft states and the version it follows; undefined where there is no such draft for the asker or its text cannot be read. */
export async function draftAt(call: Call, draftId: string): Promise<{ policy: Policy; base: Policy | undefined } | undefined> {
  const draft = await findDraft(call, draftId);
  const loaded = draft && loadPolicy(draft.source, (await shelfOf(call)).dictionary);
  if (!draft || !loaded?.ok) return undefined;
  return { policy: loaded.value, base: draft.base_version ? await policyAt(call, draft.code, draft.base_version) : undefined };
}
