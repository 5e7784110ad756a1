import { clockTime, monthAndYear, sessionTimes } from './session-times';

const part = (on: string, from: string | null, to: string | null) => ({ on, from, to });

describe('when a session is', () => {
  it.each([
    ['00:15', '12.15am'],
    ['09:00', '9am'],
    ['09:30', '9.30am'],
    ['12:00', 'midday'],
    ['12:30', '12.30pm'],
    ['16:05', '4.05pm'],
  ])('%s is said as %s', (time, said) => {
    expect(clockTime(time)).toBe(said);
  });

  it('is a line for each day, with its parts', () => {
    const parts = [
      part('2026-12-08', '09:30', '12:30'),
      part('2026-12-08', '13:30', '16:30'),
      part('2026-12-15', '14:00', null),
    ];
    expect(sessionTimes(parts)).toEqual([
      'Tuesday 8 December 2026, 9.30am to 12.30pm and 1.30pm to 4.30pm',
      'Tuesday 15 December 2026, from 2pm',
    ]);
    expect(sessionTimes([])).toEqual([]);
  });

  it('says that nobody has said the time yet', () => {
    expect(sessionTimes([part('2027-01-01', null, null)])).toEqual(['Friday 1 January 2027, time to be confirmed']);
    expect(monthAndYear('2027-01-01')).toBe('January 2027');
  });
});
