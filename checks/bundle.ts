import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Check } from './check.ts';

/** Compressed script a page may load before it shows, in bytes (design: portal and talent 220 KB, staff 400 KB). */
const limits = { public: 220_000, talent: 220_000, staff: 400_000 } as const;
type Area = keyof typeof limits;
type Chunk = { file: string; imports?: string[] };
type Manifest = Record<string, Chunk>;

const root = path.join(import.meta.dirname, '..');
const built = path.join(root, 'dist/web');
const manifestFile = path.join(built, '.vite/manifest.json');

/** No page loads more script than its area allows. Without a build there is nothing to weigh. */
export const bundle: Check = { name: 'bundle: script of every page within its limit', problems: () => (fs.existsSync(manifestFile) ? overweightPages() : []) };

/** Every page whose script is heavier than its area allows, as sentences. */
function overweightPages(): string[] {
  return pageWeights().filter(({ area, bytes }) => bytes > limits[area]).map(({ area, page, bytes }) => `${page}: ${kilobytes(bytes)} of script, ${area} allows ${kilobytes(limits[area])}`);
}

/** The compressed script of each page at its first load: application, words, shell and the page itself. */
export function pageWeights(): { page: string; area: Area; bytes: number }[] {
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as Manifest;
  return pagesIn(root).filter(({ page }) => manifest[page]).map(({ page, area }) => {
    const shell = area === 'staff' ? ['src/platform/web/shell/StaffShell.tsx', 'src/wordsZhRest.ts'] : [];
    return { page, area, bytes: weightOf(manifest, ['index.html', 'src/wordsZhPages.ts', ...shell, page]) };
  });
}

function weightOf(manifest: Manifest, starts: string[]): number {
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    for (const next of manifest[name]?.imports ?? []) visit(next);
  };
  starts.forEach(visit);
  const files = new Set([...reached].flatMap((name) => manifest[name]?.file ?? []).filter((file) => file.endsWith('.js')));
  return [...files].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(built, file))).length, 0);
}

/** Pages with their areas, read from the slices' front doors as text: they are components and do not run here. */
function pagesIn(folder: string): { page: string; area: Area }[] {
  const doors = fs.globSync('src/*/web/public.tsx', { cwd: folder });
  return doors.flatMap((door) => {
    const text = fs.readFileSync(path.join(folder, door), 'utf8');
    const found = [...text.matchAll(/area: '(public|talent|staff)'[\s\S]*?import\('(\.[^']+)'\)/g)];
    return found.map(([, area, file = '']) => ({ area: area as Area, page: path.posix.join(path.dirname(door), file) }));
  });
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

if (import.meta.main)
  for (const { page, area, bytes } of pageWeights().toSorted((a, b) => b.bytes - a.bytes)) process.stdout.write(`${kilobytes(bytes).padStart(8)}  ${area.padEnd(6)}  ${page}\n`);
