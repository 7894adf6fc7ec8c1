import { Section } from '#platform/web/Section.tsx';
import { Go } from '#platform/web/Go.tsx';
import { useWords } from '#platform/web/useWords.ts';

/** One press to the whistle. */
export function SpecialistSection() {
  const w = useWords();
  return (
    <Section title={w('retain.specialist')} className="area-specialist">
      <p className="sub">{w('retain.specialist.what')}</p>
      <div className="whistle-button"><Go to="/my/whistle" look="button">{w('retain.whistle')}</Go></div>
    </Section>
  );
}
