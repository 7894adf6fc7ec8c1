import { Empty } from '#platform/web/Empty.tsx';
import { Section } from '#platform/web/Section.tsx';
import { Timeline } from '#platform/web/Timeline.tsx';
import { useWords } from '#platform/web/useWords.ts';
import type { PersonFile } from '../domain/contract.ts';

/** Where a person has worked, oldest first. */
export function EmploymentSection({ employments }: { employments: PersonFile['employments'] }) {
  const w = useWords();
  return (
    <Section title={w('registry.file.employments')}>
      {employments.length === 0 ? <Empty>{w('registry.file.noEmployment')}</Empty> : (
        <Timeline steps={employments.map(({ organisationName, post, from, to }) => ({
          key: `${organisationName} ${from}`, state: to ? 'done' : 'now', title: organisationName, lines: [post, `${from} – ${to ?? w('registry.file.now')}`].filter(Boolean),
        }))} />
      )}
    </Section>
  );
}
