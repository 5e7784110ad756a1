import { Logger } from '@nestjs/common';
import { type Config, launchBrowser } from '@induct/platform';
import type { Browser, Page } from 'puppeteer';

/** Each alone leaks; together no request leaves the browser. */
const LOCKED_DOWN = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];
const PATIENCE_MS = 30_000;

/** A browser that can do nothing but print what it is handed. */
export class PrintingBrowser {
  private static readonly logger = new Logger(PrintingBrowser.name);
  private readonly idle: Page[] = [];
  private busy = 0;
  private retired = false;
  private close!: () => void;
  private readonly closed = new Promise<void>((close) => (this.close = close));
  /** Documents begun in this browser. */
  printed = 0;

  private constructor(private readonly browser: Browser) {}

  static async launch({ DATA_DIR: dataDir, CHROMIUM_PATH: executablePath, CHROMIUM_SANDBOX: sandbox }: Config) {
    return new PrintingBrowser(await launchBrowser({ dataDir, executablePath, sandbox }, LOCKED_DOWN));
  }

  get isOpen(): boolean {
    return !this.retired && this.browser.connected;
  }

  async print(html: string): Promise<Uint8Array> {
    this.busy++;
    this.printed++;
    try {
      const page = this.idle.pop() ?? (await this.lockedPage());
      await page.setContent(html, { waitUntil: 'load', timeout: PATIENCE_MS });
      const pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        timeout: PATIENCE_MS,
      });
      this.idle.push(page);
      return pdf;
    } finally {
      this.busy--;
      this.closeWhenDone();
    }
  }

  /** Takes no further documents; resolves when what is being printed is finished and the browser closed. */
  retire(): Promise<void> {
    this.retired = true;
    this.closeWhenDone();
    return this.closed;
  }

  async kill(): Promise<void> {
    const gone = new Promise((done) => this.browser.once('disconnected', done));
    if (this.browser.process()?.kill('SIGKILL')) await gone;
  }

  private closeWhenDone(): void {
    if (!this.retired || this.busy > 0) return;
    // One that crashed has nothing left to close.
    void this.browser
      .close()
      .catch(() => undefined)
      .then(this.close);
  }

  private async lockedPage(): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const harmless = request.url().startsWith('data:');
      if (!harmless) PrintingBrowser.logger.warn('A document asked for something outside itself');
      void (harmless ? request.continue() : request.abort()).catch(() => undefined);
    });
    return page;
  }
}
