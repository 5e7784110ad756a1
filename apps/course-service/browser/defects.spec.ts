import { launchBrowser } from '@induct/platform';
import type { Browser } from 'puppeteer';
import type { Cmi } from './launch-state';
import { Stage } from './testing/stage';
import { eventually, Visit } from './testing/visit';

const coreOf = (cmi: Cmi | undefined) => cmi?.core as Cmi;

/** The defects of scorm-again 3.4.3 that were found by trying, each absorbed by us, in a real Chromium. */
describe('what scorm-again leaves to us', () => {
  let browser: Browser;
  let scorm12: Stage;
  let scorm2004: Stage;
  const visits: Visit[] = [];

  beforeAll(async () => {
    browser = await launchBrowser({ dataDir: '.data' });
    scorm12 = await Stage.open('scorm_12');
    scorm2004 = await Stage.open('scorm_2004');
  });
  afterEach(async () => {
    for (const one of visits.splice(0)) await one.end();
    for (const stage of [scorm12, scorm2004]) {
      stage.commits.length = 0;
      stage.answer = (body) => stage.good(body);
      stage.state.scos.one!.initialCmi = {};
    }
  });
  afterAll(async () => {
    await browser.close();
    await scorm12.close();
    await scorm2004.close();
  });

  async function visit(stage: Stage, initialCmi: Cmi = {}): Promise<Visit> {
    stage.state.scos.one!.initialCmi = initialCmi;
    const arrived = await Visit.to(stage, browser);
    visits.push(arrived);
    return arrived;
  }

  it('1: the first GetValue answers what was stored, because player and content share an origin', async () => {
    const one = await visit(scorm12, {
      core: { entry: 'resume', lesson_status: 'incomplete' },
      suspend_data: 'page=7',
    });
    expect(
      await one.api12(
        ['Initialize', ''],
        ['GetValue', 'cmi.suspend_data'],
        ['GetValue', 'cmi.core.entry'],
        ['GetValue', 'cmi.core.lesson_status'],
      ),
    ).toEqual(['true', 'page=7', 'resume', 'incomplete']);
    const other = await visit(scorm2004, { entry: 'resume', completion_status: 'incomplete', location: 'screen-4' });
    expect(
      await other.api2004(['Initialize', ''], ['GetValue', 'cmi.location'], ['GetValue', 'cmi.completion_status']),
    ).toEqual(['true', 'screen-4', 'incomplete']);
  });

  it('2: Finish with more than 64 KiB arrives whole, and with the server away it is kept until it does', async () => {
    const large = 'ä"\\\u{1F3CC}'.repeat(20_000);
    const one = await visit(scorm12);
    scorm12.answer = () => 'cut';
    expect(
      await one.api12(
        ['Initialize', ''],
        ['SetValue', 'cmi.suspend_data', large],
        ['SetValue', 'cmi.core.exit', 'suspend'],
        ['Finish', ''],
      ),
    ).toEqual(['true', 'true', 'true', 'true']);
    await one.untilSaveState('failed');
    expect(scorm12.commits).toHaveLength(0);
    scorm12.answer = (body) => scorm12.good(body);
    await eventually('the commit', () => scorm12.commits.length > 0);
    expect(scorm12.commits.at(-1)).toMatchObject({ final: true, cmi: { suspend_data: large } });
  });

  it('3: what the content set arrives when the member navigates away, although it never committed', async () => {
    const one = await visit(scorm12);
    await one.api12(['Initialize', ''], ['SetValue', 'cmi.core.lesson_location', 'page-9']);
    await one.page.goto('about:blank');
    await eventually('the commit', () => scorm12.commits.length > 0);
    expect(coreOf(scorm12.commits.at(-1)?.cmi).lesson_location).toBe('page-9');
  });

  it('3: content that never pauses is sent within ten seconds all the same', async () => {
    const one = await visit(scorm12);
    await one.api12(['Initialize', '']);
    const frame = await one.content();
    await frame.evaluate(() => {
      const { API } = window.parent as unknown as { API: { LMSSetValue(name: string, value: string): string } };
      let count = 0;
      setInterval(() => API.LMSSetValue('cmi.core.lesson_location', String(++count)), 50);
    });
    await eventually('a commit', () => scorm12.commits.length > 0, 10_000);
    expect(scorm12.commits[0]).toMatchObject({ final: false, sco: 'one' });
  });

  it('4: a SetValue of a branch of the data model is refused and destroys nothing', async () => {
    const one = await visit(scorm12);
    const answers = await one.api12(
      ['Initialize', ''],
      ['SetValue', 'cmi', 'x'],
      ['GetLastError'],
      ['SetValue', 'cmi.core', 'x'],
      ['SetValue', 'cmi.core.reset', 'x'],
      ['SetValue', 'settings.lmsCommitUrl', 'https://elsewhere.example/'],
      ['SetValue', '__proto__.polluted', 'x'],
      ['SetValue', 'cmi.core.lesson_status', 'completed'],
      ['Finish', ''],
    );
    expect(answers).toEqual(['true', 'false', '401', 'false', 'false', 'false', 'false', 'true', 'true']);
    await eventually('the commit', () => scorm12.commits.some(({ final }) => final));
    expect(coreOf(scorm12.commits.at(-1)?.cmi).lesson_status).toBe('completed');
    const other = await visit(scorm2004);
    expect(
      await other.api2004(
        ['Initialize', ''],
        ['SetValue', 'cmi', 'x'],
        ['GetLastError'],
        ['GetValue', 'cmi.score'],
        ['GetLastError'],
        ['Terminate', ''],
      ),
    ).toEqual(['true', 'false', '401', '', '401', 'true']);
  });

  it('5: stored values that do not fit the standard are left out, and the launch goes on', async () => {
    const one = await visit(scorm12, {
      core: { lesson_status: 'certainly', lesson_location: 'page-3', score: { raw: 'many', max: '100' } },
      objectives: { 0: { id: 'has spaces in it', status: 'passed' } },
      suspend_data: 'kept',
    });
    expect(
      await one.api12(
        ['Initialize', ''],
        ['GetValue', 'cmi.core.lesson_status'],
        ['GetValue', 'cmi.core.lesson_location'],
        ['GetValue', 'cmi.core.score.max'],
        ['GetValue', 'cmi.suspend_data'],
      ),
    ).toEqual(['true', 'not attempted', 'page-3', '100', 'kept']);
  });

  it('6: suspend_data of a hundred thousand characters comes back byte-exact, in both standards', async () => {
    const data = Array.from({ length: 100_000 }, (_, at) => String.fromCharCode(32 + ((at * 7919) % 60_000))).join('');
    const one = await visit(scorm12);
    expect(
      await one.api12(
        ['Initialize', ''],
        ['SetValue', 'cmi.suspend_data', data],
        ['GetLastError'],
        ['Commit', ''],
        ['GetValue', 'cmi.suspend_data'],
      ),
    ).toEqual(['true', 'true', '0', 'true', data]);
    await eventually('the commit', () => scorm12.commits.length > 0);
    expect(scorm12.commits.at(-1)?.cmi.suspend_data).toBe(data);
    const again = await visit(scorm2004, { suspend_data: data, entry: 'resume' });
    expect(await again.api2004(['Initialize', ''], ['GetValue', 'cmi.suspend_data'])).toEqual(['true', data]);
    // Unchanged data is not sent twice.
    await one.api12(['SetValue', 'cmi.core.lesson_location', '2'], ['Commit', '']);
    await eventually('the next commit', () => scorm12.commits.length > 1);
    expect(scorm12.commits.at(-1)).toMatchObject({ suspendDataHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(scorm12.commits.at(-1)?.cmi).not.toHaveProperty('suspend_data');
  });

  it('6: more than 1 MiB is refused in words, and what was there before stays', async () => {
    const one = await visit(scorm2004);
    expect(
      await one.api2004(
        ['Initialize', ''],
        ['SetValue', 'cmi.suspend_data', 'a'],
        ['SetValue', 'cmi.suspend_data', 'b'.repeat(1024 * 1024 + 1)],
        ['GetLastError'],
        // Within 1 MiB, but six times that in a commit: the tracker would never take it.
        ['SetValue', 'cmi.suspend_data', '\u0001'.repeat(1024 * 1024)],
        ['GetLastError'],
        ['GetValue', 'cmi.suspend_data'],
        ['SetValue', 'cmi.suspend_data', '"'.repeat(1024 * 1024)],
      ),
    ).toEqual(['true', 'true', 'false', '406', 'false', '406', 'a', 'true']);
  });

  it('6: what we keep ourselves is no error, whatever was refused before', async () => {
    const one = await visit(scorm12);
    expect(
      await one.api12(
        ['Initialize', ''],
        ['SetValue', 'cmi.core.lesson_status', 'done'],
        ['GetLastError'],
        ['SetValue', 'cmi.suspend_data', 'x'],
        ['GetLastError'],
        ['SetValue', 'cmi.core.lesson_status', 'done'],
        ['GetValue', 'cmi.suspend_data'],
        ['GetLastError'],
      ),
    ).toEqual(['true', 'false', '405', 'true', '0', 'false', 'x', '0']);
  });

  it('7: commits before Terminate carry what the server needs to judge: scores as they are, and the time shown', async () => {
    const one = await visit(scorm2004, { scaled_passing_score: '0.8', completion_threshold: '0.5' });
    await one.api2004(
      ['Initialize', ''],
      ['SetValue', 'cmi.progress_measure', '0.75'],
      ['SetValue', 'cmi.score.scaled', '0.9'],
      ['SetValue', 'cmi.session_time', 'PT90S'],
      ['Commit', ''],
    );
    await eventually('the commit', () => scorm2004.commits.length > 0);
    const { cmi, shownMs, final } = scorm2004.commits.at(-1)!;
    expect({ cmi, final }).toMatchObject({
      final: false,
      cmi: { progress_measure: '0.75', score: { scaled: '0.9' }, session_time: 'PT90S' },
    });
    expect(shownMs).toBeGreaterThan(0);
  });

  it('8: answers where scorm-again departs from the standards', async () => {
    const one = await visit(scorm2004);
    expect(
      await one.api2004(
        ['Initialize', ''],
        ['SetValue', 'cmi.location', ''],
        ['GetLastError'],
        ['GetValue', 'cmi.interactions.5.id'],
        ['GetLastError'],
        ['GetValue', 'cmi.suspend_data'],
        ['GetLastError'],
      ),
    ).toEqual(['true', 'true', '0', '', '301', '', '403']);
    const other = await visit(scorm12);
    expect(
      await other.api12(
        ['Initialize', ''],
        ['Finish', ''],
        ['SetValue', 'cmi.core.lesson_location', 'x'],
        ['GetLastError'],
        ['Commit', ''],
      ),
    ).toEqual(['true', 'true', 'false', '301', 'false']);
  });

  it('9: Commit answers at once and never by a request that blocks the page', async () => {
    const one = await visit(scorm12);
    const requests: string[] = [];
    one.page.on('request', (request) => requests.push(`${request.resourceType()} ${request.method()}`));
    const frame = await one.content();
    const ms = await frame.evaluate(() => {
      const { API } = window.parent as unknown as { API: Record<string, (...given: string[]) => string> };
      API.LMSInitialize!('');
      const each = Array.from({ length: 20 }, (_, count) => {
        const started = performance.now();
        API.LMSSetValue!('cmi.core.lesson_location', String(count));
        API.LMSCommit!('');
        return performance.now() - started;
      });
      // The middle one: a busy machine may stop the browser in the midst of any of them.
      return each.toSorted((a, b) => a - b)[10]!;
    });
    expect(ms).toBeLessThan(20);
    await eventually('the newest commit', () => coreOf(scorm12.commits.at(-1)?.cmi)?.lesson_location === '19');
    expect(scorm12.commits.length).toBeLessThan(20);
    expect(new Set(requests)).toEqual(new Set(['fetch POST']));
  });

  it('10: only the declared standard’s API can be found, with its eight calls and nothing behind them', async () => {
    expect(await look(await visit(scorm12))).toEqual({
      first: [
        'Initialize',
        'Finish',
        'GetValue',
        'SetValue',
        'Commit',
        'GetLastError',
        'GetErrorString',
        'GetDiagnostic',
      ].map((name) => `LMS${name}`),
      second: [],
    });
    expect(await look(await visit(scorm2004))).toEqual({
      first: [],
      second: [
        'Initialize',
        'GetValue',
        'SetValue',
        'Commit',
        'GetLastError',
        'GetErrorString',
        'GetDiagnostic',
        'Terminate',
      ],
    });
  });
});

/** The names of the calls that content can find on the player's window. */
const look = (target: Visit) =>
  target.page.evaluate(() => {
    const all = window as unknown as Record<string, object | undefined>;
    return { first: Object.keys(all.API ?? {}), second: Object.keys(all.API_1484_11 ?? {}) };
  });
