import { launchBrowser } from '@induct/platform';
import type { Browser } from 'puppeteer';
import { Stage } from './testing/stage';
import { Visit } from './testing/visit';

/** A module of several parts, and what the member is told about them. */
describe('the parts of a module', () => {
  let browser: Browser;
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    browser = await launchBrowser({ dataDir: '.data' });
    stage = await Stage.open('scorm_12');
    const { one } = stage.state.scos;
    stage.state.scos.two = structuredClone(one!);
    stage.state.toc.push({ ...stage.state.toc[0]!, id: 'two', title: 'The other part' });
  }, 60_000);
  beforeEach(() => {
    stage.commits.length = 0;
    stage.state.launch.id = crypto.randomUUID();
    stage.state.scos.one!.status = { completion: 'not_attempted', success: 'unknown' };
  });
  afterEach(() => visit.end());
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const text = (selector: string) => visit.page.$eval(selector, (element) => element.textContent.trim());

  it('are said to be done when the server says so: it knows the pass mark, the content may not', async () => {
    visit = await Visit.to(stage, browser);
    // The score is below the pass mark of the manifest.
    stage.state.scos.one!.status = { completion: 'completed', success: 'failed' };
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'completed'], ['Finish', '']);
    await visit.page.waitForSelector('[data-notice] h2');
    expect(await text('[data-notice] h2')).toBe('You have not passed “The only part” yet');
    expect(await text('[data-open-sco=one] [data-status-words]')).toBe('Not passed yet');
  });

  it('are what the content said while the server cannot be asked', async () => {
    visit = await Visit.to(stage, browser);
    await visit.page.setOfflineMode(true);
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'completed'], ['Finish', '']);
    await visit.page.waitForSelector('[data-notice] h2');
    expect(await text('[data-notice] h2')).toBe('You have finished “The only part”');
    await visit.page.setOfflineMode(false);
  });

  it('do not lie over the module when a tablet is turned', async () => {
    visit = await Visit.to(stage, browser);
    const isShown = () => visit.page.$eval('#contents', (panel) => panel.checkVisibility());
    const turned = async (width: number) => {
      await visit.page.setViewport({ width, height: 800 });
      return isShown();
    };
    expect([await turned(1280), await turned(700), await turned(1280)]).toEqual([true, false, true]);
  });

  it('begin again where they were left when they are initialized twice, with their objectives', async () => {
    visit = await Visit.to(stage, browser);
    const answers = await visit.api12(
      ['Initialize', ''],
      ['SetValue', 'cmi.core.lesson_location', 'page-3'],
      ['SetValue', 'cmi.objectives.0.id', 'first'],
      ['SetValue', 'cmi.core.exit', 'suspend'],
      ['Finish', ''],
      ['Initialize', ''],
      ['GetValue', 'cmi.core.lesson_location'],
      ['GetValue', 'cmi.objectives.0.id'],
      ['GetValue', 'cmi.core.entry'],
    );
    expect(answers.slice(5)).toEqual(['true', 'page-3', 'first', 'resume']);
  });
});
