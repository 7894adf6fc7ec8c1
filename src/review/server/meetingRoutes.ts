import { serve } from '#platform/server/serve.ts';
import { meetingContract } from '../domain/meetingContract.ts';
import { attendMeeting, excuseMember, recuseFromFile } from './attendMeeting.ts';
import { castBallot, depositToken } from './castBallot.ts';
import { conveneMeeting } from './conveneMeeting.ts';
import { countVote, openVote, publishTally } from './countVote.ts';
import { handOutBallots, signTokens } from './handOutBallots.ts';
import { downloadTally, viewMinutes, viewRecord } from './meetingRecord.ts';
import { listMeetings, viewMeeting } from './viewMeeting.ts';

/** The routes of meetings. */
export const meetingRoutes = serve(meetingContract, {
  listMeetings: (_, call) => listMeetings(call),
  conveneMeeting: ({ body }, call) => conveneMeeting(call, body),
  viewMeeting: ({ params }, call) => viewMeeting(call, params),
  attendMeeting: ({ params, body }, call) => attendMeeting(call, { ...params, ...body }),
  recuseFromFile: ({ params, body }, call) => recuseFromFile(call, { ...params, ...body }),
  excuseMember: ({ params, body }, call) => excuseMember(call, { ...params, ...body }),
  handOutBallots: ({ params }, call) => handOutBallots(call, params),
  signTokens: ({ params, body }, call) => signTokens(call, { ...params, ...body }),
  openVote: ({ params }, call) => openVote(call, params),
  countVote: ({ params }, call) => countVote(call, params),
  publishTally: ({ params }, call) => publishTally(call, params),
  viewMinutes: ({ params }, call) => viewMinutes(call, params),
  viewRecord: ({ params }, call) => viewRecord(call, params),
  downloadTally: ({ params }, call) => downloadTally(call, params),
  depositToken: ({ params, body }, call) => depositToken(call, { ...params, ...body }),
  castBallot: ({ params, body }, call) => castBallot(call, { ...params, ...body }),
});
