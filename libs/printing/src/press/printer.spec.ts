import { setTimeout as wait } from 'node:timers/promises';
import { testConfig } from '../../../../test/support/config';
import { BrowserHangs, Printer, PrinterCloses } from './printer';
import { PrintingBrowser } from './printing-browser';
import type { Sheet } from '../sheet/sheet';

const sheet: Sheet = { language: 'en', title: 'A document', head: '', body: '' };

/** A browser whose documents take as long as the test says. */
class SlowBrowser {
  printed = 0;
  finished = 0;
  isOpen = true;
  killed = false;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly documentMs: number) {}

  async print(): Promise<{ pdf: Uint8Array }> {
    this.printed++;
    const done = wait(this.documentMs, undefined, { ref: false });
    this.underWay.add(done);
    await done;
    this.finished++;
    return { pdf: new Uint8Array([1]) };
  }

  async retire(): Promise<void> {
    this.isOpen = false;
    await Promise.all(this.underWay);
  }

  kill(): Promise<void> {
    this.killed = true;
    return Promise.resolve();
  }
}

const aBrowser = (documentMs: number) => new SlowBrowser(documentMs) as SlowBrowser & PrintingBrowser;

let launches: jest.SpyInstance;
function printerWith(launched: Promise<unknown>): Printer {
  launches = jest.spyOn(PrintingBrowser, 'launch').mockReturnValue(launched as Promise<PrintingBrowser>);
  return new Printer(testConfig('postgres://nowhere'));
}
afterEach(() => jest.restoreAllMocks());

describe('a browser that hangs', () => {
  it('is ended, and what comes next is printed by another', async () => {
    const [hung, next] = [aBrowser(3_600_000), aBrowser(0)];
    const printer = printerWith(Promise.resolve(hung));
    launches.mockReturnValueOnce(Promise.resolve(hung)).mockReturnValueOnce(Promise.resolve(next));
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    const outcome = printer.print(sheet).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(39_999);
    expect(hung.killed).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    jest.useRealTimers();
    expect(await outcome).toBeInstanceOf(BrowserHangs);
    expect(hung.killed).toBe(true);
    expect(await printer.print(sheet)).toEqual(new Uint8Array([1]));
    expect([hung.printed, next.printed]).toEqual([1, 1]);
  });
});

describe('a printer whose worker ends', () => {
  const outcomes = async (documents: Promise<unknown>[]) =>
    (await Promise.allSettled(documents)).map((one) => (one.status === 'fulfilled' ? 'printed' : one.reason.name));
  const end = async (printer: Printer): Promise<void> => {
    printer.beforeApplicationShutdown();
    await printer.onApplicationShutdown();
  };
  /** The printer's clock is put on: nobody has to wait for it. */
  const endAfterSeconds = async (printer: Printer, seconds: number): Promise<string> => {
    jest.useFakeTimers();
    printer.beforeApplicationShutdown();
    jest.advanceTimersByTime(seconds * 1000 - 1);
    jest.useRealTimers();
    return Promise.race([printer.onApplicationShutdown().then(() => 'ended'), wait(1000, 'goes on', { ref: false })]);
  };
  it('finishes what it prints, and begins nothing of what waits, in this browser or in another', async () => {
    const browser = aBrowser(200);
    const printer = printerWith(Promise.resolve(browser));
    const documents = outcomes([1, 2, 3, 4].map(() => printer.print(sheet)));
    await wait(50);
    await end(printer);
    expect(await documents).toEqual(['printed', 'printed', 'PrinterCloses', 'PrinterCloses']);
    expect([launches.mock.calls.length, browser.printed]).toEqual([1, 2]);
  });

  it('does not wait for a browser that is still being unpacked, and ends it when it is there', async () => {
    let arrive!: (browser: PrintingBrowser) => void;
    const printer = printerWith(new Promise((launched) => (arrive = launched)));
    const documents = outcomes([printer.print(sheet)]);
    await wait(10);
    expect(await endAfterSeconds(printer, 5)).toBe('ended');
    expect(await documents).toEqual(['PrinterCloses']);
    const browser = aBrowser(0);
    arrive(browser);
    await wait(10);
    expect(browser).toMatchObject({ killed: true, printed: 0 });
  });

  it('ends a browser that does not finish', async () => {
    const browser = aBrowser(60_000);
    const printer = printerWith(Promise.resolve(browser));
    const documents = outcomes([printer.print(sheet)]);
    await wait(10);
    expect(await endAfterSeconds(printer, 5)).toBe('ended');
    expect(await documents).toEqual(['PrinterCloses']);
    expect(browser).toMatchObject({ killed: true });
  });

  it('begins nothing any more', async () => {
    const printer = printerWith(Promise.resolve(aBrowser(0)));
    await end(printer);
    await expect(printer.print(sheet)).rejects.toThrow(PrinterCloses);
    expect(launches).not.toHaveBeenCalled();
  });
});
