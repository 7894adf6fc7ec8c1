import type { Given } from '#platform/domain/contract.ts';
import { dayOf } from '#platform/clock/clock.ts';
import { workingDaysBetween } from '#platform/clock/workingDays.ts';
import type { Call } from '#platform/server/call.ts';
import { kindByKey } from '#registry/domain/factKind.ts';
import { factKindsOf, factsOfPeople, peopleById } from '#registry/server/public.ts';
import { PairingRule } from '../domain/pairing.ts';
import type { EntrantView, pairingContract } from '../domain/pairingContract.ts';
import { Side } from '../domain/pairingPlan.ts';
import { calledOf } from '../domain/pairingWishes.ts';
import type { EntryRow, RoundRow } from './pairing.store.ts';
import { isOpen, lastDay, planOf } from './pairingRecord.ts';

const titleKey = 'titleName';

/** Entries as others may see them, by id; names of those who withdrew consent stay masked. */
export async function entrantViews(call: Call, round: RoundRow, entries: readonly EntryRow[]): Promise<Map<string, EntrantView>> {
  const personIds = entries.map((entry) => entry.person_id);
  const people = await peopleById(call, personIds);
  const facts = await factsOfPeople(call, personIds);
  const titleKind = kindByKey(factKindsOf(call.region), titleKey)?.name ?? '';
  const fields = new Map(planOf(round).fields.map(({ key, name }) => [key, name]));
  return new Map(entries.map((entry) => {
    const person = people.get(entry.person_id);
    const side = Side.parse(entry.side);
    return [entry.id, {
      entryId: entry.id, called: calledOf({ side, number: entry.number }), side, name: (person?.consentWithdrawn ? person.maskedName : person?.name) ?? '', organisation: person?.organisationName ?? '',
      title: String(facts.get(entry.person_id)?.[titleKind] ?? ''), fields: entry.fields.map((key) => fields.get(key) ?? key), places: entry.places,
    }];
  }));
}

/** A round as pages show it. */
export function roundView(call: Call, round: RoundRow): Given<typeof pairingContract.listPairs>['round'] {
  const today = call.clock.today();
  const dueOn = lastDay(round);
  const opened = dayOf(round.opened_at);
  return {
    roundId: round.id, title: round.title, plan: planOf(round), closesAt: round.closes_at, open: isOpen(call, round), rule: round.rule ? PairingRule.parse(round.rule) : null, reason: round.reason,
    runOn: round.run_at ? dayOf(round.run_at) : null,
    clock: { dueOn, left: workingDaysBetween(call.calendar, today, dueOn), total: Math.max(1, workingDaysBetween(call.calendar, opened, dueOn)) },
  };
}
