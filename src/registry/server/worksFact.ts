import type { Call } from '#platform/server/call.ts';
import { kindByKey, type FactValue } from '../domain/factKind.ts';
import { factsInForce } from '../domain/factTimeline.ts';
import { keywords, workFactColumns as column } from '../domain/keywords.ts';
import { worksKey } from '../domain/workKind.ts';
import { factKindsOf } from './factFile.ts';
import { selectFacts } from './fact.store.ts';
import { workKindsOf } from './workFile.ts';
import { worksOfPerson, type WorkRow } from './work.store.ts';
import { writeFacts } from './writeFacts.ts';

/** Writes the fact that policies ask about from a person's works, beside what others have reported; without a weightier source it is the person's own word. */
export async function feedWorksFact(call: Call, personId: string, checked?: { evidence: string }): Promise<void> {
  const kind = kindByKey(factKindsOf(call.region), worksKey);
  if (!kind) throw new Error('the fact dictionary knows no works');
  const before = factsInForce(await selectFacts(call, [personId], { kinds: [kind.name] }), call.clock.today()).get(kind.name)?.value;
  const works = await worksOfPerson(call, personId);
  const { parts } = workKindsOf(call.region);
  const first = ({ part }: WorkRow) => parts.get(part)?.first ?? false;
  const own = works.map((work) => ({ [column.kind]: work.kind, [column.level]: work.level, [column.first]: first(work), [column.title]: work.title, [column.madeOn]: work.made_on }));
  const reported = itemsOf(before).filter((item) => item[column.title] === undefined);
  const value = { [keywords.complete]: completeOf(before), [keywords.items]: [...reported, ...own] } as FactValue;
  await writeFacts(call, [{
    personId, kind: kind.name, value, source: checked ? 'institution' : 'self', evidence: checked?.evidence ?? call.say('registry.works.evidence'), verifiedAs: null,
  }], { correcting: true });
}

const itemsOf = (value: FactValue | undefined) => (typeof value === 'object' ? value[keywords.items] : []);
const completeOf = (value: FactValue | undefined) => typeof value === 'object' && value[keywords.complete];
