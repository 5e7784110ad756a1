import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

const KEY = 'a-key';
const SECRET = 'a-secret';
const iri = z.string().regex(/^https?:\/\/[^\s]+$/);
const languageMap = z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().min(1));
const activity = z.strictObject({ objectType: z.literal('Activity').optional(), id: iri });
/** As far as ours go (xAPI 1.0.3, part two): a store refuses what it does not know. */
const StatementShape = z.strictObject({
  id: z.uuid(),
  actor: z.strictObject({
    objectType: z.literal('Agent').optional(),
    // Exactly one way to say who it is.
    account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
  }),
  verb: z.strictObject({ id: iri, display: languageMap }),
  object: activity.extend({
    definition: z.strictObject({ type: iri, name: languageMap, description: languageMap }),
  }),
  result: z
    .strictObject({
      score: z
        .strictObject({ scaled: z.number().min(-1).max(1), raw: z.number(), min: z.number(), max: z.number() })
        .refine(({ raw, min, max }) => min < max && raw >= min && raw <= max)
        .optional(),
      success: z.boolean().optional(),
      completion: z.boolean().optional(),
      duration: z
        .string()
        .regex(/^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/)
        .optional(),
    })
    .optional(),
  context: z.strictObject({
    registration: z.uuid(),
    platform: z.string(),
    language: z.string(),
    contextActivities: z.strictObject({ grouping: z.array(activity) }),
  }),
  timestamp: z.iso.datetime({ offset: true }),
});
export type StoredStatement = z.infer<typeof StatementShape>;

/** A learning record store over HTTP on this machine: it checks what it is sent as stores do, and takes all of it or nothing. */
export class FakeRecordStore {
  readonly stored = new Map<string, StoredStatement>();
  /** Of each request. */
  readonly sizes: number[] = [];
  /** Answers the next request with this, or with nothing at all, whether or not it has been taken. */
  next: number | 'no answer' | 'lost answer' | undefined;
  /** Says no to statements about these. */
  refuses = (_statement: StoredStatement): boolean => false;

  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  static async open(): Promise<FakeRecordStore> {
    const server = createServer((request, response) => void fake.take(request, response));
    const fake = new FakeRecordStore(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return fake;
  }

  get settings() {
    const XAPI_URL = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/xapi/`;
    return { XAPI_URL, XAPI_KEY: KEY, XAPI_SECRET: SECRET };
  }

  /** What is told of one actor, in the order in which it happened. */
  verbs(actor: string): string[] {
    return [...this.stored.values()]
      .filter((one) => one.actor.account.name === actor)
      .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
      .map(({ verb }) => verb.display['en-GB']!);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { next } = this;
    this.next = undefined;
    if (next === 'no answer') return void request.socket.destroy();
    const { status, says } =
      typeof next === 'number' ? { status: next, says: 'not now' } : this.answer(request, Buffer.concat(chunks));
    if (next === 'lost answer') return void request.socket.destroy();
    const headers = { 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
    response.writeHead(status, headers).end(typeof says === 'string' ? says : JSON.stringify(says));
  }

  private answer({ method, url, headers }: IncomingMessage, body: Buffer): { status: number; says: unknown } {
    const right = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`;
    if (headers.authorization !== right) return { status: 401, says: 'Unauthorized' };
    if (method !== 'POST' || url !== '/xapi/statements') return { status: 404, says: 'Not found' };
    if (!/^1\.0(\.\d+)?$/.test(String(headers['x-experience-api-version'])))
      return { status: 400, says: 'X-Experience-API-Version header is missing' };
    if (headers['content-type'] !== 'application/json') return { status: 400, says: 'Content-Type' };
    const read = z.array(StatementShape).min(1).safeParse(JSON.parse(body.toString()));
    if (!read.success) return { status: 400, says: read.error.message };
    this.sizes.push(read.data.length);
    if (read.data.some(this.refuses)) return { status: 400, says: 'The verb <b>nobody@example.com</b> is not allowed' };
    // Part three, 2.1.2: the same id with other content is a conflict, with the same it is nothing new.
    const conflicts = read.data.some((one) => {
      const known = this.stored.get(one.id);
      return known !== undefined && !isDeepStrictEqual(known, one);
    });
    if (conflicts) return { status: 409, says: 'Conflict' };
    for (const one of read.data) this.stored.set(one.id, one);
    return { status: 200, says: read.data.map(({ id }) => id) };
  }
}
