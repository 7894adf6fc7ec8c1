import { Section } from '#platform/web/Section.tsx';
import { Timeline } from '#platform/web/Timeline.tsx';
import { useWords } from '#platform/web/useWords.ts';
import { writtenInstant } from '#platform/web/written.ts';
import type { DraftView } from '../domain/studioShape.ts';

/** Who began, handed in, gave back and published, with reasons. */
export function DraftHistory({ steps }: { steps: DraftView['steps'] }) {
  const w = useWords();
  return (
    <Section title={w('policy.draft.history')}>
      <Timeline steps={steps.map(({ act, by, at, reason }, index) => ({ key: String(index), state: 'done' as const, title: w(`policy.draft.step.${act}`), lines: [`${by} ${writtenInstant(at)}`, ...(reason ? [reason] : [])] }))} />
    </Section>
  );
}
