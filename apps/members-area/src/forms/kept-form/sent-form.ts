import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { withoutMark } from './page-mark';

const MOST_FIELDS = 200;

/** Where a form was sent to, as its page names it. */
export const sentTo = ({ url }: FastifyRequest): string => withoutMark(url);

/**
 * What came with a form that nobody may send any more. Of a form with a file the fields before it are read, and the file is
 * not: there is nothing to do with it.
 */
export async function sentFields(request: FastifyRequest): Promise<[name: string, value: string][]> {
  return (request.isMultipart() ? await fieldsBeforeFile(request) : fieldsOf(request.body)).slice(0, MOST_FIELDS);
}

/** Of a body as the form parser leaves it: texts, and lists of them. */
export function fieldsOf(body: unknown): [name: string, value: string][] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, given]) =>
    [given].flat().flatMap((value): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

async function fieldsBeforeFile(request: FastifyRequest): Promise<[string, string][]> {
  const part = await request.file({ limits: { files: 1, fields: MOST_FIELDS, fieldSize: 64 * 1024 } });
  part?.file.resume();
  return Object.entries(part?.fields ?? {}).flatMap(([name, fields]) =>
    [fields]
      .flat()
      .flatMap((field): [string, string][] => (field?.type === 'field' ? [[name, String(field.value)]] : [])),
  );
}
