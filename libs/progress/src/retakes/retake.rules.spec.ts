import { daysLater } from '@induct/platform';
import fc from 'fast-check';
import { letterOf, SOON } from './retake.rules';

const retake = { askedOn: '2026-11-22', dueOn: '2027-03-01' };

describe('the letter about a retake', () => {
  it.each([
    ['2026-11-22', 'asked'],
    ['2027-02-14', 'asked'],
    ['2027-02-15', 'soon'],
    ['2027-03-01', 'soon'],
    ['2027-03-02', 'overdue'],
    ['2027-04-30', 'overdue'],
    ['2027-05-01', undefined],
  ])('on %s is: %s', (today, letter) => {
    expect(letterOf(retake, today)).toBe(letter);
  });

  it('is not followed by a reminder within two weeks', () => {
    const short = { askedOn: '2026-11-22', dueOn: '2026-12-06' };
    expect(letterOf(short, '2026-12-05')).toBe('asked');
    expect(letterOf(short, '2026-12-07')).toBe('overdue');
  });
});

const ORDER = ['asked', 'soon', 'overdue'] as const;
const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => daysLater('2025-01-01', days));
const someRetake = fc
  .tuple(someDay, fc.integer({ min: 0, max: 400 }))
  .map(([askedOn, days]) => ({ askedOn, dueOn: daysLater(askedOn, days) }));

describe('whatever the days', () => {
  it('each letter has its time, and they never go back', () => {
    fc.assert(
      fc.property(someRetake, fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 }), (given, days) => {
        const letters = days
          .toSorted((a, b) => a - b)
          .flatMap((day) => letterOf(given, daysLater(given.askedOn, day)) ?? [])
          .map((letter) => ORDER.indexOf(letter));
        expect(letters).toEqual(letters.toSorted((a, b) => a - b));
      }),
    );
  });

  it('nobody is called late before the last day is over, and everybody is the day after', () => {
    fc.assert(
      fc.property(someRetake, (given) => {
        expect(letterOf(given, given.dueOn)).not.toBe('overdue');
        expect(letterOf(given, daysLater(given.dueOn, 1))).toBe('overdue');
      }),
    );
  });

  it('somebody who is looked at every day gets the first letter, the last one, and one between if there is time for it', () => {
    fc.assert(
      fc.property(someRetake, (given) => {
        const length = Math.round((Date.parse(given.dueOn) - Date.parse(given.askedOn)) / 86_400_000);
        const all = Array.from({ length: length + 80 }, (_, day) => letterOf(given, daysLater(given.askedOn, day)));
        const sent = [...new Set(all.filter((letter) => letter !== undefined))];
        expect(sent).toEqual(length > SOON ? ['asked', 'soon', 'overdue'] : ['asked', 'overdue']);
      }),
    );
  });
});
