import type {} from '@fastify/multipart';
import { LARGEST_CLAIM_FILE } from '@induct/accreditation';
import { mustBeText } from '@induct/platform';
import type { FastifyRequest } from 'fastify';

/** What a claim's form holds: its fields as texts, and its file when one was chosen. Larger ones are read no further. */
export async function readClaimForm(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (!request.isMultipart()) return { ...(request.body as object | undefined) };
  const limits = { fileSize: LARGEST_CLAIM_FILE + 1, files: 1, fields: 20, fieldSize: 20_000, parts: 21 };
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
