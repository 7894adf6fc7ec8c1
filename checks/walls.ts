import type { Check } from './check.ts';
import { importsOf, isTestFile, readSources, type Import, type Source } from './sources.ts';

// A later mechanism may ask an earlier one; pillars and insight stand on all of them and do not know each other.
const mechanisms = ['registry', 'policy', 'ledger', 'bulletin', 'matching', 'review', 'cases', 'desk', 'exchange'];
const pillars = ['attract', 'develop', 'deploy', 'retain', 'insight'];
const rankOf = (slice: string): number => (slice === 'platform' ? 0 : pillars.includes(slice) ? mechanisms.length + 1 : mechanisms.indexOf(slice) + 1);

/** What may pass a wall all the same: file, what it imports, and why. */
const exceptions: { file: string; imports: string; why: string }[] = [
  { file: 'src/policy/domain/yamlText.ts', imports: 'yaml', why: 'errors need the line and column that only the parser knows' },
  { file: 'src/policy/domain/draftText.ts', imports: 'yaml', why: 'a form changes one value of a text and leaves every other character as it was' },
];

type Place = { slice: string; room: string; test: boolean };
const placeOf = (file: string): Place | undefined => {
  const found = /^src\/(\w+)\/(?:(\w+)\/)?/.exec(file);
  return found ? { slice: found[1] ?? '', room: found[2] ?? '', test: isTestFile(file) } : undefined;
};
const isFrontDoor = (file: string) => /^src\/\w+\/(server\/public\.ts|web\/public\.tsx|domain\/.*)$/.test(file);

/** Imports that pass a wall, a line each. */
export function wallProblems(sources: Source[]): string[] {
  const crossed = sources.filter(({ path }) => path.startsWith('src/')).flatMap((source) => importsOf(source).flatMap((each) => {
    const why = wallBetween(source.path, each);
    const excepted = exceptions.some(({ file, imports }) => file === source.path && imports === each.names);
    return why && !excepted ? [`${source.path} → ${each.names}: ${why}`] : [];
  }));
  return [...crossed, ...cyclesIn(sources)];
}

function wallBetween(file: string, each: Import): string | undefined {
  const from = placeOf(file);
  if (!from) return undefined; // src/*.ts know every slice
  if (each.target === undefined) return packageWall(from, each.names);
  if (!/\.\w+$/.test(each.target)) return 'an import names its file with the extension';
  if (/^(demo|checks|bench|bin|scenarios)\//.test(each.target)) return from.test ? undefined : 'the product knows no demo, check, bench or story';
  if (each.target === 'db/types.ts') return from.room === 'server' ? undefined : 'only server rooms know tables';
  const to = placeOf(each.target);
  return to ? roomWall(from, to) ?? sliceWall(from, to, each.target) : 'a slice does not know the files that join slices';
}

const packageWall = ({ room, test }: Place, names: string): string | undefined => {
  if (test) return undefined;
  if (room === 'domain' && names !== 'zod') return 'a domain room takes nothing but zod';
  return room === 'web' && names.startsWith('node:') ? 'web runs in a browser' : undefined;
};

function roomWall(from: Place, to: Place): string | undefined {
  if (from.room === 'web' && to.room === 'server') return 'web never imports server';
  if (from.room === 'server' && to.room === 'web') return 'server never imports web';
  if (from.test) return undefined;
  if (to.slice === 'platform' && to.room === 'clock') return undefined; // days and calendars are pure
  return from.room === 'domain' && to.room !== 'domain' ? 'a domain room imports domain rooms only' : undefined;
}

function sliceWall(from: Place, to: Place, target: string): string | undefined {
  if (from.slice === to.slice || from.test) return undefined;
  if (from.slice === 'platform') return 'platform knows no slice';
  if (to.slice === 'platform') return undefined;
  if (rankOf(to.slice) >= rankOf(from.slice)) return `${from.slice} comes before ${to.slice}`;
  return isFrontDoor(target) ? undefined : `${to.slice} is entered by its front door`;
}

/** Files that need each other at run time; each circle is told once. */
function cyclesIn(sources: Source[]): string[] {
  const edges = new Map(sources.map((source) => [source.path, importsOf(source).filter(({ typeOnly, late }) => !typeOnly && !late).flatMap(({ target }) => target ?? [])]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) return void circles.push(`circle: ${[...trail.slice(trail.indexOf(file)), file].join(' → ')}`);
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return circles;
}

/** Who may import whom. */
export const walls: Check = { name: 'walls: who may import whom', problems: () => wallProblems(readSources('src', 'demo')) };
