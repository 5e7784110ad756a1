import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';
import pLimit from 'p-limit';
import { PrintingBrowser } from './printing-browser';
import type { Sheet } from './sheet';

/** While one page is laid out, the other is written as a PDF: a third more documents on two cores, a third page adds nothing. */
const PAGES = 2;
const JOBS_PER_BROWSER = 50;
/** The next browser is started this much earlier, so that nobody waits for it. */
const AHEAD = 6;

/** Prints our own documents, with one browser and two pages that are used again and again. */
@Injectable()
export class Printer implements OnApplicationShutdown {
  private current?: Promise<PrintingBrowser>;
  private next?: Promise<PrintingBrowser>;
  private readonly inTurn = pLimit(PAGES);

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For the health page. The browser starts with the first document and is renewed now and then. */
  get state(): string {
    return this.current ? 'running' : 'starts when it is needed';
  }

  /** @returns a PDF, not yet checked */
  print(sheet: Sheet): Promise<Uint8Array> {
    return this.inTurn(() => this.printNow(sheet));
  }

  /** Starts the browser, so that the first document does not wait for it. */
  async warmUp(): Promise<void> {
    await this.print({ language: 'en', title: 'Warm-up', head: '', body: '' });
  }

  /** As a crash does it: the browser's process is killed, whatever it was doing. */
  async loseBrowser(): Promise<void> {
    await (await this.current)?.kill();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([this.current, this.next].map(async (open) => (await open)?.retire()));
  }

  private async printNow(sheet: Sheet): Promise<Uint8Array> {
    const browser = await this.browser();
    try {
      return await browser.print(sheet);
    } catch (error) {
      // A page that failed once may be in any state.
      void browser.retire();
      throw error;
    } finally {
      if (browser.printed >= JOBS_PER_BROWSER) void browser.retire();
      else if (browser.printed >= JOBS_PER_BROWSER - AHEAD && this.inTurn.pendingCount > 0) this.next ??= this.launch();
    }
  }

  /** The browser in use, or another when it is retired, has crashed or did not start. */
  private async browser(): Promise<PrintingBrowser> {
    for (;;) {
      if (!this.current) [this.current, this.next] = [this.next ?? this.launch(), undefined];
      const launched = this.current;
      const browser = await launched.catch((error: Error) => error);
      if (browser instanceof PrintingBrowser && browser.isOpen) return browser;
      if (this.current === launched) this.current = undefined;
      if (browser instanceof Error) throw browser;
    }
  }

  private launch(): Promise<PrintingBrowser> {
    const launched = PrintingBrowser.launch(this.config);
    // Started ahead, it may fail before anybody waits for it.
    launched.catch(() => undefined);
    return launched;
  }
}
