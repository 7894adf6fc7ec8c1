import { serve } from '#platform/server/serve.ts';
import { panelContract } from '../domain/contract.ts';
import { assignmentRoutes } from './assignmentRoutes.ts';
import { calibrationRoutes } from './calibrationRoutes.ts';
import { drawRoutes } from './drawRoutes.ts';
import { expertRoutes } from './expertRoutes.ts';
import { giveScore, saveScoreDraft } from './giveScore.ts';
import { meetingRoutes } from './meetingRoutes.ts';
import { listOwnReviews, viewOwnReview } from './ownReviews.ts';
import { recuse } from './recuse.ts';
import { downloadReviewed } from './reviewedFile.ts';
import { viewPanel } from './viewPanel.ts';

const panelRoutes = serve(panelContract, {
  listOwnReviews: (_input, call) => listOwnReviews(call),
  viewOwnReview: ({ params }, call) => viewOwnReview(call, params.panelId),
  downloadReviewed: ({ params }, call) => downloadReviewed(call, params),
  saveScoreDraft: ({ params, body }, call) => saveScoreDraft(call, { ...params, ...body }),
  giveScore: ({ params, body }, call) => giveScore(call, { ...params, ...body }),
  recuse: ({ params, body }, call) => recuse(call, { ...params, ...body }),
  viewPanel: ({ params }, call) => viewPanel(call, params.subject),
});

/** Every route of reviews, topic by topic. */
export const reviewRoutes = [...panelRoutes, ...drawRoutes, ...assignmentRoutes, ...meetingRoutes, ...expertRoutes, ...calibrationRoutes];
