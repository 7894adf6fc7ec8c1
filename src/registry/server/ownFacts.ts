import type { Call } from '#platform/server/call.ts';
import { factKindsOf } from './factFile.ts';

/** Facts of these people that the actor may know: what is a person's own (隐私: 本人) nobody else learns, in whatever role; the clock judges with all. */
export function knowableFacts<F extends { kind: string; personId: string }>({ region, actor }: Call, facts: readonly F[]): F[] {
  const { kinds } = factKindsOf(region);
  return facts.filter(({ kind, personId }) => actor.role === 'clock' || actor.personId === personId || kinds.get(kind)?.privacy !== 'own');
}
