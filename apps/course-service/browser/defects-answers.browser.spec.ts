import type { Cmi } from './launch/launch-state';
import { BothStages } from './test/both-stages';
import type { Stage } from './test/stage';
import type { Visit } from './test/visit';
import { eventually } from '../../../test/support/eventually';

const coreOf = (cmi: Cmi | undefined) => cmi?.core as Cmi;

/** Defects of scorm-again 3.4.3 (their numbers: docs/scorm.md), each absorbed by us, in a real Chromium: how calls are answered. */
describe('what scorm-again leaves to us of answering calls', () => {
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
        'version',
      ],
    });
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
});

/** The names of the calls that content can find on the player's window. */
const look = (target: Visit) =>
  target.page.evaluate(() => {
    const all = window as unknown as Record<string, object | undefined>;
    return { first: Object.keys(all.API ?? {}), second: Object.keys(all.API_1484_11 ?? {}) };
  });
