// The front door of reviews.
export { addExpert } from './addExpert.ts';
export { enterReview, leaveReview } from './enterReview.ts';
export { listExperts } from './expertPool.ts';
export { giveScore } from './giveScore.ts';
export { invitePanel } from './invitePanel.ts';
export { dissolvePanel, panelState } from './panelState.ts';
export { results } from './results.ts';
export { membersOf, placeInRound, reviewRoundOf } from './reviewRound.ts';
export { runReviewClock } from './runReviewClock.ts';
export { recordTie } from './tellTie.ts';
export { viewReviewRound } from './viewRound.ts';
