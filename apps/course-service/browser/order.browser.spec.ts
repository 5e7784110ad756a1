import { newSequencing, sequencingTree } from '@induct/scorm';
import { Stage } from './test/stage';
import { Visit } from './test/visit';
import { eventually } from '../../../test/support/eventually';
import { aStrictOrder, element } from '../../../test/support/given-sequencing';
import { expectAccessible } from '../../../test/support/axe';
import { TestBrowser } from '../../../test/support/test-browser';

/** A module whose lessons open one after the other. */
describe('a module whose parts have an order', () => {
  let browser: TestBrowser;
  let stage: Stage;
  let visit: Visit;
  const tree = aStrictOrder();
  for (const lesson of tree.root.children) lesson.stores = [{ id: 'notes', read: true, write: true }];

  beforeAll(async () => {
    browser = await TestBrowser.connect();
    stage = await Stage.open('scorm_2004');
    const { one } = stage.state.scos;
    stage.state.toc = tree.root.children.map(({ id, title }) => ({ id, title, href: one!.href, children: [] }));
    for (const { id } of stage.state.toc) stage.state.scos[id] = structuredClone(one!);
  });
  beforeEach(async () => {
    stage.commits.length = 0;
    stage.state.launch.id = crypto.randomUUID();
    stage.state.sequencing = { tree, state: newSequencing(sequencingTree(tree), 1), at: Date.now() };
    visit = await Visit.to(stage, browser);
    await visit.page.setViewport({ width: 1280, height: 800 });
  });
  afterEach(() => visit.end());
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const isOff = (selector: string) =>
    visit.page.$eval(selector, (button) => button.getAttribute('aria-disabled') === 'true');
  const passes = (...more: [string, ...string[]][]) =>
    visit.api2004(
      ['Initialize', ''],
      ['SetValue', 'cmi.completion_status', 'completed'],
      ['SetValue', 'cmi.success_status', 'passed'],
      ...more,
    );
  const isOpen = (id: string) =>
    eventually(`part ${id}`, async () => (await visit.page.$(`[data-open-sco="${id}"][aria-current]`)) !== null);
  const can = (selector: string) => eventually(`${selector} to be possible`, async () => !(await isOff(selector)));

  it('opens each lesson when the one before it is passed, and says so before and after', async () => {
    await visit.content();
    await can('[data-open-sco=one]');
    expect(await isOff('[data-open-sco=two]')).toBe(true);
    await visit.page.click('[data-nav=continue]');
    await visit.page.waitForSelector('.note--order');
    expect(await visit.page.$eval('.note--order', ({ textContent }) => textContent)).toContain('not open yet');
    expect(await visit.page.$eval('[data-nav=continue]', ({ className }) => className)).toContain('moves__waits');
    expect(await visit.page.$eval('[data-open-sco=two] [data-why]', (why) => why.textContent)).not.toBe('');
    const answers = await passes(
      ['GetValue', 'adl.nav.request_valid.continue'],
      ['GetValue', 'adl.nav.request_valid.previous'],
      ['GetValue', 'adl.nav.request_valid.choice.{target=two}'],
      ['GetValue', 'adl.nav.request_valid.choice.{target=three}'],
      ['GetValue', 'adl.nav.request_valid.choice.{target=nowhere}'],
      ['GetLastError'],
      ['SetValue', 'adl.data.0.store', 'half-way'],
    );
    expect(answers.slice(3, -1)).toEqual(['true', 'false', 'true', 'false', 'unknown', '0']);
    await visit.page.waitForSelector('[data-nav=continue]:not(.moves__waits)');
    await can('[data-open-sco=two]');
    await eventually('it to be announced', async () =>
      (await visit.page.$eval('[data-moves-said]', ({ textContent }) => textContent)).includes('You can continue'),
    );
    await visit.page.click('[data-nav=continue]');
    await isOpen('two');
    expect(await visit.api2004(['Initialize', ''], ['GetValue', 'adl.data.0.store'])).toEqual(['true', 'half-way']);
    expect(stage.commits.some(({ data }) => data?.['notes'] === 'half-way')).toBe(true);
    await can('[data-nav=previous]');
    const moves = () => stage.commits.flatMap((body) => body.moves ?? []);
    await eventually('the step to arrive', () => moves().some(({ opened }) => opened?.activity === 'two'));
    expect(moves().find(({ number }) => number === 1)).toMatchObject({ opened: { activity: 'one' } });
  });

  it('goes where content asks to go, and stays where that leads nowhere', async () => {
    await visit.content();
    await visit.api2004(['Initialize', ''], ['SetValue', 'adl.nav.request', 'continue'], ['Terminate', '']);
    await visit.page.waitForSelector('.note--order');
    expect(await visit.page.$eval('.note--order h2', (title) => title.textContent)).toBe('That is not possible now');
    await visit.page.reload();
    await visit.content();
    await passes(['SetValue', 'adl.nav.request', '{target=two}choice'], ['Terminate', '']);
    await isOpen('two');
  });

  it('takes the learner’s word before what content asks for on its way out', async () => {
    const asks = `parent.API_1484_11.SetValue('adl.nav.request', 'suspendAll'); parent.API_1484_11.Terminate('')`;
    stage.sco(`<script>onunload = () => { ${asks} }</script>`);
    await visit.page.reload();
    await visit.content();
    await passes();
    await can('[data-open-sco=two]');
    await visit.page.click('[data-open-sco=two]');
    await isOpen('two');
    const step = () => stage.commits.flatMap(({ moves = [] }) => moves).find(({ run }) => run !== undefined);
    await eventually('the step to arrive', () => step() !== undefined);
    expect(step()).toMatchObject({ request: { kind: 'choice' }, report: { suspends: false } });
    // Who closes the tab has asked for nothing else.
    await visit.content();
    await visit.api2004(['Initialize', '']);
    await visit.page.close({ runBeforeUnload: true });
    const last = () => stage.commits.findLast(({ sco }) => sco === 'two');
    await eventually('the end to arrive', () => last()?.final === true);
    expect(last()!.cmi).toMatchObject({ exit: 'suspend' });
    stage.sco('<p>Content</p>');
  });

  it('is left and kept, or ended when the learner has said so twice', async () => {
    await visit.content();
    await passes();
    await visit.page.click('[data-nav="exit-all"]');
    await visit.page.waitForSelector('.note--finish');
    await visit.page.setViewport({ width: 320, height: 640 });
    await expectAccessible(visit.page);
    await visit.page.click('::-p-text(No, carry on)');
    await visit.page.waitForSelector('.note--finish', { hidden: true });
    await visit.page.click('[data-nav="exit-all"]');
    await visit.page.click('::-p-text(Yes, finish it)');
    await visit.page.waitForFunction(() => location.pathname === '/finished');
    expect(stage.commits.at(-1)!.moves!.at(-1)).toMatchObject({ request: { kind: 'exitAll' } });
    await visit.page.goto(stage.url);
    await visit.content();
    await visit.api2004(['Initialize', ''], ['SetValue', 'cmi.location', 'p2']);
    await visit.page.click('[data-exit]');
    await visit.page.waitForFunction(() => location.pathname === '/finished');
    expect(stage.commits.at(-1)!.moves!.at(-1)).toMatchObject({ request: { kind: 'suspendAll' } });
  });

  it('says of a part whose time is over that it is, in the contents, to whoever goes on, and at the first opening', async () => {
    const limited = (id: string): typeof tree => {
      const copy = structuredClone(tree);
      const part = copy.root.children.find((one) => one.id === id)!;
      part.sequencing!.children.push(element('limitConditions', { endtimelimit: '2026-01-31T12:00:00Z' }));
      return copy;
    };
    const begins = async (id: string) => {
      const given = limited(id);
      stage.state.sequencing = { tree: given, state: newSequencing(sequencingTree(given), 1), at: Date.now() };
      await visit.page.goto(stage.url);
    };
    const over = 'This part closed on 31 January 2026 at 12:00';
    await begins('two');
    await visit.content();
    await can('[data-open-sco=one]');
    await passes();
    await eventually('the reason in the contents', async () =>
      (await visit.page.$eval('[data-open-sco=two] [data-why]', ({ textContent }) => textContent)).includes(over),
    );
    await visit.page.click('[data-nav=continue]');
    await visit.page.waitForSelector('.note--order');
    expect(await visit.page.$eval('.note--order', ({ textContent }) => textContent)).toContain(`“Lesson two”: ${over}`);
    await begins('one');
    await visit.page.waitForSelector('[data-notice] h2', { visible: true });
    expect(await visit.page.$eval('[data-notice]', ({ textContent }) => textContent)).toContain(
      `“Lesson one”: ${over}`,
    );
    await expectAccessible(visit.page);
  });

  it('asks what to open where it has no order, and its content has ended it', async () => {
    delete stage.state.sequencing;
    Object.assign(stage.state, { current: 'two', asksFirst: true });
    const asked = async () => {
      await visit.page.goto(stage.url);
      await visit.page.waitForSelector('[data-notice] h2', { visible: true });
    };
    await asked();
    const title = await visit.page.$eval('[data-notice] h2', ({ textContent }) => textContent);
    expect(title).toBe('Choose what to do next');
    expect(await visit.page.$('[data-open-sco][aria-current]')).toBeNull();
    expect(visit.page.frames().some((frame) => frame.url().includes('/content/'))).toBe(false);
    await expectAccessible(visit.page);
    await visit.page.click('::-p-text(Go on with “Lesson two”)');
    await isOpen('two');
    await asked();
    await visit.page.click('[data-open-sco=two]');
    await isOpen('two');
    await visit.content();
    // It was not open before: nothing of it is gone on with.
    expect(await visit.api2004(['Initialize', ''], ['GetValue', 'cmi.entry'])).toEqual(['true', '']);
    await asked();
    await visit.page.click('[data-open-sco=three]');
    await isOpen('three');
    Object.assign(stage.state, { current: 'one' });
    delete stage.state.asksFirst;
  });
});
