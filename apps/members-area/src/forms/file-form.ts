import type {} from '@fastify/multipart';
import { mustBeText } from '@induct/platform';
import type { FastifyRequest } from 'fastify';

/**
 * What a form with a file holds: its fields as texts, and as `file` the one that was chosen, with its `fileName`.
 * @param largest in bytes; of a larger one so much is read that it is seen to be larger
 * @param longest of a field, in bytes; what is longer is cut
 */
export async function readFileForm(
  request: FastifyRequest,
  largest: number,
  longest = 20_000,
): Promise<Record<string, unknown>> {
  if (!request.isMultipart()) return { ...(request.body as object | undefined) };
  const limits = { fileSize: largest + 1, files: 1, fields: 20, fieldSize: longest, parts: 21 };
  const sent: Record<string, unknown> = {};
  for await (const part of request.parts({ limits, throwFileSizeLimit: false } as object)) {
    if (part.type === 'field') sent[part.fieldname] = String(part.value);
    else {
      const file = await part.toBuffer();
      if (file.length > 0) Object.assign(sent, { file, fileName: part.filename });
    }
  }
  return mustBeText(sent);
}
