import casesZh from '#cases/words.zh.ts';
import deployZh from '#deploy/words.zh.ts';
import developZh from '#develop/words.zh.ts';
import exchangeZh from '#exchange/words.zh.ts';
import bulletinZh from '#bulletin/words.zh.ts';
import ledgerZh from '#ledger/words.zh.ts';
import matchingZh from '#matching/words.zh.ts';
import policyZh from '#policy/words.zh.ts';
import retainZh from '#retain/words.zh.ts';
import reviewZh from '#review/words.zh.ts';
import type { Words } from '#platform/domain/words.ts';
import platformZh from '#platform/words.zh.ts';
import registryZh from '#registry/words.zh.ts';

/** All Chinese words of the product, for what the server itself says (refusals, notices, letters). */
export const wordsZh: Words = { ...platformZh, ...registryZh, ...policyZh, ...ledgerZh, ...bulletinZh, ...matchingZh, ...reviewZh, ...casesZh, ...exchangeZh, ...deployZh, ...developZh, ...retainZh };
