import { Clock } from '#platform/web/Clock.tsx';
import { Tag } from '#platform/web/Tag.tsx';
import type { Wire } from '#platform/web/useApi.ts';
import { useWords } from '#platform/web/useWords.ts';
import type { OwnPairing } from '../domain/pairingContract.ts';

/** A round as the client has it. */
export type RoundValue = Wire<OwnPairing>['round'];

/** Where a round stands: its deadline while lists are taken, then by which rule pairs were made. */
export function RoundState({ round, mine = false }: { round: RoundValue; mine?: boolean }) {
  const w = useWords();
  if (round.open) return <Clock clock={round.clock} about={w('pairing.wishesUntil')} mine={mine} />;
  return <Tag kind={round.rule ? 'green' : 'open'}>{round.rule ? w('pairing.runOn', { date: round.runOn ?? '', rule: w(`pairing.rule.${round.rule}`) }) : w('pairing.closed')}</Tag>;
}
