/** The words of an exams file. */
export const examWords = { exams: '考试', name: '名', registration: '报名', month: '月', unverified: '待核' } as const;
