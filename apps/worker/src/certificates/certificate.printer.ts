import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config, launchBrowser } from '@induct/platform';
import type { Browser, Page } from 'puppeteer';

/** Each alone leaks; together no request leaves the browser. */
const LOCKED_DOWN = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];
const JOBS_PER_BROWSER = 50;
const PATIENCE_MS = 30_000;

/** Prints our own HTML, with one browser and one page that are used again and again: one document at a time. */
@Injectable()
export class CertificatePrinter implements OnApplicationShutdown {
  private readonly logger = new Logger(CertificatePrinter.name);
  private open?: { browser: Browser; page: Page; printed: number };
  private turn: Promise<unknown> = Promise.resolve();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For the health page. The browser starts with the first certificate and is renewed now and then. */
  get state(): string {
    return this.open ? 'running' : 'starts when it is needed';
  }

  /** @returns a PDF, not yet checked */
  print(html: string): Promise<Uint8Array> {
    const mine = this.turn.then(() => this.printNow(html));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /** Starts the browser, so that the first certificate does not wait for it. */
  async warmUp(): Promise<void> {
    await this.print('<!doctype html><title>Warm-up</title>');
  }

  /** As a crash does it: the browser's process is killed, whatever it was doing. */
  async loseBrowser(): Promise<void> {
    const browser = this.open?.browser;
    const gone = new Promise((done) => browser?.once('disconnected', done));
    if (browser?.process()?.kill('SIGKILL')) await gone;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turn;
    await this.close();
  }

  private async printNow(html: string): Promise<Uint8Array> {
    const { page } = (this.open ??= await this.launch());
    try {
      await page.setContent(html, { waitUntil: 'load', timeout: PATIENCE_MS });
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        timeout: PATIENCE_MS,
      });
      if (++this.open.printed >= JOBS_PER_BROWSER) await this.close();
      return pdf;
    } catch (error) {
      // A page that failed once may be in any state.
      await this.close();
      throw error;
    }
  }

  private async launch() {
    const { DATA_DIR: dataDir, CHROMIUM_PATH: executablePath, CHROMIUM_SANDBOX: sandbox } = this.config;
    const browser = await launchBrowser({ dataDir, executablePath, sandbox }, LOCKED_DOWN);
    browser.on('disconnected', () => {
      if (this.open?.browser === browser) this.open = undefined;
    });
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const harmless = request.url().startsWith('data:');
      if (!harmless) this.logger.warn('A document asked for something outside itself');
      void (harmless ? request.continue() : request.abort()).catch(() => undefined);
    });
    return { browser, page, printed: 0 };
  }

  private async close(): Promise<void> {
    const { browser } = this.open ?? {};
    this.open = undefined;
    await browser?.close().catch(() => undefined);
  }
}
