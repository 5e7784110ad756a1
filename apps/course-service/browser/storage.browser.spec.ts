import { expectAccessible } from '../../../test/support/axe';
import { Stage } from './test/stage';
import { Visit } from './test/visit';
import { TestBrowser } from '../../../test/support/test-browser';

const THROWS = `() => { throw new DOMException('The operation is insecure.', 'SecurityError'); }`;
const property = (of: string, name: string, how: string) =>
  `Object.defineProperty(${of}, '${name}', { configurable: true, ${how} });`;
const getter = (name: string, get: string) => property('window', name, `get: ${get}`);

const DATABASE = {
  'opens nothing': property('IDBFactory.prototype', 'open', `value: ${THROWS}`),
  'is not there': getter('indexedDB', '() => undefined'),
  'throws on its name': getter('indexedDB', THROWS),
  rejects: property(
    'IDBFactory.prototype',
    'open',
    `value() { const request = new EventTarget(); setTimeout(() => request.dispatchEvent(new Event('error'))); return request; }`,
  ),
};
const LOCAL = {
  'throws on its name': getter('localStorage', THROWS),
  'is null': getter('localStorage', '() => null'),
  'throws at every touch': ['getItem', 'setItem', 'removeItem', 'key']
    .map((name) => property('Storage.prototype', name, `value: ${THROWS}`))
    .join(''),
  'cannot be listed': getter('localStorage', `() => new Proxy({}, { get: ${THROWS}, ownKeys: ${THROWS} })`),
};

/** Browsers deny storage in many ways; some throw at once. The module works in all of them, and nothing untrue is said. */
describe('a browser whose storage', () => {
  let browser: TestBrowser;
  let stage: Stage;

  beforeAll(async () => {
    browser = await TestBrowser.connect();
    stage = await Stage.open('scorm_12');
  });
  beforeEach(() => {
    stage.commits.length = 0;
    stage.answer = (body) => stage.good(body);
    stage.state.launch.id = crypto.randomUUID();
    stage.state.savedAt = '2026-11-22T10:58:00.000Z';
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  async function record(script: string): Promise<Visit> {
    const visit = await Visit.to(stage, browser, (page) => page.evaluateOnNewDocument(script));
    const answers = await visit.api12(
      ['Initialize', ''],
      ['SetValue', 'cmi.core.lesson_status', 'completed'],
      ['Commit', ''],
    );
    expect(answers).toEqual(['true', 'true', 'true']);
    await visit.untilSaveState('saved');
    expect(stage.commits.at(-1)?.cmi).toMatchObject({ core: { lesson_status: 'completed' } });
    return visit;
  }
  const bar = (visit: Visit) => visit.page.$eval('[data-save-state]', (element) => element.textContent);
  const notes = (visit: Visit) => visit.page.$eval('[data-notes]', (element) => element.textContent);

  it.each(Object.keys(DATABASE) as (keyof typeof DATABASE)[])(
    '(its database) %s records all the same, and keeps in the other',
    async (how) => {
      const visit = await record(DATABASE[how]);
      expect([await bar(visit), await notes(visit)]).toEqual(['Saved 14:32', '']);
      await visit.end();
    },
  );

  it.each(Object.keys(LOCAL) as (keyof typeof LOCAL)[])(
    '(its local storage) %s records all the same, and keeps in the other',
    async (how) => {
      const visit = await record(LOCAL[how]);
      expect([await bar(visit), await notes(visit)]).toEqual(['Saved 14:32', '']);
      await visit.end();
    },
  );

  it('keeps nothing at all is told so, and nothing is called saved that the server does not have', async () => {
    const visit = await record(DATABASE['opens nothing'] + LOCAL['throws on its name']);
    await visit.page.waitForSelector('.note--device');
    expect(await notes(visit)).toContain('This browser keeps nothing on this device');
    for (const width of [1280, 360, 320]) {
      await visit.page.setViewport({ width, height: 800 });
      await expectAccessible(visit.page);
    }
    stage.answer = () => 'cut';
    await visit.api12(['SetValue', 'cmi.core.lesson_location', '7'], ['Commit', '']);
    await visit.untilSaveState('failed');
    expect(await bar(visit)).toBe('Not saved: keep this page open');
    await visit.page.click('[data-exit]');
    await visit.page.waitForSelector('[data-notice] h2', { visible: true });
    expect(await visit.page.$eval('[data-notice]', (notice) => notice.textContent)).toContain(
      'If you leave now, what was not saved is lost',
    );
    await visit.end();
  });

  it('holds a player that cannot start says that nothing is recorded, and shows no module', async () => {
    const visit = await Visit.to(stage, browser, (page) => page.evaluateOnNewDocument(`window.atob = ${THROWS}`));
    expect(await bar(visit)).toBe('Not saved here');
    expect(await visit.page.$eval('[data-notice]', (notice) => notice.textContent)).toContain('Nothing you do here');
    expect(await visit.page.$eval('#sco', (frame) => frame.checkVisibility())).toBe(false);
    await visit.end();
  });
});
