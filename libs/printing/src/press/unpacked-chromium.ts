import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Nobody is still unpacking into a folder in which nothing has happened for so long. */
const GIVEN_UP_MS = 10 * 60_000;

/**
 * Unpacks the browser that npm brought, unless it is there. Whoever finds it finds the whole of it: a process that ends while
 * it unpacks leaves a folder that the next one throws away.
 * @param home where it is kept
 * @param unpack unpacks into the folder given, and says where the program is then: in it, or somewhere else
 * @returns the path of the program
 */
export async function unpackedChromium(home: string, unpack: (into: string) => Promise<string>): Promise<string> {
  const program = join(home, 'chromium');
  if (existsSync(program)) return program;
  mkdirSync(home, { recursive: true });
  throwAwayLeft(home);
  const into = mkdtempSync(`${home}.unpacking-`);
  try {
    const unpacked = await unpack(into);
    if (dirname(unpacked) !== into) return unpacked;
    // The program comes last: when it is there, so is what it needs.
    const names = readdirSync(into).filter((name) => name !== basename(program));
    for (const name of [...names, basename(program)]) moveUnlessThere(join(into, name), join(home, name));
    return program;
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another process was quicker, and what it has put there is the same.
    if (!existsSync(to)) throw error;
  }
}

function throwAwayLeft(home: string): void {
  const around = dirname(home);
  for (const name of readdirSync(around).filter((one) => one.startsWith(`${basename(home)}.unpacking-`))) {
    const folder = join(around, name);
    if (Date.now() - statSync(folder).mtimeMs > GIVEN_UP_MS) rmSync(folder, { recursive: true, force: true });
  }
}
