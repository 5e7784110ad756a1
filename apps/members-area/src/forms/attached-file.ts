import { StreamableFile } from '@nestjs/common';
import { type AttachedFileType, LARGEST_ATTACHED_FILE } from '@induct/accreditation';
import type { FileStore } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFileForm } from './file-form';

const EXTENSIONS: Record<AttachedFileType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** What a form with such a `file` holds: its fields as texts, and its file when one was chosen. */
export const readFormWithFile = (request: FastifyRequest): Promise<Record<string, unknown>> =>
  readFileForm(request, LARGEST_ATTACHED_FILE);

/**
 * Sends such a file. It came from outside: it is kept, and never opened on our pages.
 * @param name of the download, without its kind: `Claim`
 */
export function attachedFile(
  reply: FastifyReply,
  files: FileStore,
  { name, sha256, type }: { name: string; sha256: string; type: AttachedFileType },
): StreamableFile {
  void reply.headers({
    'content-type': type,
    'content-disposition': `attachment; filename="${name}.${EXTENSIONS[type]}"`,
    'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  return new StreamableFile(files.stream(sha256));
}
