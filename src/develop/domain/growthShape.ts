/** What a person can add by going: days of a grassroots posting, and months of further study. One after the other, the posting first. */
export type Growth = { postingDays: number; studyMonths: number };
export const noGrowth: Growth = { postingDays: 0, studyMonths: 0 };
