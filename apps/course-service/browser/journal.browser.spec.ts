import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@induct/printing';
import type { Cmi } from './launch/launch-state';
import { Stage } from './test/stage';
import { Visit } from './test/visit';
import { eventually } from '../../../test/support/eventually';
import { TestBrowser } from '../../../test/support/test-browser';

const locationOf = (cmi: Cmi | undefined) => (cmi?.core as Record<string, string> | undefined)?.lesson_location;

/** Whatever happens to the tab or the network, what the member did reaches the server, once. */
describe('the journal', () => {
  let browser: TestBrowser;
  let stage: Stage;
  let visits: Visit[];

  beforeAll(async () => {
    browser = await TestBrowser.connect();
    stage = await Stage.open('scorm_12');
  });
  beforeEach(() => {
    visits = [];
    stage.commits.length = 0;
    stage.answer = (body) => stage.good(body);
    stage.state.launch.id = crypto.randomUUID();
    stage.state.scos.one!.initialCmi = {};
  });
  afterEach(async () => {
    for (const context of new Set(visits.map(({ browserContext }) => browserContext))) await context.close();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  async function arrive(before?: Visit): Promise<Visit> {
    const visit = await Visit.to(stage, before?.browserContext ?? browser);
    visits.push(visit);
    return visit;
  }

  it('has every SetValue within 250 ms, sealed, when the browser is killed and the server away', async () => {
    const profile = `--user-data-dir=${mkdtempSync(join(tmpdir(), 'profile-'))}`;
    const killed = await launchBrowser({ dataDir: '.data' }, [profile]);
    const first = await Visit.to(stage, killed.defaultBrowserContext());
    stage.answer = () => 'cut';
    await first.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', 'page-5']);
    const waits: number[] = [];
    // The best of some: a machine that is busy with something else says nothing about the player.
    while (waits.length < 10 && !waits.some((ms) => ms < 250)) waits.push(await untilWritten(first));
    expect(Math.min(...waits)).toBeLessThan(250);
    const seen = await entries(first);
    killed.process()!.kill('SIGKILL');
    await killed.close().catch(() => {});
    expect(seen).toHaveLength(1);
    expect(seen[0]!.length).toBeGreaterThan(100);
    expect(seen[0]).not.toContain('secret');
    expect(stage.commits).toHaveLength(0);

    stage.answer = (body) => stage.good(body);
    const older = stage.state.launch.id;
    stage.state.launch.id = crypto.randomUUID();
    const again = await launchBrowser({ dataDir: '.data' }, [profile]);
    const next = await Visit.to(stage, again.defaultBrowserContext());
    await eventually('the replay', () => stage.commits.length > 0);
    expect(stage.commits[0]).toMatchObject({ launch: older, cmi: { suspend_data: 'my secret answer' } });
    await eventually('an empty journal', async () => (await entries(next)).length === 0);
    await again.close();
  });

  it('starts the content only after what the last visit could not send is with the server', async () => {
    stage.sco(`<script>
      window.parent.API.LMSInitialize('');
      document.title = window.parent.API.LMSGetValue('cmi.core.lesson_location');
    </script>`);
    const first = await arrive();
    stage.answer = () => 'cut';
    await first.api12(['SetValue', 'cmi.core.lesson_location', 'page-8'], ['Commit', '']);
    await first.untilSaveState('failed');
    await first.closeTab();
    stage.answer = (body) => {
      stage.state.scos.one!.initialCmi = { core: { lesson_location: locationOf(body.cmi), entry: 'resume' } };
      return stage.good(body);
    };
    stage.state.launch.id = crypto.randomUUID();
    const second = await arrive(first);
    await eventually('the content', async () => (await (await second.content()).title()) === 'page-8');
    expect(stage.commits.map(({ cmi }) => locationOf(cmi))).toContain('page-8');
    stage.sco('<p>Content</p>');
  });

  it('comes first after a crash, on the slowest machine, also when the browser has forgotten the rest', async () => {
    const profile = `--user-data-dir=${mkdtempSync(join(tmpdir(), 'profile-'))}`;
    const killed = await launchBrowser({ dataDir: '.data' }, [profile]);
    const first = await Visit.to(stage, killed.defaultBrowserContext());
    stage.answer = () => 'cut';
    await first.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', 'page-9'], ['Commit', '']);
    await eventually('the journal', async () => (await entries(first)).length === 1);
    killed.process()!.kill('SIGKILL');
    await killed.close().catch(() => {});

    const older = stage.state.launch.id;
    stage.state.launch.id = crypto.randomUUID();
    stage.answer = (body) => {
      stage.state.scos.one!.initialCmi = { core: { lesson_location: locationOf(body.cmi), entry: 'resume' } };
      return stage.good(body);
    };
    // Content that says where it is as soon as it is there: its word is the newest.
    stage.sco(`<script>
      const api = window.parent.API;
      api.LMSInitialize('');
      document.title = api.LMSGetValue('cmi.core.lesson_location') || 'the beginning';
      api.LMSSetValue('cmi.core.lesson_location', document.title);
      api.LMSCommit('');
    </script>`);
    const again = await launchBrowser({ dataDir: '.data' }, [profile]);
    const next = await Visit.to(stage, again.defaultBrowserContext(), async (page) => {
      await page.emulateCPUThrottling(20);
      await page.evaluateOnNewDocument(() => {
        // Written less often than the journal: a crash can take it.
        localStorage.clear();
        // And the disk is slow.
        IDBOpenDBRequest.prototype.addEventListener = function (
          this: EventTarget,
          type: string,
          listener: EventListener,
        ) {
          const late: EventListener = (event) => void setTimeout(() => listener.call(this, event), 700);
          EventTarget.prototype.addEventListener.call(this, type, type === 'success' ? late : listener);
        };
      });
    });
    await eventually('the content', async () => (await (await next.content()).title()) === 'page-9');
    await eventually('an empty journal', async () => (await entries(next)).length === 0);
    await next.untilSaveState('saved');
    expect(new Set(stage.commits.map(({ cmi }) => locationOf(cmi)))).toEqual(new Set(['page-9']));
    const numbers = stage.commits.map(({ launch, seq }) => `${launch ?? 'this'} ${seq}`);
    expect(numbers).toEqual([...new Set(numbers)]);
    expect(stage.commits[0]!.launch).toBe(older);
    await again.close();
    stage.sco('<p>Content</p>');
  }, 150_000);

  it('keeps trying while offline, says so, and sends at once when the network is back', async () => {
    const visit = await arrive();
    await visit.api12(['Initialize', '']);
    await visit.page.setOfflineMode(true);
    await visit.api12(['SetValue', 'cmi.core.lesson_status', 'completed']);
    await visit.untilSaveState('failed');
    expect(await visit.page.$eval('[data-save-state]', (element) => element.textContent)).toBe(
      'Not saved: we keep trying',
    );
    expect(await visit.page.$eval('[data-announce]', (element) => element.textContent)).toBe(
      'Not saved: we keep trying',
    );
    expect(stage.commits).toHaveLength(0);
    await visit.page.setOfflineMode(false);
    await visit.untilSaveState('saved');
    expect(await visit.page.$eval('[data-save-state]', (element) => element.textContent)).toBe('Saved 14:32');
    expect(stage.commits.at(-1)?.cmi).toMatchObject({ core: { lesson_status: 'completed' } });
  });

  it('sends what content says in its unload handler, also when the tab is closed', async () => {
    stage.sco(`<script>
      const api = window.parent.API;
      api.LMSInitialize('');
      addEventListener('unload', () => {
        api.LMSSetValue('cmi.core.lesson_location', 'last words');
        api.LMSFinish('');
      });
    </script>`);
    const visit = await arrive();
    await visit.page.bringToFront();
    const other = await visit.browserContext.newPage();
    await visit.closeTab({ runBeforeUnload: true });
    await eventually('the last words', () => stage.commits.some(({ final }) => final));
    expect(stage.commits.filter(({ final }) => final).map(({ cmi }) => locationOf(cmi))).toEqual(['last words']);
    await other.close();
    stage.sco('<p>Content</p>');
  });

  it('sends the whole when the server does not know the data a hash stands for', async () => {
    const data = 'x'.repeat(5000);
    const visit = await arrive();
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.suspend_data', data], ['Commit', '']);
    await visit.untilSaveState('saved');
    let refused = 0;
    stage.answer = (body) => {
      if (!body.suspendDataHash) return stage.good(body);
      refused++;
      return { status: 422, body: { ok: false, error: 'need-suspend-data' } };
    };
    await visit.api12(['SetValue', 'cmi.core.lesson_location', '3'], ['Commit', '']);
    await eventually('the whole', () => stage.commits.length === 2);
    expect([refused, stage.commits[1]!.cmi.suspend_data]).toEqual([1, data]);
  });

  it('never uses a number for two snapshots, also when the page is loaded again', async () => {
    const visit = await arrive();
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', '1'], ['Commit', '']);
    await visit.untilSaveState('saved');
    await visit.page.reload();
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', '2'], ['Commit', '']);
    await eventually('the second', () => stage.commits.some(({ cmi }) => locationOf(cmi) === '2'));
    const contents = new Map<number, Set<string>>();
    for (const { seq, cmi } of stage.commits)
      contents.set(seq, (contents.get(seq) ?? new Set()).add(JSON.stringify(cmi)));
    expect([...contents.values()].every((forms) => forms.size === 1)).toBe(true);
    expect(stage.commits.at(-1)!.seq).toBeGreaterThan(stage.commits[0]!.seq);
    expect(new Set(stage.commits.map(({ run }) => run)).size).toBe(2);
  });

  it('says so when the module was opened elsewhere, and when the launch has ended', async () => {
    const visit = await arrive();
    stage.answer = (body) => ({ status: 200, body: { ok: true, seq: body.seq, status: {}, superseded: true } });
    await visit.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_status', 'completed'], ['Commit', '']);
    await visit.page.waitForSelector('[data-notice] h2');
    expect(await visit.page.$eval('[data-notice]', (element) => element.textContent)).toContain(
      'opened this module somewhere else',
    );
    const late = await arrive();
    stage.answer = () => ({ status: 410, body: { ok: false, error: 'ended-token' } });
    await late.api12(['Initialize', ''], ['Commit', '']);
    await late.page.waitForSelector('[data-notice] h2');
    expect(await late.page.$eval('[data-notice]', (element) => element.textContent)).toContain('can no longer save');
    expect(await entries(late)).toHaveLength(1);
  });
});

/** Sets a value, and measures in the page how long it takes to be in IndexedDB. */
async function untilWritten(visit: Visit): Promise<number> {
  return visit.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('induct-journal');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => done(request.result);
    });
    const newest = () =>
      new Promise<number>((done) => {
        const all = database.transaction('entries').objectStore('entries').getAll();
        all.onsuccess = () => done(Math.max(0, ...all.result.map(({ seq }: { seq: number }) => seq)));
      });
    const before = await newest();
    const { API } = window as unknown as { API: { LMSSetValue(name: string, value: string): string } };
    const started = performance.now();
    API.LMSSetValue('cmi.suspend_data', `my secret answer`);
    API.LMSSetValue('cmi.core.lesson_location', `page-${5 + before}`);
    while ((await newest()) === before && performance.now() - started < 5_000);
    database.close();
    return performance.now() - started;
  });
}

/** What lies in IndexedDB, as somebody else of this origin sees it. */
function entries(visit: Visit): Promise<string[]> {
  return visit.page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const request = indexedDB.open('induct-journal');
        request.onerror = () => fail(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () =>
            done(all.result.map(({ sealed }: { sealed: Uint8Array }) => new TextDecoder().decode(sealed)));
        };
      }),
  );
}
