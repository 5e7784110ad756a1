import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Whom PostgreSQL runs as; nobody else than we when we are not root. */
export type User = { uid: number; gid: number } | { uid?: undefined; gid?: undefined };

/** PostgreSQL refuses to run as root: the owner of the data, else `postgres`, else `nobody`. */
export function unprivilegedUser(home: string): User {
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
