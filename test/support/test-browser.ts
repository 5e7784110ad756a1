import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer, { type Browser, type BrowserContext, type Page, type Target } from 'puppeteer';

/**
 * The browser of the run, as one file of tests sees it: its own contexts, in which are cookies, storage and pages of nobody
 * else. It is `launchBrowser` that opens another, for those who need flags or an end of their own.
 */
export class TestBrowser {
  private readonly contexts: BrowserContext[] = [];
  private first?: Promise<BrowserContext>;

  private constructor(
    private readonly browser: Browser,
    private readonly ours: WeakSet<BrowserContext>,
  ) {}

  /** @param place the file that says where it listens */
  static async connect(place = process.env.TEST_BROWSER!): Promise<TestBrowser> {
    const ours = new WeakSet<BrowserContext>();
    const targetFilter = (target: Target) => ours.has(target.browserContext());
    return new TestBrowser(await connected(place, targetFilter), ours);
  }

  /** As a browser that somebody has just installed. */
  async newContext(): Promise<BrowserContext> {
    const context = await this.newUnwatchedContext();
    this.ours.add(context);
    return context;
  }

  /** One in which Puppeteer takes no page for its own: for an `UnwatchedPage`. */
  async newUnwatchedContext(): Promise<BrowserContext> {
    const context = await this.browser.createBrowserContext();
    this.contexts.push(context);
    return context;
  }

  /** A tab of the same context each time. */
  async newPage(): Promise<Page> {
    this.first ??= this.newContext();
    return (await this.first).newPage();
  }

  async close(): Promise<void> {
    for (const context of this.contexts) if (!context.closed) await context.close();
    await this.browser.disconnect();
  }
}

/** One that was crashed by a test is soon followed by another. */
async function connected(place: string, targetFilter: (target: Target) => boolean, tries = 100): Promise<Browser> {
  try {
    const browserWSEndpoint = readFileSync(place, 'utf8');
    return await puppeteer.connect({ browserWSEndpoint, targetFilter });
  } catch (error) {
    if (tries === 0) throw error;
    await wait(200);
    return connected(place, targetFilter, tries - 1);
  }
}
