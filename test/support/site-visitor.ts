import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService } from '@induct/people';
import { type Clock, Transactions } from '@induct/platform';
import { createMembersArea } from '../../apps/members-area/src';
import { testConfig } from './config';
import type { TestDatabase } from './database';

export const SITE = 'http://localhost:3000';

/** The members’ website of a demonstration, and a few members; Amara may be signed in as by a button. */
export async function openSite(database: TestDatabase, clock: Clock): Promise<NestFastifyApplication> {
  const app = await createMembersArea(testConfig(database.url, { DEMO: 'true' }), database.source, { clock });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const people = ['amara', 'bernard', 'catrin', 'dev', 'eleanor', 'farid', 'gwen'].map((name) => ({
    name,
    email: `${name}@northmoor.example`,
    roles: ['member' as const],
    persona: name === 'amara' ? 'Has not begun' : null,
  }));
  await app.get(Transactions).run((tx) => app.get(PeopleService, { strict: false }).add(tx, people, null));
  return app;
}

/** A browser as far as signing in is concerned: it keeps cookies and says where its requests come from. */
export class SiteVisitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly app: NestFastifyApplication) {}

  async get(url: string, headers: Record<string, string> = {}) {
    return this.send('GET', url, undefined, headers);
  }

  async post(url: string, form: Record<string, string> = {}, headers: Record<string, string> = { origin: SITE }) {
    return this.send('POST', url, new URLSearchParams(form).toString(), headers);
  }

  private async send(
    method: 'GET' | 'POST',
    url: string,
    payload: string | undefined,
    headers: Record<string, string>,
  ) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await this.app.inject({
      method,
      url,
      payload,
      headers: { accept: 'text/html', cookie, ...type, ...headers },
    });
    for (const { name, value } of reply.cookies) this.cookies.set(name, value);
    return reply;
  }
}

/** The path of the newest link in a letter to somebody: a letter whose link was used has none any more. */
export async function linkSentTo(database: TestDatabase, email: string): Promise<string> {
  const [mail] = await database.source.query<{ body_text: string }[]>(
    `select body_text from mail where recipient = $1 and body_text like '%/sign-in/link/%' order by created_at desc limit 1`,
    [email],
  );
  return /\/sign-in\/link\/[\w-]+/.exec(mail!.body_text)![0];
}
