import { electionDays } from '@induct/platform';
import { freezeOn } from './freeze';

const POLL = '2025-05-01';
const { noticeBy } = electionDays(POLL);

describe('what candidates are shown', () => {
  it('is frozen from the notice to the day of the poll', () => {
    expect(noticeBy).toBe('2025-03-25');
    for (const day of [noticeBy, '2025-04-15', POLL])
      expect(freezeOn(day, [POLL])).toEqual({ from: noticeBy, until: POLL });
  });

  it('is free before, after, and without a poll', () => {
    for (const day of ['2025-03-24', '2025-05-02']) expect(freezeOn(day, [POLL])).toBeNull();
    expect(freezeOn('2025-04-15', [])).toBeNull();
  });

  it('stays frozen through periods that overlap, from the first notice on', () => {
    const later = '2025-05-22';
    const whole = { from: noticeBy, until: later };
    expect(electionDays(later).noticeBy < POLL).toBe(true);
    for (const day of ['2025-03-30', '2025-04-30', '2025-05-15']) expect(freezeOn(day, [later, POLL])).toEqual(whole);
  });

  it('is free between periods that do not meet', () => {
    expect(freezeOn('2025-05-15', [POLL, '2025-09-18'])).toBeNull();
  });
});
