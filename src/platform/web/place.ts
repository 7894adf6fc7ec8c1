import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';

/** A parameter of the page's path, '' when the path has none of that name. */
export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  return params[name] ?? '';
}

/** A word kept in the address, so that a filtered list can be sent to somebody. */
export function useSearchText(name: string): [string, (value: string) => void] {
  const search = useSearch({ strict: false }) as Record<string, string | undefined>;
  const navigate = useNavigate();
  const set = (value: string) => void navigate({
    to: '.', replace: true, search: ((before: Record<string, string>) => withWord(before, name, value)) as never,
  });
  return [search[name] ?? '', set];
}

/** Goes to an address, with its query if it has one. */
export function useGo(): (address: string) => void {
  const navigate = useNavigate();
  return (address) => {
    const { path, search } = splitAddress(address);
    void navigate({ to: path, search: search as never });
  };
}

/** The path of the page now shown. */
export const usePath = (): string => useRouterState({ select: (state) => state.location.pathname });

/** An address in its path, its query words and its fragment. */
export function splitAddress(address: string): { path: string; search: Record<string, string>; hash: string | undefined } {
  const [before = '', hash] = address.split('#', 2);
  const [path = '', query = ''] = before.split('?', 2);
  return { path, search: readSearch(query), hash };
}

/** Query text to words; values stay text. */
export const readSearch = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

/** Words to query text, without the empty ones. */
export function writeSearch(search: Record<string, unknown>): string {
  const words = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

function withWord(before: Record<string, string>, name: string, value: string): Record<string, string> {
  const { [name]: _dropped, ...rest } = before;
  return value === '' ? rest : { ...rest, [name]: value };
}
