import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';

const PATIENCE_MS = 20_000;
const DEVICES = {
  wide: { width: 1280, height: 900 },
  phone: { width: 360, height: 740, isMobile: true, hasTouch: true },
  /** As narrow as a phone. It is no touch screen, so that the window may be widened for a picture. */
  narrow: { width: 360, height: 740 },
  /** As wide as a page of a guide. */
  guide: { width: 1100, height: 760 },
};
type Device = keyof typeof DEVICES;

type Found = NonNullable<Awaited<ReturnType<Page['waitForSelector']>>>;

/** Where pictures are kept. */
export interface Album {
  /** @param name what is seen, in small letters and hyphens */
  take(page: Page, name: string): Promise<void>;
}

/** Pictures of the journey, numbered in the order they were taken. */
export class NumberedAlbum implements Album {
  private taken = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (/^\d\d-.*\.png$/.test(name)) rmSync(join(folder, name));
  }

  async take(page: Page, name: string): Promise<void> {
    const number = String(++this.taken).padStart(2, '0');
    await page.screenshot({ path: join(this.folder, `${number}-${name}.png`) });
  }
}

/** One person in a browser of their own. */
export class Visitor {
  private constructor(
    private current: Page,
    private readonly site: string,
    private readonly album: Album,
    private readonly device: Device,
  ) {}

  get page(): Page {
    return this.current;
  }

  /** Another tab of the same browser. */
  async continueOn(page: Page): Promise<void> {
    this.current = page;
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewport(DEVICES[this.device]);
  }

  static async arrive(browser: Browser, site: string, album: Album, device: Device = 'wide'): Promise<Visitor> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewport(DEVICES[device]);
    return new Visitor(page, site, album, device);
  }

  /** @param says part of what stands beside the person's button on the sign-in page */
  async signInAs(says: string): Promise<void> {
    await this.open('/sign-in');
    await this.shoot('sign-in');
    const choice = await this.page.waitForSelector(`.induct-choices li ::-p-text(${says})`);
    const button = await choice!.evaluateHandle((words) => words.closest('li')!.querySelector('button')!);
    await this.follow(() => button.click());
  }

  /** By the link in a letter, as everybody does who has no button. The demo's mailbox shows the letters. */
  async signInByMail(email: string): Promise<void> {
    await this.askForALink(email);
    await this.openTheLetter(email);
    await this.shoot('sign-in-link');
    await this.follow(() => this.page.click('form[action*="/sign-in/link/"] button'));
  }

  /** Leaves the page open that says what to do next. */
  async askForALink(email: string): Promise<void> {
    await this.open('/sign-in');
    await this.type('email', email);
    await this.shoot('sign-in-by-mail');
    await this.press('Email me a link');
    await this.shoot('check-your-email');
  }

  /** Follows the link in the newest letter with one. */
  async openTheLetter(email: string): Promise<void> {
    await this.open(`/mailbox?to=${encodeURIComponent(email)}`);
    // Other letters may have come meanwhile.
    await this.press('Your link to sign in');
    await this.page.waitForSelector('a[href*="/sign-in/link/"]');
    await this.follow(() => this.page.click('a[href*="/sign-in/link/"]'));
  }

  get address(): string {
    return new URL(this.page.url()).pathname;
  }

  async open(path: string): Promise<void> {
    // The page that is open, with another "#", would not be loaded anew.
    if (path.includes('#')) await this.page.goto('about:blank');
    const address = path.startsWith('http') ? path : this.site + path;
    const reply = await this.page.goto(address).catch((error: unknown) => {
      // A page that asks again by itself may do so in this very moment, which ends the other navigation.
      if (!String(error).includes('net::ERR_ABORTED')) throw error;
      return this.page.goto(address);
    });
    if (!reply || reply.status() >= 400) throw new Error(`${path} answered ${reply?.status()}`);
  }

  /** Presses the button or link with these words and waits for the page it leads to. */
  async press(words: string): Promise<void> {
    const target = await this.found(
      `::-p-xpath(//*[self::a or self::button][contains(normalize-space(.), "${words}")])`,
    );
    await this.follow(() => target.click());
  }

  /** Presses what has no words of its own. */
  async pressAt(selector: string): Promise<void> {
    const target = await this.found(selector);
    await this.follow(() => target.click());
  }

  /** Ticks the box or selects the answer with these words. */
  async tick(words: string): Promise<void> {
    const label = await this.found(`::-p-xpath(//label[contains(normalize-space(.), "${words}")])`);
    await label.click();
  }

  /** Selects an answer by its words, of the question with this name. */
  async tickIn(name: string, words: string): Promise<void> {
    for (const field of await this.page.$$(`input[name="${name}"]`)) {
      const label = await field.evaluate((input) => input.parentElement?.textContent ?? '');
      if (label.trim().startsWith(words)) return field.click();
    }
    throw new Error(`No answer “${words}” to ${name}`);
  }

  async choose(id: string): Promise<void> {
    await (await this.found(`#${id}`)).click();
  }

  async type(id: string, text: string): Promise<void> {
    await this.page.$eval(`#${id}`, (field) => ((field as unknown as { value: string }).value = ''));
    await this.page.type(`#${id}`, text);
  }

  async waitForText(text: string, patienceMs = PATIENCE_MS): Promise<void> {
    await this.page.waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`, {
      timeout: patienceMs,
    });
  }

  /** What the page says, also where it is folded; what was folded is folded again. */
  async text(): Promise<string> {
    return (await this.page.evaluate(`(() => {
      const folded = [...document.querySelectorAll('main details:not([open])')];
      for (const one of folded) one.open = true;
      const { innerText } = document.body;
      for (const one of folded) one.open = false;
      return innerText;
    })()`)) as string;
  }

  async shoot(name: string): Promise<void> {
    await this.album.take(this.page, name);
  }

  /** What is at an address for this person, as bytes. */
  async download(path: string): Promise<Uint8Array> {
    const base64 = await this.page.evaluate(async (url) => {
      const reply = await fetch(url);
      if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
      const bytes = new Uint8Array(await reply.arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return btoa(binary);
    }, path);
    return Buffer.from(base64, 'base64');
  }

  async leave(): Promise<void> {
    await this.page.browserContext().close();
  }

  /** A page that asks again by itself may come anew between the look and what was seen: then it is looked at again. */
  private async found(selector: string): Promise<Found> {
    for (let tries = 1; ; tries++) {
      try {
        return (await this.page.waitForSelector(selector))!;
      } catch (error) {
        if (tries === 3 || !String(error).includes('does not belong to the document')) throw error;
      }
    }
  }

  /** @throws when the page it leads to says that the site has failed: it would be missed only by what is not on it */
  private async follow(act: () => Promise<void>): Promise<void> {
    const [reply] = await Promise.all([this.page.waitForNavigation(), act()]);
    if (reply && reply.status() >= 500)
      throw new Error(`${this.address} answered ${reply.status()}: ${await this.text()}`);
  }
}
