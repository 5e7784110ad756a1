import { chmodSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedPostgresHome } from '../database/embedded-home';
import { CannotStart } from '../config/cannot-start';
import { diskTrouble } from './disk-trouble';

const OWN = 0o700;
/** As root, PostgreSQL runs as somebody else, who has to find his own folder in ours. */
const PASSAGE = 0o711;

/**
 * Makes DATA_DIR when it is not there, and closes it to everybody else on the machine: 0700, files 0600. What an earlier
 * version left open is closed.
 * @throws CannotStart in words when it cannot be written
 */
export function openDataDir(folder: string): void {
  const dataDir = resolve(folder);
  try {
    const isNew = mkdirSync(dataDir, { recursive: true }) !== undefined;
    if (isNew) chmodSync(dataDir, process.getuid?.() === 0 ? PASSAGE : OWN);
    const probe = join(dataDir, `.written-${process.pid}`);
    writeFileSync(probe, 'written', { flush: true });
    rmSync(probe);
    close(dataDir);
  } catch (error) {
    const words = diskTrouble(error) ?? (error as Error).message;
    throw new CannotStart(`Induct keeps its files in ${dataDir} (DATA_DIR), and cannot.\n${words}`, { cause: error });
  }
}

function close(dataDir: string): void {
  const postgres = embeddedPostgresHome(dataDir);
  const needsPassage = process.getuid?.() === 0 && postgres.startsWith(dataDir);
  if (isMine(dataDir)) chmodSync(dataDir, needsPassage ? PASSAGE : OWN);
  for (const name of readdirSync(dataDir)) {
    const path = join(dataDir, name);
    if (path !== postgres && isMine(path)) closeWhatIsOpen(path);
  }
}

/** A folder that is closed was closed with everything in it: then there is nothing to look for. */
function closeWhatIsOpen(path: string): void {
  if ((lstatSync(path).mode & 0o077) === 0) return;
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) closeOne(join(path, name));
  }
  closeOne(path);
}

function closeOne(path: string): void {
  const stat = lstatSync(path);
  if (!stat.isSymbolicLink()) chmodSync(path, stat.mode & OWN);
}

/** A folder that somebody else lends us (a volume) is theirs to close. */
const isMine = (path: string): boolean => lstatSync(path).uid === process.getuid?.();
