import { aModuleRow } from './module-row.given';
import type { ModuleRow } from './module-row';
import { moduleStatus } from './module-status';

const row = aModuleRow('code-of-conduct');
const recordedAt = '2026-11-22T14:32:00Z';
const now = new Date('2026-11-23T09:00:00Z');
const status = (changes: Partial<ModuleRow>) => moduleStatus({ ...row, ...changes }, now);
const words = (changes: Partial<ModuleRow>) => status(changes).words;
const started: Partial<ModuleRow> = { completion: 'incomplete', success: 'unknown', recordedAt };

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

  it('says beside a tag what that does not say already', () => {
    const beside = (progress: number | null) => status({ ...started, progress }).beside;
    expect(beside(null)).toBe('Last saved 14:32 on 22 November 2026.');
    expect(beside(0.459)).toBe('45% done. Last saved 14:32 on 22 November 2026.');
    expect(beside(1)).toMatch(/^All of it has been opened, but it has not reached its end. Last saved/);
  });

  it('says that it was only opened', () => {
    expect(words({ completion: 'not_attempted', recordedAt })).toBe(
      'Opened at 14:32 on 22 November 2026. Nothing to save yet.',
    );
  });

  it('says a failed test plainly, and that it can be tried again', () => {
    const failed = status({ completion: 'completed', success: 'failed', score: 60, recordedAt });
    expect(failed.words).toBe('Not passed yet: 60%. You can try again. Last saved 14:32 on 22 November 2026.');
    expect(failed.action).toBe('Try again');
  });

  it('says when it was completed and with what result', () => {
    const completed = { ...started, completion: 'completed' as const, completedAt: recordedAt };
    expect(words({ ...completed, score: 90, completedScore: 90 })).toBe(
      'Completed with 90% at 14:32 on 22 November 2026.',
    );
    expect(words(completed)).toBe('Completed at 14:32 on 22 November 2026.');
    expect(status(completed).action).toBe('Review');
  });

  it('dates no score that came later, and says none of a test that was failed later', () => {
    const completed = { ...started, completion: 'completed' as const, completedAt: recordedAt };
    expect(words({ ...completed, score: 95, completedScore: 80 })).toBe(
      'Completed with 80% at 14:32 on 22 November 2026. Best score since: 95%.',
    );
    expect(words({ ...completed, success: 'failed', score: 0 })).toBe('Completed at 14:32 on 22 November 2026.');
  });

  it('never says that all is done of what is not finished', () => {
    expect(words({ ...started, progress: 1 })).toBe(
      'In progress: all of it has been opened, but it has not reached its end. Last saved 14:32 on 22 November 2026.',
    );
    expect(status({ ...started, progress: 1 }).share).toBeUndefined();
  });

  it('says that a next try has begun', () => {
    const failed = { completion: 'completed', success: 'failed', score: 60, recordedAt } as const;
    expect(status({ ...failed, trying: { progress: 0.5, recordedAt } })).toMatchObject({
      words: 'Not passed yet: 60%. Your next try has begun, 50% done. Last saved 14:32 on 22 November 2026.',
      action: 'Continue',
    });
  });

  it('says kindly and truly that an officer looks first, or has looked', () => {
    const completed = { ...started, completion: 'completed' as const, completedAt: recordedAt };
    expect(words({ ...completed, doubt: 'waiting' })).toContain(
      'an officer looks at how it was completed. You need do',
    );
    expect(status({ ...completed, doubt: 'refused' })).toMatchObject({ stage: 'not passed', action: 'Take it again' });
  });

  it('rounds no unfinished module up to all of it', () => {
    expect(words({ ...started, progress: 0.999 })).toContain('99% done');
  });
});

describe('a module that has to be taken again', () => {
  const completed = {
    ...started,
    completion: 'completed' as const,
    score: 90,
    completedScore: 90,
    completedAt: recordedAt,
  };
  const retake = (dueOn: string, going: Partial<NonNullable<ModuleRow['retake']>['going']> | null = null) =>
    status({
      ...completed,
      retake: {
        dueOn,
        renewedAt: '2026-11-22T18:00:00Z',
        going: going && {
          success: 'unknown',
          score: null,
          progress: null,
          recordedAt: '2026-11-23T08:05:00Z',
          ...going,
        },
      },
    });

  it('says by when and why, and that what was done stays', () => {
    expect(retake('2027-03-01')).toMatchObject({
      stage: 'retake',
      tag: { text: 'Retake due', kind: 'warning' },
      words:
        'Retake by 1 March 2027: the module was renewed on 22 November 2026. Completed with 90% at 14:32 on 22 November 2026. That stays on record.',
      action: 'Take it again',
    });
  });

  it('says when it is late: not on the last day, but after it', () => {
    expect(retake('2026-11-23').tag.text).toBe('Retake due');
    expect(retake('2026-11-22').tag).toEqual({ text: 'Retake overdue', kind: 'bad' });
    expect(retake('2026-11-22').words).toMatch(/^The retake was due by 22 November 2026: /);
  });

  it('says how far the retake is, and a failed test plainly', () => {
    expect(retake('2027-03-01', { progress: 0.459 })).toMatchObject({ action: 'Continue the retake', share: 0.459 });
    expect(retake('2027-03-01', { progress: 0.459 }).words).toMatch(
      /^Retake by 1 March 2027: in progress, 45% done. Last saved 08:05 on 23 November 2026. Completed with 90%/,
    );
    expect(retake('2027-03-01', { success: 'failed', score: 60 }).words).toContain('not passed yet: 60%.');
  });

  it('is completed again afterwards, and both days are said', () => {
    expect(words({ ...completed, againAt: '2027-02-01T10:00:00Z' })).toBe(
      'Completed with 90% at 14:32 on 22 November 2026. Completed again at 10:00 on 1 February 2027.',
    );
  });
});
