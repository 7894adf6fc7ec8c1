import { foldName } from './personName.ts';

/** What a name is found by: its characters, neighbouring pairs, initials and full pinyin from each character on, and surname with initials. */
export function nameTokens(folded: string, syllables: readonly string[]): string[] {
  const characters = Array.from(folded);
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  const plain = syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, '')).filter(Boolean);
  const initials = plain.map((_, at) => `i/${plain.slice(at).map((syllable) => syllable.charAt(0)).join('')}`);
  const spelled = plain.map((_, at) => `p/${plain.slice(at).join('')}`);
  const mixed = plain.length > 1 ? [`p/${plain[0]}${plain.slice(1).map((syllable) => syllable.charAt(0)).join('')}`] : [];
  return [...new Set([...characters.map((character) => `c/${character}`), ...pairs.map((pair) => `c/${pair}`), ...initials, ...spelled, ...mixed])];
}

/** One demand on the tokens: any of the alternatives, each exact or as a beginning. */
export type TokenDemand = { token: string; prefix: boolean }[];

/** What to look for, for a text typed into the search box: all demands must be met. */
export type NameQuery = { demands: TokenDemand[]; folded: string; characters: number };

/** Reads a search text: runs of characters become pairs, runs of letters the beginning of initials or of full pinyin. */
export function nameQuery(text: string, variants?: ReadonlyMap<string, string>): NameQuery {
  const folded = foldName(text, variants);
  const runs = folded.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? [];
  return { demands: runs.flatMap((run) => (/^[a-z0-9]/.test(run) ? [spelledDemand(run)] : pairDemands(run))), folded, characters: Array.from(folded).length };
}

const spelledDemand = (run: string): TokenDemand => [{ token: `i/${run}`, prefix: true }, { token: `p/${run}`, prefix: true }];

function pairDemands(run: string): TokenDemand[] {
  const characters = Array.from(run);
  if (characters.length === 1) return [[{ token: `c/${run}`, prefix: false }]];
  return characters.slice(1).map((character, at) => [{ token: `c/${characters[at]}${character}`, prefix: false }]);
}

/** The demands as the text of a PostgreSQL tsquery; every lexeme is quoted, so no sign of the search text can act. */
export const tsQueryText = (query: NameQuery): string =>
  query.demands.map((demand) => `(${demand.map(({ token, prefix }) => `'${token.replace(/['\\]/g, '$&$&')}'${prefix ? ':*' : ''}`).join(' | ')})`).join(' & ');

/** The key by which names are ordered: pinyin with the surname's own reading, then the characters. */
export const nameSortKey = (name: string, syllables: readonly string[]): string => `${syllables.join(' ').toLowerCase()} ${name}`;
