import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PeopleService, ROLES } from '@induct/people';
import { type Config, FileStore, Transactions } from '@induct/platform';
import { Launching } from '@induct/progress';
import { cookieOptions, declaredRoutes, SignIns } from '@induct/sign-in';
import { Previews } from '@induct/steering';
import type { BrowserContext, Frame, Page } from 'puppeteer';
import { createMembersArea } from '../../apps/members-area/src';
import { builtPlayer } from '../support/built-player';
import { testConfig } from '../support/config';
import { createContentOrigin } from '../../apps/standalone/src';
import { cloneDatabase, type TestDatabase } from '../support/database';
import { aPackage } from '../support/given-package';
import { anOpenRound } from '../support/given-round';
import { freePort } from '../support/free-port';
import { scormPackage } from '../support/packages';
import { hostilePackage } from './hostile-package';
import { TestBrowser } from '../support/test-browser';
import { UnwatchedPage } from './unwatched-page';

/** The site's own: in which browser a form was begun. */
export const FORM_COOKIE = 'induct-form';

/**
 * Host names of the two origins. All lead to this machine. Names below `localhost` browsers treat as they do https: they say
 * where a request comes from. Names below `example` are as any other: a cookie can be set for the domain above.
 */
export interface Names {
  site: string;
  content: string;
}

/** Both origins, a hostile and an honest module, and a browser in which somebody is signed in who may do everything. */
export class Battlefield {
  /** Requests that the site has received. */
  arrived = 0;
  personId!: string;
  cookie!: string;
  hostile!: Awaited<ReturnType<typeof aPackage>>;
  honest!: Awaited<ReturnType<typeof aPackage>>;
  context!: BrowserContext;
  private unwatched: BrowserContext[] = [];
  /** Open ones, by their version. */
  private readonly rounds = new Map<string, string>();

  private constructor(
    readonly database: TestDatabase,
    readonly config: Config,
    private readonly site: NestFastifyApplication,
    private readonly content: NestFastifyApplication,
    private readonly browser: TestBrowser,
  ) {}

  static async open(names: Names): Promise<Battlefield> {
    builtPlayer();
    const database = await cloneDatabase();
    const [port, contentPort] = [await freePort(), await freePort()];
    const config = testConfig(database.url, {
      PORT: String(port),
      CONTENT_PORT: String(contentPort),
      SITE_ORIGIN: `http://${names.site}:${port}`,
      CONTENT_ORIGIN: `http://${names.content}:${contentPort}`,
      DEMO: 'true',
    });
    const site = await createMembersArea(config, database.source);
    const content = await createContentOrigin(config, database.source);
    const browser = await TestBrowser.connect();
    const field = new Battlefield(database, config, site, content, browser);
    site
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', async () => void field.arrived++);
    await site.listen(port, '127.0.0.1');
    await content.listen(contentPort, '127.0.0.1');
    // The council's key for credentials is made for whoever asks first.
    await fetch(`http://127.0.0.1:${port}/.well-known/did.json`);
    const store = content.get(FileStore);
    field.hostile = await aPackage(database.source, store, await hostilePackage());
    field.honest = await aPackage(database.source, store, await scormPackage({ title: 'Honest' }));
    await field.signSomebodyIn();
    return field;
  }

  private async signSomebodyIn(): Promise<void> {
    const people = this.site.get(PeopleService, { strict: false });
    const signIns = this.site.get(SignIns, { strict: false });
    await this.site.get(Transactions).run(async (tx) => {
      const person = { name: 'Ada Fenwick', email: 'ada@northmoor.example', roles: [...ROLES] };
      [this.personId] = (await people.add(tx, [person], null)) as [string];
      this.cookie = await signIns.signIn(tx, this.personId, { by: 'letter' });
    });
  }

  /** A browser of one's own, signed in at the site. */
  async freshBrowser(): Promise<void> {
    this.context = await this.browser.newContext();
    await this.signInIn(this.context);
  }

