import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Archive } from './archive';
import type { FolderWriter } from './folder-writer';
import { gzipFrame, gzipSize, isWorthIt } from './gzip-copy';
import { isCompressible, mediaType } from './media-type';
import type { PackageEntry } from './package-root';
import { EntryDamaged, type Onlooker, type UnpackedFile } from './unpacked-file';
import { writeAll, writeFile } from './write-file';

const PIECE = 1024 ** 2;

/** As `unpack`, in pieces: for files that should not be in memory as a whole. */
export async function unpackLarge(
  archive: Archive,
  entry: PackageEntry,
  folder: FolderWriter | undefined,
  look?: Onlooker,
): Promise<UnpackedFile> {
  // Its name is its hash, which is known at the end only.
  const temporary = folder && join(folder.folder, 'unpacking');
  const contentType = mediaType(entry.path);
  const show = look && isCompressible(contentType) ? inPieces(entry.path, contentType, look) : undefined;
  const { sha256, consumed } = await stream(archive, entry, temporary, show);
  const hasGzip =
    entry.method === 8 &&
    consumed === entry.packed &&
    isCompressible(contentType) &&
    isWorthIt(entry.packed, entry.unpacked);
  if (folder && temporary) {
    // A small file's content may be the same only if it is as long, so nobody else is writing this one.
    renameSync(temporary, join(folder.folder, sha256));
    folder.note(sha256);
    if (hasGzip && !folder.has(`${sha256}.gz`)) {
      writeFile(join(folder.folder, `${sha256}.gz`), gzip(archive, entry));
      folder.note(`${sha256}.gz`);
    }
  }
  return { path: entry.path, sha256, bytes: entry.unpacked, contentType, gzipBytes: hasGzip ? gzipSize(entry) : null };
}

/** Each piece with the end of the one before it, so that nothing is cut in two. */
function inPieces(path: string, contentType: string, look: Onlooker): (piece: Buffer) => void {
  let end: Buffer = Buffer.alloc(0);
  return (piece) => {
    const shown = Buffer.concat([end, piece]);
    look.file(path, contentType, shown);
    end = shown.subarray(-2_000);
  };
}

async function stream(
  archive: Archive,
  entry: PackageEntry,
  path: string | undefined,
  show?: (piece: Buffer) => void,
): Promise<{ sha256: string; consumed: number }> {
  const packed = Readable.from(pieces(archive, entry), { objectMode: false });
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 256 * 1024 }) : undefined;
  if (inflate) packed.on('error', (error) => inflate.destroy(error)).pipe(inflate);
  const digest = createHash('sha256');
  let sum = 0;
  let bytes = 0;
  const file = path === undefined ? undefined : openSync(path, 'w');
  try {
    for await (const chunk of (inflate ?? packed) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.unpacked) throw new EntryDamaged(entry.name);
      digest.update(chunk);
      sum = crc32(chunk, sum);
      if (file !== undefined) writeAll(file, chunk);
      show?.(chunk);
    }
  } finally {
    if (file !== undefined) closeSync(file);
  }
  if (bytes !== entry.unpacked || sum !== entry.crc32) throw new EntryDamaged(entry.name);
  return { sha256: digest.digest('hex'), consumed: inflate?.bytesWritten ?? bytes };
}

function* gzip(archive: Archive, entry: PackageEntry): Generator<Buffer> {
  const { header, trailer } = gzipFrame(entry);
  yield header;
  yield* pieces(archive, entry);
  yield trailer;
}

function* pieces(archive: Archive, entry: PackageEntry): Generator<Buffer> {
  const start = archive.dataOf(entry);
  for (let done = 0; done < entry.packed; done += PIECE) {
    yield archive.bytes(start + done, Math.min(PIECE, entry.packed - done));
  }
}
