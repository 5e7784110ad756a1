import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ZipFile as NewZip } from 'yazl';

const NOTE = 'CHANGES.txt';
const WHEN = new Date('2026-01-01T00:00:00Z');

/** The same package with a note of what was corrected in it: what a supplier sends when a finding is fixed. */
export async function correctedPackage(file: string, changes: string): Promise<Buffer> {
  const old = await promisify<string, yauzl.Options, ZipFile>(yauzl.open)(file, { lazyEntries: true });
  const fresh = new NewZip();
  const options = { mtime: WHEN, mode: 0o100644 };
  for await (const entry of entriesOf(old)) fresh.addBuffer(await bytesOf(old, entry), entry.fileName, options);
  fresh.addBuffer(Buffer.from(changes), NOTE, options);
  fresh.end();
  return whole(fresh.outputStream);
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((found, failed) => {
      zip
        .once('entry', found)
        .once('end', () => found(undefined))
        .once('error', failed);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    yield entry;
  }
}

const bytesOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((done, failed) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) failed(error);
      else whole(stream).then(done, failed);
    });
  });

async function whole(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