  private async signInIn(context: BrowserContext): Promise<void> {
    const domain = new URL(this.config.SITE_ORIGIN).hostname;
    const { cookie: value } = this;
    const { priority, httpOnly } = cookieOptions(this.config.SITE_ORIGIN);
    const asSignedIn = {
      httpOnly: httpOnly!,
      sameSite: 'Lax',
      priority: priority === 'high' ? 'High' : 'Medium',
    } as const;
    await context.setCookie({ name: 'induct', value, domain, path: '/', ...asSignedIn });
  }

  async closeBrowser(): Promise<void> {
    await Promise.all([this.context, ...this.unwatched].map((context) => context.close()));
    this.unwatched = [];
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.content.close();
    await this.site.close();
    await this.database.drop();
  }

  async play(courseId: string, options: { withoutPolicy?: boolean } = {}): Promise<{ page: Page; sco: Frame }> {
    return this.show(await this.launch(courseId), options.withoutPolicy ?? false);
  }

  /** @returns the address of the player with a module */
  async launch(courseId: string): Promise<string> {
    return (await this.content.get(Launching).open({ personId: this.personId, courseId })).url;
  }

  /** Opens a player's address in a browser of its own that is signed in, and waits for the module. */
  async openUnwatched(url: string, options: { withoutPolicy: boolean }): Promise<UnwatchedPage> {
    const context = await this.browser.newUnwatchedContext();
    this.unwatched.push(context);
    await this.signInIn(context);
    const page = await UnwatchedPage.open(context, url, options);
    while (!(await page.evaluate(`Boolean(document.querySelector('#sco')?.contentWindow.attackAll)`))) await wait(50);
    return page;
  }

  /** Opens a version in a preview of a round that the person tests in. */
  async preview(versionId: string): Promise<{ page: Page; sco: Frame; roundId: string; url: string }> {
    const { url, roundId } = await this.newPreview(versionId);
    return { ...(await this.show(url, true)), roundId, url };
  }

  async newPreview(versionId: string): Promise<{ url: string; roundId: string }> {
    const testers = [this.personId];
    const roundId = this.rounds.get(versionId) ?? (await anOpenRound(this.database.source, { versionId, testers }));
    this.rounds.set(versionId, roundId);
    const { url } = await this.content.get(Previews).open({ versionId, roundId, by: this.personId });
    return { url, roundId };
  }

  private async show(url: string, withoutPolicy: boolean): Promise<{ page: Page; sco: Frame }> {
    const page = await this.context.newPage();
    await page.setBypassCSP(withoutPolicy);
    await page.goto(url);
    await page.waitForFunction(`document.querySelector('#sco').contentDocument?.querySelector('h1')`);
    return { page, sco: await (await page.$('#sco'))!.contentFrame() };
  }

  /** Every row of every table, but for when a sign-in was last seen. */
  async everything(): Promise<Record<string, string>> {
    const tables = await this.database.source.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'commit_log_%' order by 1`,
    );
    const state: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await this.database.source.query<[{ state: string }]>(
        `select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '') as state
         from (select (to_jsonb(t) - 'last_seen_at')::text as r from "${name}" t) as rows`,
      );
      state[name] = row.state;
    }
    return state;
  }

  /** An address for every path of both origins that has a route. */
  async targets(): Promise<string[]> {
    const [{ slug }] = await this.database.source.query<[{ slug: string }]>('select slug from course where id = $1', [
      this.honest.courseId,
    ]);
    const known: Record<string, string> = { slug, key: this.honest.key, personId: this.personId };
    const addressOf = (path: string) =>
      path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? randomUUID()).replace('*', 'one.html');
    const of = (app: NestFastifyApplication, origin: string) =>
      // Each is attacked by every method, whichever it declares.
      [...new Set(declaredRoutes(app).map(({ path }) => path))].map((path) => origin + addressOf(path));
    return [...of(this.site, this.config.SITE_ORIGIN), ...of(this.content, this.config.CONTENT_ORIGIN)];
  }
}
