import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, unlessAborted } from '@induct/platform';
import pLimit from 'p-limit';
import { PrintingBrowser } from './printing-browser';
import type { Printout } from './press';
import type { Sheet } from '../sheet/sheet';

/** While one page is laid out, the other is written as a PDF: a third more documents on two cores, a third page adds nothing. */
const PAGES = 2;
const JOBS_PER_BROWSER = 50;
/** The next browser is started this much earlier, so that nobody waits for it. */
const AHEAD = 6;

/** How long what is being printed may take when the worker ends: a document needs about a second. */
const FINISH_MS = 3000;

/** A document needs about a second, the longest report some. A browser that has not answered by then does not answer at all. */
const PATIENCE_MS = 40_000;

/** The browser does not answer. It is ended, and the document is printed by another. */
export class BrowserHangs extends Error {
  override name = 'BrowserHangs';

  constructor() {
    super('The browser that prints does not answer');
  }
}

/** The worker ends and does not print this document. Nothing is wrong with it: the next worker prints it. */
export class PrinterCloses extends Error {
  override name = 'PrinterCloses';

  constructor() {
    super('The worker is ending');
  }
}

/**
 * Prints our own documents, with one browser and two pages that are used again and again. When the worker ends, no document
 * is begun any more and no browser is waited for: to unpack and start one can take as long as an orderly end may.
 */
@Injectable()
export class Printer implements BeforeApplicationShutdown, OnApplicationShutdown {
  private current?: Promise<PrintingBrowser>;
  private next?: Promise<PrintingBrowser>;
  private readonly inTurn = pLimit(PAGES);
  /** Aborted when nothing is begun any more, and when nothing is waited for any more. */
  private readonly ending = new AbortController();
  private readonly over = new AbortController();
  private closed?: Promise<unknown>;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For the health page. The browser starts with the first document and is renewed now and then. */
  get state(): string {
    return this.current ? 'running' : 'starts when it is needed';
  }

  /**
   * @returns a PDF, not yet checked
   * @throws {PrinterCloses} when the worker ends before it is printed
   * @throws {BrowserHangs} when it takes longer than any document does
   */
  async print(sheet: Sheet): Promise<Uint8Array> {
    return (await this.printPictured(sheet)).pdf;
  }

  /** The same, and the picture that the sheet asks for. */
  printPictured(sheet: Sheet): Promise<Printout> {
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

  /** Before the queue waits for its jobs: those whose document is not begun have to hear of it. */
  beforeApplicationShutdown(): void {
    if (this.closed) return;
    this.ending.abort(new PrinterCloses());
    setTimeout(() => this.over.abort(new PrinterCloses()), FINISH_MS).unref();
    this.closed = Promise.all(
      [this.current, this.next].map(async (launched) => launched && (await this.end(launched))),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.beforeApplicationShutdown();
    await this.closed;
  }

  private async end(launched: Promise<PrintingBrowser>): Promise<void> {
    try {
      await unlessAborted(
        this.over.signal,
        launched.then((browser) => browser.retire()),
      );
    } catch {
      // It prints still, did not start, or is not there yet: then it is ended when it is, and nobody waits for that.
      void launched.then((browser) => browser.kill()).catch(() => undefined);
    }
  }

  private async printNow(sheet: Sheet): Promise<Printout> {
    const browser = await unlessAborted(this.ending.signal, this.browser());
    const hangs = new AbortController();
    const patience = setTimeout(() => hangs.abort(new BrowserHangs()), PATIENCE_MS);
    try {
      return await unlessAborted(AbortSignal.any([this.over.signal, hangs.signal]), browser.print(sheet));
    } catch (error) {
      // A page that failed once may be in any state, and one that hangs would be waited for.
      void browser.retire();
      if (error instanceof BrowserHangs) void browser.kill();
      throw error;
    } finally {
      clearTimeout(patience);
      if (browser.printed >= JOBS_PER_BROWSER) void browser.retire();
      else if (browser.printed >= JOBS_PER_BROWSER - AHEAD && this.inTurn.pendingCount > 0 && !this.closed)
        this.next ??= this.launch();
    }
  }

  /** The browser in use, or another when it is retired, has crashed or did not start. */
  private async browser(): Promise<PrintingBrowser> {
    for (;;) {
      this.ending.signal.throwIfAborted();
      if (!this.current) [this.current, this.next] = [this.next ?? this.launch(), undefined];
      const launched = this.current;
      const browser = await launched.catch((error: Error) => error);
      if (!(browser instanceof Error) && browser.isOpen) return browser;
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
