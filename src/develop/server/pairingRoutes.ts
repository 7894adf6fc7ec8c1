import { serve } from '#platform/server/serve.ts';
import { pairingContract } from '../domain/pairingContract.ts';
import { addEntrants, joinPairing } from './addEntrants.ts';
import { comparePairings } from './comparePairings.ts';
import { exportPairs } from './exportPairs.ts';
import { openPairing } from './openPairing.ts';
import { listOwnPairings } from './ownPairings.ts';
import { assessPair, confirmMeeting, endPair, reachGoal, recordMeeting, setGoal } from './pairLife.ts';
import { declinePair, previewRematch, rematchPairing } from './rematch.ts';
import { runPairing } from './runPairing.ts';
import { viewPair } from './viewPair.ts';
import { listPairings, listPairs, viewPairing } from './viewPairing.ts';
import { enterWishLists, handInWishes, saveWishes } from './wishes.ts';

export const pairingRoutes = serve(pairingContract, {
  listPairings: (_input, call) => listPairings(call),
  openPairing: ({ body }, call) => openPairing(call, body),
  viewPairing: ({ params }, call) => viewPairing(call, params),
  addEntrants: ({ params, body }, call) => addEntrants(call, { ...params, ...body }),
  enterWishLists: ({ params, body }, call) => enterWishLists(call, { ...params, ...body }),
  comparePairings: ({ params }, call) => comparePairings(call, params),
  runPairing: ({ params, body }, call) => runPairing(call, { ...params, ...body }),
  listPairs: ({ params }, call) => listPairs(call, params),
  exportPairs: ({ params }, call) => exportPairs(call, params),
  previewRematch: ({ params }, call) => previewRematch(call, params),
  rematchPairing: ({ params, body }, call) => rematchPairing(call, { ...params, ...body }),
  listOwnPairings: (_input, call) => listOwnPairings(call),
  joinPairing: ({ params, body }, call) => joinPairing(call, { ...params, ...body }),
  saveWishes: ({ params, body }, call) => saveWishes(call, { ...params, ...body }),
  handInWishes: ({ params, body }, call) => handInWishes(call, { ...params, ...body }),
  viewPair: ({ params }, call) => viewPair(call, params),
  declinePair: ({ params, body }, call) => declinePair(call, { ...params, ...body }),
  setGoal: ({ params, body }, call) => setGoal(call, { ...params, ...body }),
  reachGoal: ({ params }, call) => reachGoal(call, params),
  recordMeeting: ({ params, body }, call) => recordMeeting(call, { ...params, ...body }),
  confirmMeeting: ({ params }, call) => confirmMeeting(call, params),
  assessPair: ({ params, body }, call) => assessPair(call, { ...params, ...body }),
  endPair: ({ params, body }, call) => endPair(call, { ...params, ...body }),
});
