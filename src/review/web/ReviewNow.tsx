import { Go } from '#platform/web/Go.tsx';
import { Section } from '#platform/web/Section.tsx';
import { useApi } from '#platform/web/useApi.ts';
import { useLoad } from '#platform/web/useLoad.ts';
import { useWords } from '#platform/web/useWords.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';

/** What happens now to one's own file in its round; never who judges it, nor how many have. */
export function ReviewNow({ subject }: { subject: string }) {
  const w = useWords();
  const api = useApi(assignmentContract);
  const now = useLoad(['reviewNow', subject], () => api.whatHappensNow({ params: { subject } })).value;
  if (!now) return null;
  return (
    <Section title={w('review.now.title')}>
      <p>{w(`review.now.${now.step}`, { day: now.dueOn ?? '' })}</p>
      <p className="cap">{now.heading} · {w('review.now.number', { n: now.number })}{now.drawId ? <> · <Go to={`/draws/${now.drawId}`}>{w('review.now.draw')}</Go></> : null}</p>
    </Section>
  );
}
