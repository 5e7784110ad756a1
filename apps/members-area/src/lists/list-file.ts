import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Column, csvOf } from './list';
import { jsonOf } from './list-json';

const KINDS = {
  csv: { type: 'text/csv; charset=utf-8', of: csvOf },
  json: { type: 'application/json; charset=utf-8', of: jsonOf },
} as const;

/** How a list can be taken away. */
export type FileKind = keyof typeof KINDS;
const FILE_KINDS = Object.keys(KINDS) as FileKind[];

/** Where a list is as a file, for `@Get`: one address for each kind, all with the screen's permission. */
export const fileAddresses = (path: string): string[] => FILE_KINDS.map((kind) => `${path}.${kind}`);

/** Which of those addresses was asked for. */
export const fileKindOf = ({ routeOptions }: FastifyRequest): FileKind =>
  FILE_KINDS.find((kind) => routeOptions.url?.endsWith(`.${kind}`)) ?? 'csv';

export interface ListFile<Row> {
  kind: FileKind;
  /** `certificates-2026-11-22`. */
  name: string;
  columns: readonly Column<Row>[];
  batches: AsyncIterable<readonly Row[]>;
  /** How the pieces become what is sent, when not as they come (`wholeFile`). */
  gathered?: (pieces: AsyncIterable<string>) => Promise<Readable>;
}

/** Sends a list as a file of the wanted kind: the columns say what is in it. Nobody keeps it on the way. */
export async function sendListFile<Row>(reply: FastifyReply, file: ListFile<Row>): Promise<FastifyReply> {
  const { kind, name, columns, batches, gathered } = file;
  const { type, of } = KINDS[kind];
  const pieces = of(columns, batches);
  return await reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}.${kind}"`)
    .header('cache-control', 'no-store')
    .send(gathered ? await gathered(pieces) : Readable.from(pieces));
}
