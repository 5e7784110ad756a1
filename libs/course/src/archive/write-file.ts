import { closeSync, openSync, writeSync } from 'node:fs';

/** Writes the parts one after another into a new file. */
export function writeFile(path: string, parts: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    for (const part of parts) writeAll(file, part);
  } finally {
    closeSync(file);
  }
}

/** A full disk may take only a part at first; the next write then says so. */
export function writeAll(file: number, data: Uint8Array): void {
  let done = 0;
  while (done < data.length) done += writeSync(file, data, done, data.length - done);
}
