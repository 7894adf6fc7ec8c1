import type { Share } from '../domain/ballotRule.ts';

/** A share in words: two thirds by name, the rest as a fraction. */
export const shareWords = ({ need, of }: Share, w: (key: string, params?: Record<string, string | number>) => string): string =>
  need * 3 === of * 2 ? w('review.share.twoThirds') : w('review.share', { need, of });
