import { serve } from '#platform/server/serve.ts';
import { assignmentContract } from '../domain/assignmentContract.ts';
import { startAssignment } from './assignRound.ts';
import { closeRound } from './closeRound.ts';
import { declineReview } from './declineReview.ts';
import { dryRun, explainSeat } from './dryRun.ts';
import { previewReassignment, reassignSeats } from './reassignSeats.ts';
import { listReviewRounds, viewReviewRound } from './viewRound.ts';
import { whatHappensNow } from './whatHappensNow.ts';

export const assignmentRoutes = serve(assignmentContract, {
  listReviewRounds: (_input, call) => listReviewRounds(call),
  viewReviewRound: ({ params }, call) => viewReviewRound(call, params.reviewRoundId),
  dryRun: ({ params, body }, call) => dryRun(call, { ...params, ...body }),
  explainSeat: ({ params, body }, call) => explainSeat(call, { ...params, ...body }),
  startAssignment: ({ params, body }, call) => startAssignment(call, { ...params, ...body }),
  previewReassignment: ({ params, body }, call) => previewReassignment(call, { ...params, ...body }),
  reassignSeats: ({ params, body }, call) => reassignSeats(call, { ...params, ...body, because: 'released' }),
  closeRound: ({ params }, call) => closeRound(call, params),
  declineReview: ({ params, body }, call) => declineReview(call, { ...params, ...body }),
  whatHappensNow: ({ params }, call) => whatHappensNow(call, params.subject),
});
