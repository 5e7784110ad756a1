import type { Page } from 'puppeteer';
import { eventually } from '../../../test/support/eventually';
import { expectAccessible, expectNoSidewaysScroll } from '../../../test/support/axe';
import { Stage } from './test/stage';
import { Visit } from './test/visit';
import { TestBrowser } from '../../../test/support/test-browser';

const WITH_FINISH = `
  const api = parent.API;
  api.LMSInitialize('');
  let over = false;
  const finish = () => { if (!over) { over = true; api.LMSFinish(''); } };`;

/** What content does when it ends, or thinks that it does: nobody is taken away from what they are reading. */
describe('content', () => {
  let browser: TestBrowser;
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    browser = await TestBrowser.connect();
    stage = await Stage.open('scorm_12');
    stage.state.scos.two = structuredClone(stage.state.scos.one!);
  });
  beforeEach(() => {
    stage.commits.length = 0;
    stage.answer = (body) => stage.good(body);
    stage.state.launch.id = crypto.randomUUID();
    stage.state.scos.one!.status = { completion: 'not_attempted', success: 'unknown' };
    stage.state.toc = [{ id: 'one', title: 'The only part', href: '/content/key/sco.html', children: [] }];
  });
  afterEach(() => visit.end());
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const twoParts = () => stage.state.toc.push({ ...stage.state.toc[0]!, id: 'two', title: 'The other part' });
  const text = (selector: string) => visit.page.$eval(selector, (element) => element.textContent.trim());
  const isThere = async () => (await visit.content()).evaluate('document.title === "Content"');
  /** Longer than the player waits before it believes that content has ended. */
  const aWhile = () => new Promise((done) => setTimeout(done, 900));

  it('that shows its result when it finishes is left to be read, with the way on beside it', async () => {
    stage.sco(`<h1>Your result: 90 %</h1><script>${WITH_FINISH}</script>`);
    visit = await Visit.to(stage, browser);
    await (await visit.content()).evaluate(`api.LMSSetValue('cmi.core.lesson_status', 'passed'); finish()`);
    stage.state.scos.one!.status = { completion: 'completed', success: 'passed' };
    await visit.page.waitForSelector('.note--ended h2');
    expect([await text('.note--ended h2'), await isThere()]).toEqual(['You have finished “The code of conduct”', true]);
    expect(new URL(visit.page.url()).pathname).toBe('/launch/token');
    for (const width of [1280, 360, 320]) {
      await visit.page.setViewport({ width, height: 800 });
      await expectAccessible(visit.page);
    }
    await visit.page.focus('.note--ended button');
    await visit.page.keyboard.press('Enter');
    await visit.page.waitForFunction('location.pathname === "/finished"');
  });

  it.each([
    // The browser of the tests has no program for letters, and shows an error. One that has does as with this answer.
    ['a letter', `<a href="/nothing-to-show">Write to us</a>`],
    ['a file', `<a href="/download">The form</a>`],
  ])('that finishes because of a link to %s stays, and what is done after it counts', async (_, link) => {
    stage.sco(`${link}<script>${WITH_FINISH} addEventListener('beforeunload', finish);</script>`);
    visit = await Visit.to(stage, browser);
    await (await visit.content()).click('a');
    await eventually('the finish', () => stage.commits.some(({ final }) => final));
    await visit.page.waitForSelector('.note--ended h2');
    expect([await text('.note--ended h2'), await isThere()]).toEqual(['You are still in the module', true]);
    expect(
      await (await visit.content()).evaluate(`[api.LMSSetValue('cmi.core.lesson_location', '8'), api.LMSCommit('')]`),
    ).toEqual(['true', 'true']);
    await eventually('what came after', () =>
      stage.commits.some(({ cmi }) => (cmi.core as Record<string, string>).lesson_location === '8'),
    );
    expect(await text('[data-save-text]')).toMatch(/^Sav/);
  });

  it.each(['window.close()', 'top.close()', `top.location.href = 'thanks.html'`, `parent.location = 'thanks.html'`])(
    'of one part among others that ends by %s is followed by the offer of the next',
    async (ending) => {
      twoParts();
      stage.sco(`<button onclick="api.LMSSetValue('cmi.core.lesson_status', 'completed'); ${ending}">End</button>
        <script>${WITH_FINISH} addEventListener('unload', finish);</script>`);
      visit = await Visit.to(stage, browser);
      await (await visit.content()).click('button');
      await visit.page.waitForSelector('[data-notice] h2', { visible: true });
      expect(await text('[data-notice]')).toContain('Next: The other part');
      expect(stage.commits.at(-1)).toMatchObject({ sco: 'one', final: true });
      await expectAccessible(visit.page);
      await visit.page.click('::-p-text(Go to the next part)');
      await visit.page.waitForSelector('[data-open-sco=two][aria-current]');
    },
  );

  it('keeps its cookies to itself, from its first script on', async () => {
    stage.sco(
      `<script>document.cookie = 'mine=1; path=/'; window.seen = document.cookie; window.store = typeof cookieStore;</script>`,
    );
    visit = await Visit.to(stage, browser);
    expect(await (await visit.content()).evaluate('[seen, store, document.cookie]')).toEqual([
      'mine=1',
      'undefined',
      'mine=1',
    ]);
    expect(await visit.browserContext.cookies()).toEqual([]);
  });

  it('that opens a window when it is loaded, and is not let, offers it to be opened by a press', async () => {
    stage.sco(
      `<script>${WITH_FINISH} onload = () => { for (let at = 0; at < 5; at++) open('sco.html?window'); }</script>`,
    );
    visit = await Visit.to(stage, browser, blockWindows);
    await visit.page.waitForSelector('.note--window');
    expect(await visit.page.$$eval('.note', (all) => all.length)).toBe(1);
    for (const width of [1280, 360, 320]) {
      await visit.page.setViewport({ width, height: 800 });
      await expectAccessible(visit.page);
    }
    const opened = new Promise<Page>((done) => visit.page.once('popup', (page) => done(page!)));
    await visit.page.click('.note--window button');
    const inWindow = await opened;
    expect(inWindow.url()).toBe(`${stage.origin}/content/key/sco.html?window`);
    expect(await inWindow.evaluate('typeof opener.parent.API.LMSGetValue')).toBe('function');
    expect(await visit.page.$('.note--window')).toBeNull();
  });

  it('that links to a PDF gets it in a window, and one that embeds it offers it there', async () => {
    stage.files.set('/content/key/form.pdf', 'not really one');
    stage.sco('<a href="form.pdf">The form</a><iframe src="form.pdf"></iframe>');
    visit = await Visit.to(stage, browser);
    for (const press of [
      () => visit.content().then((sco) => sco.click('a')),
      () => visit.page.click('.note--document button'),
    ]) {
      await visit.page.waitForSelector('.note--document');
      const opened = new Promise<Page>((done) => visit.page.once('popup', (page) => done(page!)));
      await press();
      expect((await opened).url()).toBe(`${stage.origin}/content/key/form.pdf`);
      await (await opened).close();
    }
    expect(await isThere()).toBe(true);
  });

  it('of a fixed width is made to fit a phone, with a switch, and a word about turning it', async () => {
    stage.sco('<style>body { margin: 0 }</style><div style="width: 900px; height: 500px">Wide</div>');
    visit = await Visit.to(stage, browser, (page) => page.setViewport({ width: 360, height: 740 }));
    await visit.page.waitForSelector('[data-fit]', { visible: true });
    await visit.page.waitForSelector('.note--turn');
    const shown = () => visit.page.$eval('#sco', (frame) => Math.round(frame.getBoundingClientRect().width));
    const inside = async () =>
      (await visit.content()).evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect([await shown(), await inside()]).toEqual([360, 0]);
    await expectAccessible(visit.page);
    await expectNoSidewaysScroll(visit.page);
    await visit.page.focus('[data-fit]');
    await visit.page.keyboard.press('Space');
    expect([await shown(), await inside()]).toEqual([360, 540]);
    await visit.page.keyboard.press('Space');
    expect(await inside()).toBe(0);
    await visit.page.setViewport({ width: 740, height: 360 });
    await eventually('the hint to be gone', async () => (await visit.page.$('.note--turn')) === null);
    await visit.page.setViewport({ width: 1280, height: 800 });
    await eventually('the full size', async () => (await shown()) === 1280);
    expect(await visit.page.$eval('[data-fit]', (button) => button.checkVisibility())).toBe(false);
  });

  it('that fits a phone by itself is left as it is', async () => {
    stage.sco('<p>Text</p>');
    visit = await Visit.to(stage, browser, (page) => page.setViewport({ width: 360, height: 740 }));
    await visit.content();
    await aWhile();
    expect(await visit.page.$eval('[data-fit]', (button) => button.checkVisibility())).toBe(false);
    expect(await visit.page.$eval('#sco', (frame) => (frame as HTMLElement).style.transform)).toBe('');
  });
});

/** As browsers do; the one that tests use lets every window open. */
const blockWindows = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const open = window.open.bind(window);
    window.open = (...given) => (navigator.userActivation.isActive ? open(...given) : null);
  });
