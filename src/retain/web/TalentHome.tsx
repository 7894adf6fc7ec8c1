import { PageHead } from '#platform/web/PageHead.tsx';
import { useActor } from '#platform/web/useActor.ts';

/** What a talent sees first. */
export default function TalentHome() {
  return <div className="plain-page"><PageHead title={useActor().name} /></div>;
}
