import { useActor } from '#platform/web/useActor.ts';
import ReviewPage from './ReviewPage.tsx';
import RoundCockpit from './RoundCockpit.tsx';

/** One review for its reviewer, one round for the office. */
export default function ReviewOrRound() {
  return useActor().actor.role === 'reviewer' ? <ReviewPage /> : <RoundCockpit />;
}
