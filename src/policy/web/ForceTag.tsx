import { Tag } from '#platform/web/Tag.tsx';
import { useToday } from '#platform/web/useActor.ts';
import { useWords } from '#platform/web/useWords.ts';

/** Whether a version holds today, will hold from its day on, or is over. */
export function ForceTag({ of: { inForce, from } }: { of: { inForce: boolean; from: string } }) {
  const w = useWords();
  const upcoming = !inForce && from > useToday();
  return <Tag kind={inForce ? 'green' : 'plain'}>{w(inForce ? 'policy.inForce' : upcoming ? 'policy.upcoming' : 'policy.notNow')}</Tag>;
}
