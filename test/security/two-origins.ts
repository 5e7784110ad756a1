import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService, type Role } from '@induct/people';
import { type Config, Transactions } from '@induct/platform';
import { cookieNames, declaredRoutes, SignIns } from '@induct/sign-in';
import type { AddressInfo } from 'node:net';
import { createMembersArea } from '../../apps/members-area/src';
import { createContentOrigin } from '../../apps/standalone/src';
import { builtPlayer } from '../support/built-player';
import { testConfig } from '../support/config';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { FixedClock } from '../support/fixed-clock';
import { ask, type RawAnswer } from '../support/raw-request';

export type Place = 'site' | 'content';
export const PLACES: Place[] = ['site', 'content'];

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const JSON_TYPE = { 'content-type': 'application/json' };

/** @returns an address of a route, its parameters filled in by their names */
export const filled = (path: string, with_: (name: string) => string) =>
  path.replace(/:(\w+)/g, (_, name: string) => with_(name)).replace('*', 'missing.html');
/** What a parameter can be that leads to nothing. */
export const missing = (name: string) => (/id$/i.test(name) ? randomUUID() : 'missing');

/** Asks, and has the answer. */
export type Asking = (path: string, given?: Parameters<typeof ask>[2]) => Promise<RawAnswer>;

/** Both origins as they stand behind a proxy that speaks TLS for them, on ports of their own. */
export class TwoOrigins {
  private constructor(
    readonly database: TestDatabase,
    readonly config: Config,
    readonly apps: Record<Place, NestFastifyApplication>,
    readonly clock: FixedClock,
  ) {}

  static async open(settings: Record<string, string> = {}): Promise<TwoOrigins> {
    builtPlayer();
    const database = await cloneDatabase();
    const config = testConfig(database.url, {
      SITE_ORIGIN: 'https://members.example',
      CONTENT_ORIGIN: 'https://content.example',
      ...settings,
    });
    const clock = new FixedClock();
    const site = await createMembersArea(config, database.source, { clock });
    const content = await createContentOrigin(config, database.source, { clock });
    const open = new TwoOrigins(database, config, { site, content }, clock);
    for (const app of [site, content]) await app.listen(0, '127.0.0.1');
    return open;
  }

  port(place: Place): number {
    return (this.apps[place].getHttpServer().address() as AddressInfo).port;
  }

  routes(place: Place) {
    return declaredRoutes(this.apps[place]).map(({ method, path }) => ({
      method: method === 'ALL' ? 'GET' : method,
      path,
    }));
  }

  /** @returns the id of somebody new */
  person(name: string, ...roles: Role[]): Promise<string> {
    const { site } = this.apps;
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@northmoor.example`;
    return site.get(Transactions).run(async (tx) => {
      const [id] = await site.get(PeopleService, { strict: false }).add(tx, [{ name, email, roles }], null);
      return id!;
    });
  }

  /** @returns the cookie of a new sign-in: some routes end them */
  async signIn(personId: string): Promise<string> {
    const { site } = this.apps;
    const signIns = site.get(SignIns, { strict: false });
    const id = await site.get(Transactions).run((tx) => signIns.signIn(tx, personId, { by: 'letter' }));
    return `${cookieNames(this.config.SITE_ORIGIN).signIn}=${id}`;
  }

  ask(place: Place, path: string, given: Parameters<typeof ask>[2] = {}): Promise<RawAnswer> {
    const origin: Record<string, string> =
      given.method && given.method !== 'GET' ? { origin: this.config.SITE_ORIGIN } : {};
    return ask(this.port(place), path, { ...given, headers: { ...origin, ...given.headers } });
  }

  /** Somebody who asks the site, with one sign-in until an answer may have ended it: to begin one costs as much as to ask. */
  visitor(personId: string): Asking {
    let cookie: string | undefined;
    return async (path, given = {}) => {
      cookie ??= await this.signIn(personId);
      const answer = await this.ask('site', path, { ...given, headers: { cookie, ...given.headers } });
      if (given.method && given.method !== 'GET' && answer.status < 400) cookie = undefined;
      return answer;
    };
  }

  async close(): Promise<void> {
    for (const app of Object.values(this.apps)) await app.close();
    await this.database.drop();
  }
}
