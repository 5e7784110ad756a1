import { eventually } from '../../../test/support/eventually';
import { expectAccessible } from '../../../test/support/axe';
import { Stage } from './test/stage';
import { Visit } from './test/visit';
import { TestBrowser } from '../../../test/support/test-browser';

/** What the tracker will never take is kept on the device, and the member is told once. */
describe('a commit that is refused for good', () => {
  let browser: TestBrowser;
  let stage: Stage;
  let asked: number;

  beforeAll(async () => {
    browser = await TestBrowser.connect();
    stage = await Stage.open('scorm_12');
  });
  beforeEach(() => {
    stage.commits.length = 0;
    stage.state.launch.id = crypto.randomUUID();
    asked = 0;
    stage.answer = () => {
      asked++;
      return { status: 422, body: { ok: false, error: 'sco' } };
    };
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const notice = (visit: Visit) => visit.page.$eval('[data-notice]', (element) => element.textContent);
  const isTold = (visit: Visit) => visit.page.$eval('[data-notice]', (element) => !(element as HTMLElement).hidden);

  it.each([1280, 320])('is said in words at %i px, and the module goes on', async (width) => {
    const visit = await Visit.to(stage, browser);
    await visit.page.setViewport({ width, height: 800 });
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', '1'], ['Commit', '']);
    await visit.page.waitForSelector('[data-notice] h2');
    expect(await notice(visit)).toContain('Your answers are kept on this device');
    expect(await notice(visit)).toContain('Tell Democratic Services');
    expect(await visit.page.$eval('[data-announce]', (element) => element.textContent)).toBe(
      'Not saved: kept on this device',
    );
    await expectAccessible(visit.page);
    await visit.page.click('::-p-text(Carry on)');
    expect(await isTold(visit)).toBe(false);
    await visit.api12(['SetValue', 'cmi.core.lesson_location', '2'], ['Commit', '']);
    expect([await visit.saveState(), await isTold(visit), asked]).toEqual(['kept', false, 1]);
    await visit.end();
  });

  it('lets the member leave, also when the refusal comes only then', async () => {
    const visit = await Visit.to(stage, browser);
    stage.sco('<p>Content</p>');
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', '1']);
    await visit.page.click('[data-exit]');
    await visit.page.waitForSelector('[data-notice] h2');
    expect(await visit.page.$$eval('[data-notice] button', (all) => all.map((one) => one.textContent))).toEqual([
      'Leave the module',
    ]);
    await visit.page.click('[data-notice] button');
    await visit.page.waitForFunction('location.pathname === "/finished"');
    await visit.end();
  });

  it('is offered again at the next opening, in silence, and gone when it is taken', async () => {
    const first = await Visit.to(stage, browser);
    await first.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', '7'], ['Commit', '']);
    await first.page.waitForSelector('[data-notice] h2');
    await first.closeTab();
    const older = stage.state.launch.id;
    stage.state.launch.id = crypto.randomUUID();
    const second = await Visit.to(stage, first.browserContext);
    await eventually('the second offer', () => asked === 2);
    await second.page.waitForSelector('[data-save-state=kept]');
    expect(await isTold(second)).toBe(false);
    await second.closeTab();
    stage.answer = (body) => stage.good(body);
    const third = await Visit.to(stage, first.browserContext);
    await eventually('what was kept', () => stage.commits.length === 1);
    expect(stage.commits[0]).toMatchObject({ launch: older, cmi: { core: { lesson_location: '7' } } });
    await third.untilSaveState('saved');
    await first.end();
  });
});
