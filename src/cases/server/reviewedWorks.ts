import type { Call } from '#platform/server/call.ts';
import type { WorkShown } from '#registry/domain/workContract.ts';

/** Works as a reviewer reads them: everything but names of people. */
export const reviewedWorks = (call: Call, works: readonly WorkShown[]): { label: string; value: string; source: string }[] =>
  works.map((work, index) => ({ label: call.say('cases.works.reviewed', { n: index + 1, kind: work.kind }), value: textOf(call, work), source: work.files.length === 0 ? '' : call.say('cases.works.files', { n: work.files.length }) }));

const textOf = (call: Call, work: WorkShown): string => [
  work.title,
  call.say('cases.works.part', { madeOn: work.madeOn, level: work.level, part: work.part, share: work.share, n: work.coworkers.length }),
  work.abstract,
  work.details.map(({ name, value, unit }) => `${name} ${value === true ? call.say('cases.yes') : value === false ? call.say('cases.no') : value}${unit}`).join(' · '),
].filter(Boolean).join('\n');
