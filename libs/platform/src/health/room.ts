import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../config/config';
import { diskWasInTheWay } from '../http/disk-in-the-way';

/** Below this PostgreSQL, which asks for 16 MiB at a time, and what is stored beside it soon cannot go on. */
const LEAST_MIB = 64;
/** A full disk of another machine, PostgreSQL's, is known by what it refused. */
const REMEMBERED_MS = 60_000;
const MIB = 1024 * 1024;

/** What is wrong with a part, in words for those who look after it. */
export class PartTrouble extends Error {}

/**
 * Is there room to write down what people do? Asked of the system without writing anything, and of what could not be written
 * a moment ago.
 */
export const roomIsLeft =
  ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>) =>
  async (): Promise<string> => {
    const { bavail, bsize } = await statfs(resolve(DATA_DIR));
    const left = Math.floor((bavail * bsize) / MIB);
    if (left < LEAST_MIB) throw new PartTrouble(`${left} MiB left: the disk that holds DATA_DIR is full`);
    if (diskWasInTheWay(REMEMBERED_MS))
      throw new PartTrouble('something could not be written in the last minute: a disk is full or read-only');
    return `${left} MiB left`;
  };
