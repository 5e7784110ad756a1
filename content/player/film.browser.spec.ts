import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { expectAccessible } from '../../test/support/axe';
import { type BuiltCourse, builtCourse } from './test/built-course';
import { type FakeLms, startFakeLms } from './test/fake-lms';
import { Learner } from './test/learner';
import { QuickHands } from './test/quick-hands';
import { TestBrowser } from '../../test/support/test-browser';

const FILM = 'media/first-day.mp4';

/** The specimen with its film in place: two seconds, made with Chromium's MediaRecorder. */
describe('a film', () => {
  let built: BuiltCourse;
  let browser: TestBrowser;
  let lms: FakeLms;
  let page: Page;
  let member: Learner;

  beforeAll(async () => {
    const courses = mkdtempSync(join(tmpdir(), 'induct-film-'));
    cpSync(join(__dirname, 'specimen'), courses, { recursive: true });
    cpSync(join(__dirname, 'film'), join(courses, 'specimen/media'), { recursive: true });
    built = await builtCourse('specimen', 'scorm_12', courses);
    browser = await TestBrowser.connect();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    lms = await startFakeLms(new Map(built.files), 'scorm_12');
    page = await browser.newPage();
  });
  afterEach(async () => {
    await page.close();
    lms.close();
  });

  const open = async () => {
    await page.goto(lms.url('alone'));
    await page.waitForSelector('body[data-at]');
    member = new Learner(page.mainFrame(), new QuickHands(page.mainFrame()), built);
    await member.next();
  };
  /** Until it plays, or cannot. */
  const play = () => page.evaluate(`document.querySelector('video').play().catch(() => {})`);
  const shown = (selector: string) => page.$eval(selector, (element) => element.checkVisibility());

  it('is played with its captions and its transcript beside it, and not fetched before', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1)));
    await open();
    expect(asked).not.toContain(FILM);
    expect(await page.$eval('video', ({ controls, ariaLabel }) => [controls, ariaLabel])).toEqual([
      true,
      'Your first day',
    ]);
    await play();
    // Asked in the page in one go: in two seconds it is over, and so are its captions.
    const cue = await page.waitForFunction(
      `document.querySelector('video').currentTime > 0.2 && document.querySelector('video').textTracks[0].activeCues?.[0]?.text`,
    );
    expect(await cue.jsonValue()).toMatch(/^Good morning/);
    expect(await page.$eval('[data-video] details', (details) => details.open)).toBe(false);
    expect(await member.text('[data-video] summary')).toBe('Read what is said');
    await expectAccessible(page);
  });

  it('is not heard from the next screen', async () => {
    await open();
    await play();
    await member.next();
    expect(await page.$eval('video', ({ paused }) => paused)).toBe(true);
  });

  it.each([
    ['is missing', () => lms.files.delete(FILM)],
    ['is no film', () => lms.files.set(FILM, Buffer.from('no film'))],
  ])('that %s makes room for the transcript, and can be tried again', async (_, spoil) => {
    spoil();
    await open();
    await play();
    await page.waitForSelector('[data-no-film]:not([hidden])');
    expect(await shown('video')).toBe(false);
    expect(await member.text('[data-no-film]')).toMatch(/^The film did not arrive\. /);
    expect(await member.text('[data-video] .revealed')).toMatch(/^“Good morning/);
    await expectAccessible(page);

    lms.files.set(FILM, built.files.get(FILM)!);
    await page.click('[data-film-again]');
    await page.waitForFunction(`document.querySelector('video').currentTime > 0.2`);
    expect([await shown('video'), await shown('[data-no-film]')]).toEqual([true, false]);
  });
});
