import type { Finder } from '#platform/web/shell/find.ts';
import { apiOf } from '#platform/web/useApi.ts';

const shownInBar = 8;

/** People in the search of the top bar, by name fragment, initials or pinyin. */
export const registryFinder: Finder = {
  find: async (text, language) => {
    const { registryContract } = await import('../domain/contract.ts'); // only staff search: visitors need not carry it
    const { rows } = await apiOf(registryContract, language).findPeople({ query: { q: text, limit: shownInBar } });
    return rows.map(({ personId, name, organisationName, bornIn }) => ({ to: `/work/people/${personId}`, title: name, sub: [organisationName, bornIn].filter(Boolean).join(' · ') }));
  },
  allTo: (text) => `/work/people?q=${encodeURIComponent(text)}`,
};
