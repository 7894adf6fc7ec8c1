import { meetingResult } from './meetingRecord.ts';
import { officialMean } from './officialMean.ts';
import { recheckFile } from './recheckFile.ts';

/** What came out of a review, for those who act on it. */
export const results = { ofMeeting: meetingResult, officialMean, recheck: recheckFile };
