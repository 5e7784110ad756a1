import { hash } from 'node:crypto';
import { crc32, gzipSync, inflateRawSync } from 'node:zlib';
import { type Archive, ArchiveBroken, type ArchiveEntry } from './archive';
import type { FolderWriter } from './folder-writer';
import { gzipFrame, isWorthIt } from './gzip-copy';
import { isCompressible, mediaType } from './media-type';
import type { PackageEntry } from './package-root';
import { unpackLarge } from './unpack-large';
import { EntryDamaged, type Onlooker, type UnpackedFile } from './unpacked-file';

/** Larger files go through in pieces, so that memory stays bounded. */
const AT_ONCE = 4 * 1024 ** 2;

/**
 * Unpacks an entry's content, checks it against length and check sum, and has it written into `folder` under its SHA-256: as it
 * is, and for text as `<sha256>.gz` too. The zip's own deflate stream is reused for that, so it costs next to nothing.
 * @param folder undefined: only check
 * @throws EntryDamaged
 */
export async function unpack(
  archive: Archive,
  entry: PackageEntry,
  folder: FolderWriter | undefined,
  look?: Onlooker,
): Promise<UnpackedFile> {
  try {
    const isLarge = entry.unpacked > AT_ONCE || entry.packed > AT_ONCE;
    return isLarge ? await unpackLarge(archive, entry, folder, look) : unpackSmall(archive, entry, folder, look);
  } catch (error) {
    throw isItsFault(error) ? new EntryDamaged(entry.name) : error;
  }
}

/** The content of one small entry. @throws EntryDamaged */
export function contentOf(archive: Archive, entry: ArchiveEntry): Buffer {
  try {
    return inflated(archive, entry).content;
  } catch (error) {
    throw isItsFault(error) ? new EntryDamaged(entry.name) : error;
  }
}

function unpackSmall(
  archive: Archive,
  entry: PackageEntry,
  folder: FolderWriter | undefined,
  look?: Onlooker,
): UnpackedFile {
  const { content, deflate } = inflated(archive, entry);
  const sha256 = hash('sha256', content, 'hex');
  const contentType = mediaType(entry.path);
  look?.file(entry.path, contentType, content);
  const gzip = isCompressible(contentType) ? gzipOf(content, deflate, entry) : undefined;
  folder?.write(sha256, content);
  if (gzip) folder?.write(`${sha256}.gz`, gzip);
  return { path: entry.path, sha256, bytes: content.length, contentType, gzipBytes: gzip?.length ?? null };
}

/** `deflate` is the zip's stream when it is nothing but that: bytes behind its end would break a gzip copy. */
function inflated(archive: Archive, entry: ArchiveEntry): { content: Buffer; deflate?: Buffer } {
  const packed = archive.bytes(archive.dataOf(entry), entry.packed);
  if (entry.method === 0) return { content: checked(packed, entry) };
  const options = { maxOutputLength: Math.max(1, entry.unpacked), info: true };
  // With `info` Node gives the engine too, which @types/node does not know.
  const { buffer, engine } = inflateRawSync(packed, options) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  const content = checked(buffer, entry);
  return engine.bytesWritten === packed.length ? { content, deflate: packed } : { content };
}

function checked(content: Buffer, entry: ArchiveEntry): Buffer {
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc32) throw new EntryDamaged(entry.name);
  return content;
}

function gzipOf(content: Buffer, deflate: Buffer | undefined, entry: ArchiveEntry): Buffer | undefined {
  if (deflate) {
    if (!isWorthIt(deflate.length, content.length)) return undefined;
    const { header, trailer } = gzipFrame(entry);
    return Buffer.concat([header, deflate, trailer]);
  }
  const gzip = gzipSync(content);
  return isWorthIt(gzip.length, content.length) ? gzip : undefined;
}

function isItsFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return error instanceof ArchiveBroken || code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE';
}
