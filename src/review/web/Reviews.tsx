import { useActor } from '#platform/web/useActor.ts';
import MyReviews from './MyReviews.tsx';
import RoundList from './RoundList.tsx';

/** Reviews by who asks: a reviewer's own, or the office's rounds. */
export default function Reviews() {
  return useActor().actor.role === 'reviewer' ? <MyReviews /> : <RoundList />;
}
