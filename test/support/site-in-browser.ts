import { mkdirSync } from 'node:fs';
import type { Role } from '@induct/people';
import type { Page } from 'puppeteer';
import { newsCookie, tells } from '../../apps/members-area/src';
import { expectAccessible, expectNoSidewaysScroll } from './axe';
import { freePort } from './free-port';
import { Desk } from './given-desk';
import { TestBrowser } from './test-browser';
import { pictureOfWholePage } from './whole-page';

/** `PICTURES=1 npm test` keeps a picture of every page that is looked at. Nothing is compared with them. */
const KEEPS_PICTURES = process.env.PICTURES === '1';

/** The members' website and a browser before it: its pages as people of each role see them. */
export class SiteInBrowser {
  private constructor(
    readonly desk: Desk,
    readonly browser: TestBrowser,
    readonly page: Page,
    readonly origin: string,
    private readonly pictures: string,
  ) {}

  /** @param pictures folder for what was seen */
  static async open(pictures: string, settings: Record<string, string> = {}): Promise<SiteInBrowser> {
    mkdirSync(pictures, { recursive: true });
    const port = await freePort();
    const desk = await Desk.open({ ...settings, PORT: String(port) });
    await desk.app.listen(port, '127.0.0.1');
    const browser = await TestBrowser.connect();
    return new SiteInBrowser(desk, browser, await browser.newPage(), `http://localhost:${port}`, pictures);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.desk.close();
  }

  async signIn(role: Role): Promise<void> {
    await this.signInAs(await this.desk.who(role));
  }

  /** @param personId nobody when undefined */
  async signInAs(personId: string | undefined): Promise<void> {
    const context = this.page.browserContext();
    await context.deleteCookie(...(await context.cookies()));
    if (personId === undefined) return;
    const value = await this.desk.signIn(personId);
    await context.setCookie({ name: 'induct', value, domain: 'localhost', path: '/', httpOnly: true });
  }

  /** An address that tells what was done tells it, as to whoever did it. */
  async goTo(path: string, status = 200): Promise<void> {
    if (tells(path)) {
      const cookie = { name: 'induct-done', value: newsCookie(path), domain: 'localhost', path: '/' };
      await this.page.browserContext().setCookie(cookie);
    }
    const answer = await this.page.goto(this.origin + path);
    if (answer?.status() !== status) throw new Error(`${path} answered ${answer?.status()} instead of ${status}`);
  }

  /** Presses what leads to another page, and waits for that. */
  async press(selector: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.page.click(selector)]);
  }

  /** Looks at a page as it is on a desk, on a phone and in the narrowest window. @param show makes it appear */
  async expectUsable(name: string, show: () => Promise<unknown>): Promise<void> {
    await this.page.setViewport({ width: 1280, height: 900 });
    await show();
    for (const width of [1280, 360]) {
      await this.page.setViewport({ width, height: 900 });
      if (KEEPS_PICTURES) await this.keepPicture(`${name}-${width}`);
      await expectAccessible(this.page);
    }
    await this.page.setViewport({ width: 320, height: 800 });
    await expectNoSidewaysScroll(this.page);
  }

  /** What a browser is told that shows its reader's own few colours: here white on black. */
  async inHighContrast<Seen>(look: () => Promise<Seen>): Promise<Seen> {
    const devtools = await this.page.createCDPSession();
    const set = (features: { name: string; value: string }[]) =>
      devtools.send('Emulation.setEmulatedMedia', { features });
    await set([
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'dark' },
    ]);
    try {
      return await look();
    } finally {
      await set([]);
      await devtools.detach();
    }
  }

  private async keepPicture(name: string): Promise<void> {
    await pictureOfWholePage(this.page, `${this.pictures}/${name}.png`);
  }
}
