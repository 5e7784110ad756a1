import { changesWhatIsMarked, isTwiceOrNever, mustFollow } from './parts';
import { TimeIsTwice, TimesAreWrong } from './programme.errors';

const part = (on: string, from: string | null, to: string | null) => ({ on, from, to, topics: [] });

describe('the parts of a session', () => {
  it.each([
    ['a day without times', [part('2026-12-01', null, null)]],
    ['a morning and an afternoon', [part('2026-12-01', '09:30', '12:30'), part('2026-12-01', '13:30', '16:30')]],
    ['two days', [part('2026-12-01', '13:30', '16:30'), part('2026-12-02', '09:30', '12:30')]],
    ['a beginning without an end', [part('2026-12-01', '14:00', null)]],
  ])('are %s', (_, parts) => expect(() => mustFollow(parts)).not.toThrow());

  it.each([
    ['end before they begin', [part('2026-12-01', '12:30', '09:30')], 'Part 1'],
    ['have an end and no beginning', [part('2026-12-01', null, '09:30')], 'Part 1'],
    ['overlap', [part('2026-12-01', '09:30', '12:30'), part('2026-12-01', '12:00', '13:00')], 'Part 2'],
    ['go back in time', [part('2026-12-02', '09:30', '12:30'), part('2026-12-01', '12:00', '13:00')], 'Part 2'],
  ])('are refused when they %s', (_, parts, named) => {
    let refused: unknown;
    try {
      mustFollow(parts);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(TimesAreWrong);
    expect(refused).toMatchObject({ title: expect.stringContaining(named) });
  });

  it.each([
    ['2026-03-29', '01:30', true],
    ['2026-03-29', '00:59', false],
    ['2026-03-29', '02:00', false],
    ['2026-03-22', '01:30', false],
    ['2026-10-25', '01:00', true],
    ['2026-10-26', '01:30', false],
    ['2027-03-28', '01:59', true],
  ])('know whether %s %s is in the hour in which the clocks are changed: %s', (on, time, is) => {
    expect(isTwiceOrNever(on, time)).toBe(is);
  });

  it('do not begin in it', () => {
    expect(() => mustFollow([part('2026-03-29', '01:30', '03:00')])).toThrow(TimeIsTwice);
  });

  describe('with a register, when parts are added or taken away', () => {
    const [early, morning, noon] = [
      part('2026-12-01', '08:00', '09:00'),
      part('2026-12-01', '09:30', '12:30'),
      part('2026-12-01', '13:30', '16:30'),
    ];
    const later = part('2026-12-01', '10:00', '13:00');
    const nextDay = part('2026-12-02', '09:30', '12:30');

    it.each([
      ['stay when one is added after them', [morning], [morning, noon], [1], false],
      ['would become another when one is added before them', [morning], [early, morning], [1], true],
      ['stay when only what comes later has no marks', [morning, noon], [morning, early, noon], [1], false],
      ['would become another when the one before them goes', [morning, noon], [noon], [2], true],
      ['stay when the one after them goes', [morning, noon], [morning], [1], false],
      ['stay when their times are put right as well', [morning], [later, noon], [1], false],
      ['would become another on another day', [morning], [nextDay, noon], [1], true],
      ['may all be put right while they are as many', [morning], [nextDay], [1], false],
      [
        'of days without times are told apart by the day',
        [part('2026-12-01', null, null)],
        [morning, noon],
        [1],
        false,
      ],
      ['are nobody’s concern without marks', [morning], [early, morning], [], false],
    ])('%s', (_, before, after, marked, is) => expect(changesWhatIsMarked(before, after, marked)).toBe(is));
  });
});
