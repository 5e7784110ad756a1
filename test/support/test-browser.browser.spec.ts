import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepBrowser } from './run-browser';
import { TestBrowser } from './test-browser';

describe('the browser of a run', () => {
  it('keeps files of tests apart', async () => {
    const [one, other] = [await TestBrowser.connect(), await TestBrowser.connect()];
    const [page, others] = [await one.newPage(), await other.newPage()];
    await page.browserContext().setCookie({ name: 'a', value: '1', domain: 'localhost' });
    expect(await others.browserContext().cookies()).toEqual([]);
    expect(await one.newPage().then((next) => next.browserContext().cookies())).toHaveLength(1);
    await one.close();
    expect(await others.evaluate('1 + 1')).toBe(2);
    await other.close();
  });

  it('is followed by another when it crashes', async () => {
    // Not the one that other files are using now.
    const kept = await keepBrowser(mkdtempSync(join(tmpdir(), 'kept-browser-')));
    const ended = new Promise<void>(
      (done) => void kept.current().then((browser) => browser.once('disconnected', done)),
    );
    (await kept.current()).process()!.kill('SIGKILL');
    await ended;
    const next = await TestBrowser.connect(kept.place);
    expect(await (await next.newPage()).evaluate('1 + 1')).toBe(2);
    await next.close();
    await kept.close();
  });
});
