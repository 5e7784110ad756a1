import { type ModuleRow, moduleStatus } from './module-status';

const row: ModuleRow = {
  slug: 'code-of-conduct',
  title: 'The code of conduct',
  summary: '',
  minutes: 20,
  core: true,
  completion: null,
  success: null,
  score: null,
  progress: null,
  started_at: null,
  recorded_at: null,
  completed_at: null,
};
const recorded_at = '2026-11-22T14:32:00Z';
const words = (changes: Partial<ModuleRow>) => moduleStatus({ ...row, ...changes }).words;
const started: Partial<ModuleRow> = { completion: 'incomplete', success: 'unknown', recorded_at };

describe('the status of a module, in words', () => {
  it('says how long it takes before it is started', () => {
    expect(words({})).toBe('Not started, about 20 minutes.');
    expect(words({ minutes: 1 })).toBe('Not started, about 1 minute.');
    expect(words({ minutes: null })).toBe('Not started.');
  });

  it('says when it was last saved while it is going on', () => {
    expect(words(started)).toBe('In progress. Last saved 14:32 on 22 November 2026.');
    expect(words({ ...started, progress: 0.459 })).toBe('In progress, 45% done. Last saved 14:32 on 22 November 2026.');
  });

  it('says that it was only opened', () => {
    expect(words({ completion: 'not_attempted', recorded_at })).toBe(
      'Opened at 14:32 on 22 November 2026. Nothing to save yet.',
    );
  });

  it('says a failed test plainly, and that it can be tried again', () => {
    const failed = moduleStatus({ ...row, completion: 'completed', success: 'failed', score: 60, recorded_at });
    expect(failed.words).toBe('Not passed yet: 60%. You can try again. Last saved 14:32 on 22 November 2026.');
    expect(failed.action).toBe('Try again');
  });

  it('says when it was completed and with what result', () => {
    const completed = { ...started, completion: 'completed' as const, completed_at: recorded_at };
    expect(words({ ...completed, score: 90 })).toBe('Completed with 90% at 14:32 on 22 November 2026.');
    expect(words(completed)).toBe('Completed at 14:32 on 22 November 2026.');
    expect(moduleStatus({ ...row, ...completed }).action).toBe('Review');
  });

  it('rounds no unfinished module up to all of it', () => {
    expect(words({ ...started, progress: 0.999 })).toContain('99% done');
  });
});
