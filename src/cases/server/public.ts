// The front door of cases.
export { addFile } from './addFile.ts';
export { advanceCase } from './advanceCase.ts';
export { answerObjection } from './answerObjection.ts';
export { listEntitled } from './listEntitled.ts';
export { listMine, listQueue } from './listQueue.ts';
export { moveToVersion } from './moveToVersion.ts';
export { openCase } from './openCase.ts';
export { openRound } from './openRound.ts';
export { publishProgrammes } from './publishProgrammes.ts';
export { raiseObjection } from './raiseObjection.ts';
export { runClock } from './runClock.ts';
export { servingProgrammes } from './servingProgramme.ts';
export { saveDraft } from './saveDraft.ts';
export { viewCase } from './viewCase.ts';
