import type { BrowserContext, Frame, Page } from 'puppeteer';
import type { Stage } from './stage';
import { TestBrowser } from '../../../../test/support/test-browser';

/** A member at the player page, and the content inside it. */
export class Visit {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  /**
   * @param place a browser context to go on in, or the browser for a new one
   * @param prepare what is done to the page before it goes anywhere
   */
  static async to(
    stage: Stage,
    place: TestBrowser | BrowserContext,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<Visit> {
    const context = place instanceof TestBrowser ? await place.newContext() : place;
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(stage.url, { waitUntil: 'load' });
    return new Visit(page, context);
  }

  get browserContext(): BrowserContext {
    return this.context;
  }

  /** The frame of the content, when its page has been read. */
  async content(): Promise<Frame> {
    await this.page.waitForFunction(() => {
      const { contentDocument } = document.querySelector<HTMLIFrameElement>('#sco')!;
      return contentDocument?.readyState === 'complete' && contentDocument.location.pathname.startsWith('/content/');
    });
    return (await (await this.page.$('#sco'))!.contentFrame())!;
  }

  /** Calls the 1.2 API from inside the content, one call after the other in one turn. */
  async api12(...calls: [name: string, ...given: string[]][]): Promise<string[]> {
    return (await this.content()).evaluate((list) => {
      const api = (window.parent as unknown as { API: Record<string, (...given: string[]) => string> }).API;
      return list.map(([name, ...given]) => api[`LMS${name}`]!(...given));
    }, calls);
  }

  async api2004(...calls: [name: string, ...given: string[]][]): Promise<string[]> {
    return (await this.content()).evaluate((list) => {
      const api = (window.parent as unknown as { API_1484_11: Record<string, (...given: string[]) => string> })
        .API_1484_11;
      return list.map(([name, ...given]) => api[name]!(...given));
    }, calls);
  }

  saveState(): Promise<string | undefined> {
    return this.page.$eval('[data-save-state]', (element) => (element as HTMLElement).dataset.saveState);
  }

  untilSaveState(state: string): Promise<unknown> {
    return this.page.waitForSelector(`[data-save-state="${state}"]`);
  }

  /** Without warning: no handler of the page is run by `page.close()`. */
  async closeTab(options: { runBeforeUnload?: boolean } = {}): Promise<void> {
    await this.page.close(options);
  }

  async end(): Promise<void> {
    await this.context.close();
  }
}
