import { Logger } from '@nestjs/common';
import type { Config } from '@induct/platform';
import { launchBrowser } from './launch-browser';
import type { Browser } from 'puppeteer';
import { Press, type Printout } from './press';
import type { Sheet } from '../sheet/sheet';

/** Each alone leaks; together no request leaves the browser. */
const LOCKED_DOWN = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];
/**
 * `http://…`, `file://…` and their like. A document's own `data:` never holds `://` (it is base64), and asking about each
 * of them would hand every font to Node and back: a third of its work for a document.
 */
const ANYTHING_WITH_A_PLACE = '*://*';
/** What no one sees need not be painted. */
const VIEWPORT = { width: 16, height: 16 };

/** A browser that can do nothing but print what it is handed. */
export class PrintingBrowser {
  private static readonly logger = new Logger(PrintingBrowser.name);
  private readonly idle: Press[] = [];
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

  async print(sheet: Sheet): Promise<Printout> {
    this.busy++;
    this.printed++;
    try {
      const press = this.idle.pop() ?? (await this.press());
      const printout = await press.print(sheet);
      this.idle.push(press);
      return printout;
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

  private async press(): Promise<Press> {
    const page = await this.browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport(VIEWPORT);
    await page.emulateMediaType('print');
    const protocol = await page.createCDPSession();
    protocol.on('Fetch.requestPaused', ({ requestId }) => {
      PrintingBrowser.logger.warn('A document asked for something outside itself');
      void protocol.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => undefined);
    });
    await protocol.send('Fetch.enable', { patterns: [{ urlPattern: ANYTHING_WITH_A_PLACE }] });
    return new Press(page);
  }
}
