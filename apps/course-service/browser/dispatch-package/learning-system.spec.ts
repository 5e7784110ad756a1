import { aTree } from '../../../../test/support/given-learning';
import type { Report } from '../kept/report';
import { Progress } from '../dispatch/progress';
import { EDITION_12, EDITION_2004 } from './edition';
import type { Api } from './find-api';
import { LearningSystem } from './learning-system';

const half: Report = { completion: 'incomplete', success: 'unknown', location: 'p3', suspendData: 'half' };
const done: Report = { ...half, completion: 'completed', success: 'passed', score: 85.5, progress: 1 };

/** A learning system that writes down its calls. @param refuses names it does not take @param throws at these calls */
function aSystem(cmi: Record<string, string> = {}, refuses = /^$/, throws = /^$/) {
  const calls: string[] = [];
  const set = (name: string, value: string) => {
    if (refuses.test(name)) return 'false';
    if (throws.test(name)) throw new Error('too long');
    cmi[name] = value;
    return 'true';
  };
  const by = (names: [string, string, string, string, string]): Api => ({
    [names[0]]: () => 'true',
    [names[1]]: (name) => cmi[name!] ?? '',
    [names[2]]: (name, value) => (calls.push(`${name}=${value}`), set(name!, value!)),
    [names[3]]: () => {
      calls.push('commit');
      if (throws.test('commit')) throw new Error('no answer');
      return true;
    },
    [names[4]]: () => (calls.push('finish'), true),
  });
  const api = {
    ...by(['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish']),
    ...by(['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate']),
  };
  return { api, calls, cmi };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe.each([EDITION_12, EDITION_2004])('a learning system for $standard', (edition) => {
  it('gets back in the next opening what it was told in the one before', () => {
    const { api, cmi } = aSystem();
    const first = new LearningSystem(api, edition, () => 0);
    first.begin();
    expect(first.known()).toMatchObject({ isFirst: true, completion: 'not_attempted' });
    expect(first.keep(done)).toBe('all');
    const next = new LearningSystem(api, edition, () => 0);
    next.begin();
    expect(cmi[edition.api === 'API' ? 'cmi.core.exit' : 'cmi.exit']).toBe('suspend');
    const { progress: _progress, ...kept } = done;
    expect(next.known()).toMatchObject({ ...kept, isFirst: false });
    expect(Object.values(cmi)).not.toContain('undefined');
  });

  it('is told what has changed, is asked to commit seldom, and hears nothing after the end', () => {
    const { api, calls } = aSystem();
    const system = new LearningSystem(api, edition, () => Date.now());
    system.begin();
    for (const place of ['p1', 'p2', 'p3']) system.keep({ ...half, location: place });
    jest.advanceTimersByTime(2_900);
    expect(calls.filter((call) => call === 'commit')).toHaveLength(1);
    expect(calls.filter((call) => call.includes('suspend_data='))).toHaveLength(1);
    system.end();
    system.end();
    expect(calls.slice(-2)).toEqual(['commit', 'finish']);
    expect(system.keep(done)).toBe('nothing');
    expect(calls.at(-1)).toBe('finish');
  });

  it('is told at once that it was begun, and a first opening is still one', () => {
    for (const before of ['', 'not attempted', 'unknown']) {
      const { api, cmi } = aSystem({ [edition.status]: before });
      const system = new LearningSystem(api, edition, () => 0);
      system.begin();
      expect([cmi[edition.status], system.known().isFirst]).toEqual(['incomplete', true]);
      // A second opening, of a learning system that says nothing about it.
      const next = new LearningSystem(api, edition, () => 0);
      next.begin();
      expect(next.known()).toMatchObject({ isFirst: false, completion: 'incomplete' });
    }
    const { api, calls } = aSystem({ [edition.status]: 'completed' });
    new LearningSystem(api, edition, () => 0).begin();
    expect(calls).toEqual([]);
  });

  it('that remembers a result and no place is not opened for the first time', () => {
    for (const status of ['passed', 'failed', 'completed', 'incomplete', 'browsed'])
      expect([
        status,
        new LearningSystem(aSystem({ [edition.status]: status }).api, edition, () => 0).known().isFirst,
      ]).toEqual([status, false]);
  });

  it('that throws at the place and at Commit keeps the result, and hears of the end', () => {
    const { api, calls, cmi } = aSystem({}, /^$/, /suspend_data|commit/);
    const system = new LearningSystem(api, edition, () => 0);
    system.begin();
    expect(system.keep(done)).toBe('without the place');
    expect(cmi[edition.status]).toBe(edition.api === 'API' ? 'passed' : 'completed');
    system.end();
    expect(calls.slice(-2)).toEqual(['commit', 'finish']);
  });

  it.each(['cuts', 'refuses'])('that %s what is long keeps the results of the parts without their places', (how) => {
    const { api } = aSystem();
    const set = api[edition.calls.set]!;
    api[edition.calls.set] = (name, value) => {
      const isLong = name!.endsWith('suspend_data') && value!.length > 200;
      return isLong && how === 'refuses' ? 'false' : set(name!, isLong ? value!.slice(0, 200) : value!);
    };
    const tree = aTree({ one: {}, two: {} });
    const system = new LearningSystem(api, edition, () => 0);
    system.begin();
    const progress = new Progress(tree, system.known());
    const said = { core: { lesson_status: 'passed', score: { raw: '70' } }, suspend_data: 'x'.repeat(20) };
    progress.heard('one', said as never, true);
    expect(system.keep(progress.report())).toBe('all');
    const long = { core: { lesson_status: 'incomplete' }, suspend_data: 'x'.repeat(300) };
    progress.heard('two', long as never, false);
    for (let times = 0; times < 2; times++) expect(system.keep(progress.report())).toBe('without the place');
    const next = new Progress(tree, new LearningSystem(api, edition, () => 0).known());
    expect(next.of('one')).toMatchObject({ completion: 'completed', success: 'passed', score: 70, suspendData: '' });
    expect(next.of('two')).toMatchObject({ completion: 'incomplete', isSuspended: false });
  });

  it('says which of it was not taken', () => {
    const keep = (refuses: RegExp) => new LearningSystem(aSystem({}, refuses).api, edition, () => 0).keep(done);
    expect(keep(/suspend_data/)).toBe('without the place');
    expect(keep(/location/)).toBe('without the place');
    expect(keep(/status/)).toBe('nothing');
    expect(keep(/score/)).toBe('all');
  });
});
