import { createHash } from 'node:crypto';
import { xmpNumber } from '@induct/printing';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export const LARGEST_FILE = 10 * 1024 * 1024;
/** More than what names a number takes up, so that none is missed between two pieces. */
const OVERLAP = 400;

/** `sha256` in hex and the number that the file says it goes by, or what is wrong, in words for the form. */
export type ReadUpload = { sha256: string; number?: string | undefined } | { problem: string };

/** Hashes the file of a form while it comes in; nothing of it is kept. */
export async function hashUpload(request: FastifyRequest): Promise<ReadUpload> {
  if (!request.isMultipart()) return { problem: 'Choose a PDF' };
  const part = await request.file({ limits: { files: 1, fields: 5, fileSize: LARGEST_FILE } });
  if (!part) return { problem: 'Choose a PDF' };
  const hash = createHash('sha256');
  let first: Buffer | undefined;
  let before: Buffer = Buffer.alloc(0);
  let number: string | undefined;
  let bytes = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    first ??= chunk;
    bytes += chunk.length;
    hash.update(chunk);
    const read = Buffer.concat([before, chunk]);
    number = xmpNumber(read) ?? number;
    before = read.subarray(-OVERLAP);
  }
  if (bytes === 0) return { problem: 'Choose a PDF' };
  if (part.file.truncated) return { problem: 'The PDF must be smaller than 10 MB' };
  if (!first!.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { problem: 'The file must be a PDF' };
  return { sha256: hash.digest('hex'), number };
}
