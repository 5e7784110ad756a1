import { type Result, standing, standingDetail, standingRecorded } from './standing';

const nothing: Result = {
  completion: null,
  success: null,
  score: null,
  progress: null,
  recordedAt: null,
  completedAt: null,
};
const at = new Date('2026-11-22T14:32:00Z');

describe('standing', () => {
  it('is not started until the module is opened', () => {
    expect(standing(nothing)).toBe('not_started');
    const opened = { ...nothing, completion: 'not_attempted', success: 'unknown', recordedAt: at };
    expect(standing(opened)).toBe('in_progress');
    expect(standingDetail(opened)).toBe('opened, nothing recorded yet');
  });

  it('is in progress once something was recorded, with how much is done', () => {
    const half = { ...nothing, completion: 'incomplete', success: 'unknown', progress: 0.5, recordedAt: at };
    expect(standing(half)).toBe('in_progress');
    expect(standingDetail(half)).toBe('50% done');
    expect(standingRecorded(half)).toBe('14:32 on 22 November 2026');
  });

  it('is not passed when the test was failed, until it is completed', () => {
    const failed = { ...nothing, completion: 'completed', success: 'failed', score: 60, recordedAt: at };
    expect(standing(failed)).toBe('not_passed');
    expect(standingDetail(failed)).toBe('score 60%');
    expect(standing({ ...failed, completedAt: at })).toBe('completed');
  });

  it('says when it was completed, not when it was last looked at', () => {
    const done = { ...nothing, recordedAt: at, completedAt: new Date('2026-11-01T10:00:00Z') };
    expect(standingRecorded(done)).toBe('10:00 on 1 November 2026');
    expect(standingRecorded(nothing)).toBe('–');
  });
});
