import type { Cmi } from './launch/launch-state';
import { BothStages } from './test/both-stages';
import type { Stage } from './test/stage';
import type { Visit } from './test/visit';
import { eventually } from '../../../test/support/eventually';

const coreOf = (cmi: Cmi | undefined) => cmi?.core as Cmi;

/** Defects of scorm-again 3.4.3 (their numbers: docs/scorm.md), each absorbed by us, in a real Chromium: what is kept and sent. */
describe('what scorm-again leaves to us of keeping data', () => {
  let stages: BothStages;
  let scorm12: Stage;
  let scorm2004: Stage;
  const visit = (stage: Stage, initialCmi?: Cmi): Promise<Visit> => stages.visit(stage, initialCmi);

  beforeAll(async () => {
    stages = await BothStages.open();
    ({ scorm12, scorm2004 } = stages);
  });
  afterEach(() => stages.endVisits());
  afterAll(() => stages.close());

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
    await eventually('a commit', () => scorm12.commits.length > 0);
    expect(scorm12.commits[0]).toMatchObject({ final: false, sco: 'one' });
  });

  it('6: points beyond 100 are kept, and come back (1.2); what is no number is refused as before', async () => {
    const one = await visit(scorm12);
    expect(
      await one.api12(
        ['Initialize', ''],
        ['SetValue', 'cmi.core.score.raw', '150'],
        ['SetValue', 'cmi.core.score.max', '200'],
        ['GetLastError'],
        ['GetValue', 'cmi.core.score.raw'],
        ['SetValue', 'cmi.core.score.min', 'none'],
        ['GetLastError'],
        ['SetValue', 'cmi.objectives.3.score.raw', '150'],
        ['Finish', ''],
      ),
    ).toEqual(['true', 'true', 'true', '0', '150', 'false', '405', 'false', 'true']);
    await eventually('the commit', () => scorm12.commits.length > 0);
    expect(coreOf(scorm12.commits.at(-1)?.cmi).score).toMatchObject({ raw: '150', max: '200' });
    const again = await visit(scorm12, { core: { score: { raw: '150', max: '200' } } });
    expect(await again.api12(['Initialize', ''], ['GetValue', 'cmi.core.score.raw'])).toEqual(['true', '150']);
  });

  it('6: an answer of six thousand characters is taken whole', async () => {
    const answer = 'What I would do: '.repeat(353);
    const one = await visit(scorm2004);
    expect(
      await one.api2004(
        ['Initialize', ''],
        ['SetValue', 'cmi.interactions.0.id', 'q1'],
        ['SetValue', 'cmi.interactions.0.type', 'long-fill-in'],
        ['SetValue', 'cmi.interactions.0.learner_response', answer],
        ['GetLastError'],
        ['GetValue', 'cmi.interactions.0.learner_response'],
        ['SetValue', 'cmi.interactions.1.id', 'q2'],
        ['SetValue', 'cmi.interactions.1.type', 'numeric'],
        ['SetValue', 'cmi.interactions.1.learner_response', answer],
        ['Commit', ''],
      ),
    ).toEqual(['true', 'true', 'true', 'true', '0', answer, 'true', 'true', 'false', 'true']);
    await eventually('the commit', () => scorm2004.commits.length > 0);
    expect(scorm2004.commits.at(-1)?.cmi).toMatchObject({ interactions: { 0: { learner_response: answer } } });
    const two = await visit(scorm12);
    expect(
      await two.api12(
        ['Initialize', ''],
        ['SetValue', 'cmi.interactions.0.id', 'q1'],
        ['SetValue', 'cmi.interactions.0.type', 'fill-in'],
        ['SetValue', 'cmi.interactions.0.student_response', answer],
        ['GetLastError'],
      ),
    ).toEqual(['true', 'true', 'true', 'true', '0']);
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

  it('9: Commit answers at once and never by a request that blocks the page', async () => {
    const one = await visit(scorm12);
    const frame = await one.content();
    const requests: string[] = [];
    one.page.on('request', (request) => requests.push(`${request.resourceType()} ${request.method()}`));
    // The server says nothing until the content has gone on: a call that waited for it would wait for ever.
    let answerNow!: () => void;
    scorm12.held = new Promise((done) => (answerNow = done));
    const answers = await frame.evaluate(() => {
      const { API } = window.parent as unknown as { API: Record<string, (...given: string[]) => string> };
      API.LMSInitialize!('');
      return Array.from({ length: 20 }, (_, count) => {
        API.LMSSetValue!('cmi.core.lesson_location', String(count));
        return API.LMSCommit!('');
      });
    });
    expect(answers).toEqual(Array(20).fill('true'));
    expect(scorm12.commits).toHaveLength(0);
    answerNow();
    await eventually('the newest commit', () => coreOf(scorm12.commits.at(-1)?.cmi)?.lesson_location === '19');
    expect(scorm12.commits.length).toBeLessThan(20);
    expect(new Set(requests)).toEqual(new Set(['fetch POST']));
  });
});
