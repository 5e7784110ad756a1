import { mkdirSync } from 'node:fs';
import { launchBrowser } from '@induct/platform';
import type { Role } from '@induct/people';
import type { Browser, Page } from 'puppeteer';
import { expectAccessible, sidewaysScroll } from './axe';
import { browserPlace } from './config';
import { freePort } from './free-port';
import { Desk } from './given-desk';

/** The members' website and a browser before it: its pages as people of each role see them. */
export class SiteInBrowser {
  private constructor(
    readonly desk: Desk,
    readonly browser: Browser,
    readonly page: Page,
    readonly origin: string,
    private readonly pictures: string,
  ) {}

  /** @param pictures folder for what was seen */
  static async open(pictures: string): Promise<SiteInBrowser> {
    mkdirSync(pictures, { recursive: true });
    const port = await freePort();
    const desk = await Desk.open({ PORT: String(port) });
    await desk.app.listen(port, '127.0.0.1');
    const browser = await launchBrowser(browserPlace);
    return new SiteInBrowser(desk, browser, await browser.newPage(), `http://localhost:${port}`, pictures);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.desk.close();
  }

  async signIn(role: Role): Promise<void> {
    const [name, value] = (await this.desk.cookie(role)).split('=') as [string, string];
    await this.browser.setCookie({ name, value, domain: 'localhost', path: '/', httpOnly: true });
  }

  async goTo(path: string, status = 200): Promise<void> {
    const answer = await this.page.goto(this.origin + path);
    expectSame(path, answer!.status(), status);
  }

  /** Presses what leads to another page, and waits for that. */
  async press(selector: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.page.click(selector)]);
  }

  /** Looks at what is shown, on a desk and on a phone, and keeps a picture of each. @param show before each look */
  async expectUsable(name: string, show: () => Promise<unknown>): Promise<void> {
    for (const width of [1280, 360]) {
      await this.page.setViewport({ width, height: 900 });
      await show();
      await this.page.screenshot({ path: `${this.pictures}/${name}-${width}.png`, fullPage: true });
      await expectAccessible(this.page);
    }
    await this.page.setViewport({ width: 320, height: 800 });
    expectSame(name, await sidewaysScroll(this.page), 0);
  }
}

function expectSame(what: string, found: number, wanted: number): void {
  expect([what, found]).toEqual([what, wanted]);
}
