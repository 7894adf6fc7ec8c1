/** What stands before an entry's number, so that a list on paper says whom it means. */
export const entryMarks = { master: '师', pupil: '徒' } as const;
