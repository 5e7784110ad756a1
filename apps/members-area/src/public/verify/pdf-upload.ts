import { createHash } from 'node:crypto';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export const LARGEST_PDF = 20 * 1024 * 1024;

/** `sha256` in hex, or what is wrong, in words for the form. */
export type ReadUpload = { sha256: string } | { problem: string };

/** Hashes the file of a form while it comes in; nothing of it is kept. */
export async function hashUpload(request: FastifyRequest): Promise<ReadUpload> {
  if (!request.isMultipart()) return { problem: 'Choose a PDF' };
  const part = await request.file({ limits: { files: 1, fields: 5, fileSize: LARGEST_PDF } });
  if (!part) return { problem: 'Choose a PDF' };
  const hash = createHash('sha256');
  let first: Buffer | undefined;
  let bytes = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    first ??= chunk;
    bytes += chunk.length;
    hash.update(chunk);
  }
  if (bytes === 0) return { problem: 'Choose a PDF' };
  if (part.file.truncated) return { problem: 'The PDF must be smaller than 20 MB' };
  if (!first!.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { problem: 'The file must be a PDF' };
  return { sha256: hash.digest('hex') };
}
