// The front door of development.
export { addEntrants } from './addEntrants.ts';
export { openPairing } from './openPairing.ts';
export { confirmMeeting, recordMeeting, setGoal } from './pairLife.ts';
export { declinePair } from './rematch.ts';
export { runPairing } from './runPairing.ts';
export { viewPair } from './viewPair.ts';
export { listPairs, viewPairing } from './viewPairing.ts';
export { enterWishLists } from './wishes.ts';
