import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import { z } from 'zod';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const Asked = z.strictObject({
  template_id: z.string(),
  email_address: z.string(),
  personalisation: z.record(z.string(), z.string()),
  reference: z.string(),
});

/** An e-mail as it was asked for. */
interface Sent {
  id: string;
  reference: string;
  status: string;
  to: string;
  subject: string;
  body: string;
}
interface Answer {
  status: number;
  says: object;
}
/** What Notify may do besides what it should: take what it is asked for and say that it did not, say nothing, or fail later. */
export type Mood = 'well' | 'busy' | 'broken' | 'takes and breaks' | 'takes and is silent' | 'takes and fails';
const refused = (status: number, error: string, message: string): Answer => ({
  status,
  says: { status_code: status, errors: [{ error, message }] },
});

/**
 * GOV.UK Notify over HTTP on this machine: it checks what it is shown as the real one does (signature, service, half a minute),
 * what it is asked for, and answers in its words.
 */
export class FakeNotify {
  readonly sent: Sent[] = [];
  /** So many are told at once. */
  perPage = 250;
  /** Answers the next request with this, or with nothing at all. */
  next: Answer | 'no answer' | undefined;
  /** What becomes of each further request; by itself all goes well. */
  mood: () => Mood = () => 'well';

  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  static async open(): Promise<FakeNotify> {
    const server = createServer((request, response) => void fake.take(request, response));
    const fake = new FakeNotify(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return fake;
  }

  get settings() {
    const NOTIFY_URL = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return { NOTIFY_URL, NOTIFY_API_KEY: `a-key-${SERVICE}-${SECRET}`, NOTIFY_TEMPLATE_ID: TEMPLATE };
  }

  refuse(status: number, error: string, message: string): void {
    this.next = refused(status, error, message);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const next = this.next;
    this.next = undefined;
    const mood = next === undefined ? this.mood() : next === 'no answer' ? 'takes and is silent' : 'well';
    const { status, says } = typeof next === 'object' ? next : await this.inMood(mood, request, Buffer.concat(chunks));
    if (mood === 'takes and is silent') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(says));
  }

  private async inMood(mood: Mood, request: IncomingMessage, body: Buffer): Promise<Answer> {
    const broken = refused(500, 'Exception', 'Internal server error');
    if (mood === 'busy') return refused(429, 'RateLimitError', 'Exceeded rate limit for key type LIVE');
    if (mood === 'broken') return broken;
    const before = this.sent.length;
    const answer = await this.answer(request, body);
    if (mood === 'takes and fails' && this.sent.length > before) this.sent.at(-1)!.status = 'permanent-failure';
    return mood === 'takes and breaks' ? broken : answer;
  }

  private async answer({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    const rules = { algorithms: ['HS256'], issuer: SERVICE, maxTokenAge: 30, typ: 'JWT' };
    const isOurs = await jwtVerify(token, Buffer.from(SECRET), rules).then(
      () => true,
      () => false,
    );
    if (!isOurs) return refused(403, 'AuthError', 'Invalid token: API key not found');
    const { pathname, searchParams } = new URL(url ?? '', 'http://notify');
    if (method === 'GET' && pathname === '/v2/notifications') {
      const [asked, olderThan] = [searchParams.get('reference'), searchParams.get('older_than')];
      const known = this.sent.toReversed();
      const page = olderThan === null ? known : known.slice(known.findIndex(({ id }) => id === olderThan) + 1);
      const found = page
        .filter(({ reference }) => asked === null || reference === asked)
        .filter(({ status }) => searchParams.get('status') !== 'failed' || status.endsWith('-failure'))
        .slice(0, this.perPage);
      return { status: 200, says: { notifications: found, links: {} } };
    }
    if (method !== 'POST' || pathname !== '/v2/notifications/email') return refused(404, 'NotFound', 'Not found');
    return this.send(Asked.parse(JSON.parse(body.toString())));
  }

  private send({ template_id, email_address, personalisation, reference }: z.infer<typeof Asked>): Answer {
    if (template_id !== TEMPLATE) return refused(400, 'BadRequestError', 'Template not found');
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email_address))
      return refused(400, 'ValidationError', 'email_address Not a valid email address');
    const { subject, body } = personalisation;
    if (!subject || !body) return refused(400, 'BadRequestError', 'Missing personalisation: subject, body');
    const id = randomUUID();
    this.sent.push({ id, reference, status: 'created', to: email_address, subject, body });
    return { status: 201, says: { id, reference, content: { subject, body }, uri: `/v2/notifications/${id}` } };
  }
}
