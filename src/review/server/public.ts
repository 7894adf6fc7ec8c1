// The front door of reviews.
export { addExpert, type NewExpert } from './addExpert.ts';
export { giveScore } from './giveScore.ts';
export { invitePanel, type PanelAsk } from './invitePanel.ts';
export { dissolvePanel, panelState, type PanelState } from './panelState.ts';
export { recuse } from './recuse.ts';
