import { Stage } from './test/stage';
import { Visit } from './test/visit';
import { eventually } from '../../../test/support/eventually';
import { TestBrowser } from '../../../test/support/test-browser';

/** A module of several parts, and what the member is told about them. */
describe('the parts of a module', () => {
  let browser: TestBrowser;
  let stage: Stage;
  let visit: Visit;

  beforeAll(async () => {
    browser = await TestBrowser.connect();
    stage = await Stage.open('scorm_12');
    const { one } = stage.state.scos;
    stage.state.scos.two = structuredClone(one!);
    stage.state.toc.push({ ...stage.state.toc[0]!, id: 'two', title: 'The other part' });
  });
  beforeEach(() => {
    stage.commits.length = 0;
    stage.state.launch.id = crypto.randomUUID();
    for (const sco of Object.values(stage.state.scos)) sco.status = { completion: 'not_attempted', success: 'unknown' };
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
    await visit.page.waitForSelector('.note--ended h2');
    expect(await text('.note--ended h2')).toBe('You have not passed “The only part” yet');
    expect(await text('[data-open-sco=one] [data-status-words]')).toBe('Not passed yet');
  });

  it('are what the content said while the server cannot be asked', async () => {
    visit = await Visit.to(stage, browser);
    await visit.content();
    await visit.page.setOfflineMode(true);
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'completed'], ['Finish', '']);
    await visit.page.waitForSelector('.note--ended h2');
    expect(await text('.note--ended h2')).toBe('You have finished “The only part”');
    await visit.page.setOfflineMode(false);
  });

  it('are named at the end when they are left to do', async () => {
    visit = await Visit.to(stage, browser);
    await visit.page.setViewport({ width: 1280, height: 800 });
    await visit.page.waitForSelector('#contents', { visible: true });
    await visit.page.click('[data-open-sco=two]');
    await visit.page.waitForFunction('document.activeElement.id === "sco"');
    stage.state.scos.two!.status = { completion: 'completed', success: 'unknown' };
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'completed'], ['Finish', '']);
    await visit.page.waitForSelector('.note--ended h2', { visible: true });
    expect(await text('.note--ended')).toContain('This was the last part, but “The only part” is not done yet.');
    await visit.page.click('::-p-text(Go to that part)');
    await visit.page.waitForSelector('[data-open-sco=one][aria-current]');
  });

  it('wait for those that have to come before them, and say for which', async () => {
    const part = (id: string, title: string) => ({ id, title, isPart: true, children: [] });
    const parts = [part('one', 'The only part'), { ...part('two', 'The other part'), prerequisites: 'one' }];
    stage.state.prerequisites = { ...part('root', 'The whole'), isPart: false, children: parts };
    visit = await Visit.to(stage, browser);
    await visit.page.setViewport({ width: 1280, height: 800 });
    await visit.page.waitForSelector('[data-open-sco=two][aria-disabled=true]', { visible: true });
    expect(await text('[data-open-sco=two] [data-why]')).toBe('Finish “The only part” first');
    await visit.page.click('[data-open-sco=two]');
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'incomplete'], ['Finish', '']);
    await visit.page.waitForSelector('.note--ended h2', { visible: true });
    expect(await text('.note--ended')).toContain('What comes next opens when it is done.');
    await visit.page.click('::-p-text(Open it again)');
    stage.state.scos.one!.status = { completion: 'completed', success: 'unknown' };
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'completed'], ['Finish', '']);
    await visit.page.waitForSelector('[data-open-sco=two][aria-disabled=false]');
    await visit.page.waitForSelector('.note--ended h2', { visible: true });
    await visit.page.click('::-p-text(Go to the next part)');
    await visit.page.waitForSelector('[data-open-sco=two][aria-current]');
    delete stage.state.prerequisites;
  });

  it('do not lie over the module when a tablet is turned', async () => {
    visit = await Visit.to(stage, browser);
    const isShown = () => visit.page.$eval('#contents', (panel) => panel.checkVisibility());
    for (const [width, shown] of [
      [1280, true],
      [700, false],
      [1280, true],
    ] as const) {
      await visit.page.setViewport({ width, height: 800 });
      await eventually(`the contents at ${width} px`, async () => (await isShown()) === shown);
      expect(await isShown()).toBe(shown);
    }
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
