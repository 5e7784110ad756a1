import type { Role } from '@induct/people';
import { CouncilDirectory } from './council-directory';
import { freePort } from './free-port';
import { Desk } from './given-desk';
import { linkSentTo } from './site-visitor';
import { TravellingBrowser } from './travelling-browser';

const START = '2026-11-22T14:32:00Z';

/** Somebody who is known here, and at the council. */
export interface KnownPerson {
  id: string;
  email: string;
  /** Of their account at the council. */
  subject: string;
}

/** The site and the council's own sign-in, each on a port of its own, and people of both. */
export class CouncilSignInTrial {
  private nth = 0;

  private constructor(
    readonly desk: Desk,
    readonly council: CouncilDirectory,
    readonly site: string,
  ) {}

  static async open(): Promise<CouncilSignInTrial> {
    const port = await freePort();
    const site = `http://localhost:${port}`;
    const council = await CouncilDirectory.open(site);
    const desk = await Desk.open({ PORT: String(port), ...council.settings });
    await desk.app.listen(port, '127.0.0.1');
    return new CouncilSignInTrial(desk, council, site);
  }

  async close(): Promise<void> {
    await this.desk.close();
    await this.council.stop();
  }

  /** As at the beginning, but for the rows. */
  async reset(): Promise<void> {
    this.desk.clock.set(START);
    await this.council.start();
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.desk.database.source.query<T[]>(sql, parameters);
  }

  async somebody(claims: Record<string, unknown> = {}, roles: Role[] = ['member']): Promise<KnownPerson> {
    this.nth += 1;
    const name = `Person ${this.nth}`;
    const email = `person.${this.nth}@northmoor.example`;
    const subject = `subject-${this.nth}`;
    const id = await this.desk.given.aPerson({ name, roles });
    await this.rows('update person set email = $2 where id = $1', [id, email]);
    this.council.accounts.set(subject, { name, preferred_username: email, email, ...claims });
    return { id, email, subject };
  }

  /** Begins here. @returns the address at the council */
  async start(browser: TravellingBrowser, next = '/modules'): Promise<URL> {
    const { to, status } = await browser.ask(`${this.site}/sign-in/council?next=${encodeURIComponent(next)}`);
    if (status !== 303 || to === undefined) throw new Error(`The sign-in began with ${status}`);
    return new URL(to);
  }

  /** Signs in at the council. @returns the address that it sends back to, not opened yet */
  async answerOf(browser: TravellingBrowser, at: URL, subject: string | undefined): Promise<URL> {
    this.council.who = subject;
    return new URL(await browser.through(at.href));
  }

  /** @returns the path that the answer leads to */
  async comeBack(browser: TravellingBrowser, answer: URL): Promise<string | undefined> {
    return this.path((await browser.ask(answer.href)).to);
  }

  /** The whole way. @returns where it leads to */
  async signIn(browser: TravellingBrowser, subject: string, next = '/modules'): Promise<string | undefined> {
    return this.comeBack(browser, await this.answerOf(browser, await this.start(browser, next), subject));
  }

  /** Links an account by its letter. @returns the browser, signed in */
  async link({ email, subject }: KnownPerson): Promise<TravellingBrowser> {
    const browser = new TravellingBrowser();
    await this.signIn(browser, subject);
    await this.send(browser, '/sign-in/council/account', { email });
    await this.send(browser, await this.linkTo(email), {});
    if (!(await this.isIn(browser))) throw new Error('The letter let nobody in');
    return browser;
  }

  /** @returns the path that it leads to */
  async send(browser: TravellingBrowser, path: string, form: Record<string, string>): Promise<string | undefined> {
    return this.path((await browser.ask(this.site + path, { form })).to);
  }

  get(browser: TravellingBrowser, path: string) {
    return browser.ask(this.site + path);
  }

  async isIn(browser: TravellingBrowser): Promise<boolean> {
    return (await this.get(browser, '/account')).status === 200;
  }

  /** The path of the link in the newest letter to somebody. */
  linkTo(email: string): Promise<string> {
    return linkSentTo(this.desk.database, email);
  }

  async lettersTo(email: string): Promise<string[]> {
    const letters = await this.rows<{ subject: string }>(
      'select subject from mail where recipient = $1 order by created_at, id',
      [email],
    );
    return letters.map(({ subject }) => subject);
  }

  private path(url: string | undefined): string | undefined {
    return url?.startsWith(`${this.site}/`) ? url.slice(this.site.length) : url;
  }
}
