import { createHash } from 'node:crypto';
import { xmpNumber } from '@induct/printing';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

const LARGEST_FILE = 10 * 1024 * 1024;
/** Of a credential or a picture that carries one, which is looked into as a whole. */
const LARGEST_CARRIER = 1024 * 1024;
/** More than what names a number takes up, so that none is missed between two pieces. */
const OVERLAP = 400;

/**
 * Of a PDF its SHA-256 in hex and the number that it says it goes by; of any other file what is in it; or what is wrong, in
 * words for the form.
 */
export type ReadUpload = { sha256: string; number?: string | undefined } | { carrier: Buffer } | { problem: string };

const CHOOSE = { problem: 'Choose a PDF, a credential or a badge' };
export const NOTHING_TO_CHECK = 'The file must be a PDF, a credential (JSON or JWT) or a badge with one in it';

/** Reads the file of a form while it comes in: a PDF is hashed, and nothing of it kept. */
export async function readUpload(request: FastifyRequest): Promise<ReadUpload> {
  if (!request.isMultipart()) return CHOOSE;
  const part = await request.file({ limits: { files: 1, fields: 5, fileSize: LARGEST_FILE } });
  if (!part) return CHOOSE;
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let before: Buffer = Buffer.alloc(0);
  let number: string | undefined;
  let bytes = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
    if (bytes <= LARGEST_CARRIER) pieces.push(chunk);
    const read = Buffer.concat([before, chunk]);
    number = xmpNumber(read) ?? number;
    before = read.subarray(-OVERLAP);
  }
  const start = Buffer.concat(pieces);
  if (bytes === 0) return CHOOSE;
  if (part.file.truncated) return { problem: 'The file must be smaller than 10 MB' };
  if (start.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { sha256: hash.digest('hex'), number };
  return bytes > LARGEST_CARRIER ? { problem: NOTHING_TO_CHECK } : { carrier: start };
}
