import { serve } from '#platform/server/serve.ts';
import { calibrationContract } from '../domain/calibrationContract.ts';
import { downloadScores, publishScores, viewCalibration } from './calibration.ts';

/** The routes of scores and their calibration. */
export const calibrationRoutes = serve(calibrationContract, {
  viewCalibration: ({ params, query }, call) => viewCalibration(call, { ...params, ...query }),
  publishScores: ({ params }, call) => publishScores(call, params),
  downloadScores: ({ params }, call) => downloadScores(call, params),
});
