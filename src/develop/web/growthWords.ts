import type { Words } from '#platform/web/useWords.ts';
import type { Growth } from '../domain/growthShape.ts';

/** A posting and study in words, without the part that is none. */
export const growthWords = ({ postingDays, studyMonths }: Growth, w: Words): string =>
  [postingDays > 0 ? w('develop.posting', { n: postingDays }) : '', studyMonths > 0 ? w('develop.study', { n: studyMonths }) : ''].filter(Boolean).join(w('develop.and'));
