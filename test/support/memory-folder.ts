import { createHash } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join, resolve } from 'node:path';

/** Linux keeps it in memory. A container's may be much too small, and other systems have none. */
const IN_MEMORY = '/dev/shm';
/** What a run keeps there has never been a sixth of it; the rest is for its browsers. */
const ENOUGH_GIB = 3;
const GIB = 2 ** 30;

/**
 * Where this copy of the project may keep something in memory: the same place for each run, whatever a killed one left there.
 * @returns undefined where there is no memory to spare
 */
export function memoryFolder(): string | undefined {
  if (!existsSync(IN_MEMORY)) return undefined;
  const ours = createHash('sha256').update(resolve('.')).digest('hex').slice(0, 12);
  const folder = join(IN_MEMORY, `induct-tests-${ours}`);
  return existsSync(folder) || spareIn(IN_MEMORY) >= ENOUGH_GIB * GIB ? folder : undefined;
}

function spareIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return Math.min(bavail * bsize, freemem());
}
