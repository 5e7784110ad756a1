import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { usableBinaries } from './embedded-binaries';
import { runDetached } from './embedded-command';
import { embeddedPostgresHome, unprivilegedUser, type User } from './embedded-home';

export const SUPERUSER = 'induct';

/** The files of the embedded PostgreSQL. */
export interface Cluster {
  home: string;
  cluster: string;
  log: string;
  pidFile: string;
  /** The superuser's. */
  password: string;
  /** @throws with what it said */
  pgctl: (...args: string[]) => Promise<void>;
}

/** Made when it is not there, and closed to everybody but PostgreSQL's own user. */
export async function prepareCluster(dataDir: string): Promise<Cluster> {
  const home = embeddedPostgresHome(dataDir);
  const user = unprivilegedUser(home);
  makeHome(home, user);
  const native = usableBinaries(home, user);
  const [cluster, log, passwordFile] = ['cluster', 'postgres.log', 'password'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  own(home, 0o700, user);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    rmSync(cluster, { recursive: true, force: true });
    const unfinished = `${cluster}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
    writeFileSync(log, '');
    for (const path of [unfinished, passwordFile]) own(path, path === unfinished ? 0o700 : 0o600, user);
    const how = ['--auth=scram-sha-256', '--locale=C.UTF-8', '--encoding=UTF8'];
    const args = ['-D', unfinished, '-U', SUPERUSER, `--pwfile=${passwordFile}`, ...how];
    await runDetached(join(native, 'bin/initdb'), args, user);
    renameSync(unfinished, cluster);
  }
  if (existsSync(log)) own(log, 0o600, user);
  return {
    home,
    cluster,
    log,
    pidFile: join(cluster, 'postmaster.pid'),
    password: readFileSync(passwordFile, 'utf8'),
    pgctl: (...args) => runDetached(join(native, 'bin/pg_ctl'), ['-D', cluster, ...args], user),
  };
}

/** Closed to others, but on the way to it PostgreSQL's own user has to pass. */
function makeHome(home: string, user: User): void {
  const first = mkdirSync(home, { recursive: true });
  if (first === undefined || user.uid === undefined) return;
  for (let path = dirname(home); path.startsWith(first); path = dirname(path)) chmodSync(path, 0o711);
}

function own(path: string, mode: number, user: User): void {
  if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
  chmodSync(path, mode);
}
