import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { entryName, nameInSomeCodePage } from './entry-name';

/** A file or folder of a zip, as its central directory describes it. */
export interface ArchiveEntry {
  /** With `/` between folders; ends with it when it is a folder. */
  name: string;
  /** Of a name in a code page that the zip does not tell; `name` is then what the standard says (CP437). */
  rawName?: Buffer;
  isFolder: boolean;
  /** 0 stored, 8 deflated; nothing else is taken. */
  method: number;
  /** Bytes packed and unpacked, as declared. */
  packed: number;
  unpacked: number;
  crc32: number;
  isEncrypted: boolean;
  /** Of the file's type on Unix: 0 when the zip was made elsewhere. */
  unixType: number;
  /** Where its local header begins, and the least that it and the data take. */
  offset: number;
  length: number;
}

/** A zip that is open for reading. Everything is synchronous: it is read in a process of its own. */
export class Archive {
  readonly size: number;
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'r');
    this.size = fstatSync(this.file).size;
  }

  close(): void {
    closeSync(this.file);
  }

  /** The first bytes, to tell what the file is. */
  start(length: number): Buffer {
    return this.bytes(0, Math.min(length, this.size));
  }

  /** @throws ArchiveBroken when the range is not in the file */
  bytes(position: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(length);
    this.readInto(buffer, 0, length, position);
    return buffer;
  }

  /** The data of an entry begins behind its local header, whose name and extra field may differ from the directory's. */
  dataOf(entry: ArchiveEntry): number {
    const header = this.bytes(entry.offset, 30);
    if (header.readUInt32LE(0) !== 0x04034b50) throw new ArchiveBroken(`no local header for ${entry.name}`);
    return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  }

  /**
   * Reads the central directory.
   * @param mostEntries more are not read
   * @returns the entries, or how many there are when there are too many
   * @throws ArchiveBroken
   */
  async entries(mostEntries: number): Promise<ArchiveEntry[] | number> {
    try {
      // Names and sizes are checked by archive-rules.ts, which can say what is wrong with which file.
      const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;
      const zip = await yauzl.fromRandomAccessReaderPromise(new SyncReader(this), this.size, options);
      if (zip.entryCount > mostEntries) return zip.entryCount;
      const entries: ArchiveEntry[] = [];
      for await (const entry of zip.eachEntry()) entries.push(described(entry));
      return entries;
    } catch (error) {
      if (error instanceof ArchiveBroken) throw error;
      throw new ArchiveBroken((error as Error).message);
    }
  }

  readInto(buffer: Buffer, offset: number, length: number, position: number): void {
    if (position < 0 || position + length > this.size) throw new ArchiveBroken('it ends too early');
    let done = 0;
    while (done < length) {
      const count = readSync(this.file, buffer, offset + done, length - done, position + done);
      if (count === 0) throw new ArchiveBroken('it ends too early');
      done += count;
    }
  }
}

/** The zip is not what a zip must be; the message says where, in yauzl's words. */
export class ArchiveBroken extends Error {}

function described(entry: yauzl.Entry): ArchiveEntry {
  const name = entryName(entry);
  const rawName = nameInSomeCodePage(entry);
  return {
    name,
    ...(rawName && { rawName }),
    isFolder: name.endsWith('/'),
    method: entry.compressionMethod,
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    crc32: entry.crc32,
    isEncrypted: (entry.generalPurposeBitFlag & 0x41) !== 0,
    unixType: (entry.externalFileAttributes >>> 16) & 0xf000,
    offset: entry.relativeOffsetOfLocalHeader,
    length: 30 + entry.fileNameRaw.length + entry.compressedSize,
  };
}

/** yauzl reads its directory entry by entry; without a thread switch each time that is twenty times faster. */
class SyncReader extends yauzl.RandomAccessReader {
  constructor(private readonly archive: Archive) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    try {
      this.archive.readInto(buffer, offset, length, position);
    } catch (error) {
      callback(error as Error);
      return;
    }
    callback(null);
  }

  override _readStreamForRange(): Readable {
    throw new Error('Entries are read by Archive.bytes');
  }
}
