import { rm } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@induct/people';
import { type Config, Transactions } from '@induct/platform';
import { SignIns, type Way } from '@induct/sign-in';
import { createMembersArea, newsCookie } from '../../apps/members-area/src';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';
import { GivenCouncil } from './given-council';

export interface DeskAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
  /** The page as a reader sees it: without tags, spaces collapsed. */
  text: string;
}

/** The members' website on a database of its own, and somebody of each role signed in at it. */
export class Desk {
  readonly given: GivenCouncil;
  private readonly people = new Map<Role, string>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly database: TestDatabase,
    readonly clock: FixedClock,
  ) {
    this.given = new GivenCouncil(database.source);
  }

  static async open(settings: Record<string, string> = {}): Promise<Desk> {
    const database = await cloneDatabase();
    const config = testConfig(database.url, settings);
    const clock = new FixedClock();
    const app = await createMembersArea(config, database.source, { clock });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new Desk(app, config, database, clock);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await rm(this.config.DATA_DIR, { recursive: true, force: true });
  }

  /** The id of the person who has this role and no other. */
  async who(role: Role): Promise<string> {
    const known = this.people.get(role);
    if (known) return known;
    const names: Record<Role, string> = {
      member: 'Mia Member',
      tester: 'Tess Tester',
      officer: 'Olive Officer',
      administrator: 'Adam Administrator',
      auditor: 'Audrey Auditor',
      champion: 'Chandra Champion',
    };
    // Nobody but a member counts among the members, and this one would be in every figure.
    const id = await this.given.aPerson({ name: names[role], roles: [role] });
    this.people.set(role, id);
    return id;
  }

  async cookie(role: Role): Promise<string> {
    return `induct=${await this.signIn(await this.who(role))}`;
  }

  /** @returns the value of the cookie */
  async signIn(personId: string, by: Way = 'letter'): Promise<string> {
    const signIns = this.app.get(SignIns, { strict: false });
    return this.app.get(Transactions, { strict: false }).run((tx) => signIns.signIn(tx, personId, { by }));
  }

  async get(role: Role | undefined, url: string, accept = 'text/html'): Promise<DeskAnswer> {
    return this.getAs(role && (await this.who(role)), url, accept);
  }

  /** @param personId a stranger when undefined */
  async getAs(personId: string | undefined, url: string, accept = 'text/html'): Promise<DeskAnswer> {
    // As a browser that was sent there.
    const cookie = `induct-done=${newsCookie(url)}${personId ? `; induct=${await this.signIn(personId)}` : ''}`;
    return answer(await this.app.inject({ method: 'GET', url, headers: { accept, cookie } }));
  }

  async post(
    role: Role,
    url: string,
    fields: Record<string, string | readonly string[]>,
    accept = 'text/html',
  ): Promise<DeskAnswer> {
    return this.postAs(await this.who(role), url, fields, accept);
  }

  async postAs(
    personId: string,
    url: string,
    fields: Record<string, string | readonly string[]>,
    accept = 'text/html',
  ): Promise<DeskAnswer> {
    const headers = {
      accept,
      cookie: `induct=${await this.signIn(personId)}`,
      origin: this.config.SITE_ORIGIN,
      'content-type': 'application/x-www-form-urlencoded',
    };
    return answer(await this.app.inject({ method: 'POST', url, headers, payload: formOf(fields) }));
  }

  /** Sends a package as a browser's form does. */
  async upload(
    role: Role,
    file: { name: string; content: Buffer },
    fields: Record<string, string> = { module: '' },
    accept = 'text/html',
  ): Promise<DeskAnswer> {
    return this.sendFile(await this.who(role), '/admin/uploads', file, fields, accept);
  }

  /** Sends a form with a file to any address. */
  async sendFile(
    personId: string,
    url: string,
    file: SentFile,
    fields: Record<string, string> = {},
    accept = 'text/html',
  ): Promise<DeskAnswer> {
    const { payload, boundary } = multipartForm(file, fields);
    const headers = {
      accept,
      cookie: `induct=${await this.signIn(personId)}`,
      origin: this.config.SITE_ORIGIN,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    };
    return answer(await this.app.inject({ method: 'POST', url, headers, payload }));
  }

  /** Actions on record, the oldest first; signing in, which happens with every request here, is left out. */
  async audited(): Promise<{ action: string; actor: string; subject: string; detail: Record<string, unknown> }[]> {
    return this.database.source.query(
      `select action, actor_id as actor, subject_id as subject, detail from audit_event
        where action not like 'sign\\_in.%' order by id`,
    );
  }
}

/** Empty, and without a name, when nobody chose one. */
interface SentFile {
  /** Of the form. */
  field?: string;
  name: string;
  type?: string;
  content: Buffer;
}

export function multipartForm(
  { field = 'package', name: fileName, type = 'application/zip', content }: SentFile,
  fields: Record<string, string>,
) {
  const boundary = 'induct-desk-spec';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(parts.join('') + head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { payload, boundary };
}

const formOf = (fields: Record<string, string | readonly string[]>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();

function answer(given: { statusCode: number; headers: Record<string, unknown>; body: string }): DeskAnswer {
  const text = given.body
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
  return { status: given.statusCode, headers: given.headers, body: given.body, text };
}
