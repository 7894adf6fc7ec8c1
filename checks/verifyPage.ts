import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import type { Check } from './check.ts';
import { root } from './sources.ts';

const folder = path.join(root, 'src/review/web/verify');
/** The page people save and open from disk; the product serves the same file. */
export const verifyPagePath = path.join(root, 'src/platform/web/static/verify.html');

/** The verification page as one file: the very rules that draw and count, as readable script, without a server. */
export async function verifyPage(): Promise<string> {
  const bundled = await build({
    configFile: false, root, logLevel: 'silent', publicDir: false,
    build: { write: false, minify: false, target: 'es2022', lib: { entry: path.join(folder, 'page.ts'), formats: ['iife'], name: 'verify' } },
  });
  const [output] = Array.isArray(bundled) ? bundled : [bundled];
  if (!output || !('output' in output)) throw new Error('the page was not bundled');
  const read = (file: string) => fs.readFileSync(file, 'utf8');
  const style = read(path.join(root, 'src/platform/web/look/tokens.css')) + read(path.join(folder, 'page.css'));
  return read(path.join(folder, 'page.html')).replace('/*style*/', () => style).replace('/*script*/', () => output.output[0].code);
}

/** What is wrong with a committed page, a line each: anything but what its sources make. */
export const pageProblems = async (committed: string): Promise<string[]> =>
  (committed === (await verifyPage()) ? [] : [`${path.relative(root, verifyPagePath)}: stale; run npm run generate`]);

/** The committed page is what its sources make. */
export const verifyPageFresh: Check = {
  name: 'verify.html: fresh',
  problems: () => pageProblems(fs.existsSync(verifyPagePath) ? fs.readFileSync(verifyPagePath, 'utf8') : ''),
};

if (import.meta.main && process.argv.includes('--write')) fs.writeFileSync(verifyPagePath, await verifyPage());
