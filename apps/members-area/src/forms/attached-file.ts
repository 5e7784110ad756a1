import { StreamableFile } from '@nestjs/common';
import type {} from '@fastify/multipart';
import { type AttachedFileType, LARGEST_ATTACHED_FILE } from '@induct/accreditation';
import { type FileStore, mustBeText } from '@induct/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const EXTENSIONS: Record<AttachedFileType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** What a form with a `file` holds: its fields as texts, and its file when one was chosen. Larger ones are read no further. */
export async function readFormWithFile(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (!request.isMultipart()) return { ...(request.body as object | undefined) };
  const limits = { fileSize: LARGEST_ATTACHED_FILE + 1, files: 1, fields: 20, fieldSize: 20_000, parts: 21 };
  const sent: Record<string, unknown> = {};
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as object)) {
    if (part.type === 'field') sent[part.fieldname] = String(part.value);
    else {
      const file = await part.toBuffer();
      if (file.length > 0) sent.file = file;
    }
  }
  return mustBeText(sent);
}

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
