import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

// A date of its own would make every build a different file. Local time, because that is what a zip holds.
const ALWAYS = new Date(2026, 0, 1);

/** Zips files so that equal files give equal bytes. @param {Map<string, Buffer | string>} files */
export async function zip(files) {
  const archive = new ZipFile();
  for (const name of [...files.keys()].toSorted(byName)) {
    const options = {
      mtime: ALWAYS,
      mode: 0o100644,
      forceDosTimestamp: true,
      compress: !/\.(woff2|png|jpg|mp4)$/.test(name),
    };
    archive.addBuffer(Buffer.from(files.get(name)), name, options);
  }
  archive.end();
  return buffer(archive.outputStream);
}

export const byName = (one, other) => (one < other ? -1 : 1);
