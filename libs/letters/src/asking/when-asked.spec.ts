import { type Day, daysLater, momentInLondon } from '@induct/platform';
import fc from 'fast-check';
import { areLetterHours } from '../hours/letter-hours';
import { firstAfterChoosing, firstDay, type HowAsked, letterDay, saidUntil, UNCHOSEN, WEEKDAYS } from './when-asked';

const START = '2026-12-01';
const DAYS = 60;
const day = (nth: number): Day => daysLater(START, nth);
const LETTER_DAYS = new Set(
  Array.from({ length: DAYS }, (_, nth) => day(nth)).filter((on) => areLetterHours(momentInLondon(on, '12:00'))),
);
const isLetterDay = (on: Day) => LETTER_DAYS.has(on);
const RUNS = { numRuns: 40 };

const howAsked = fc.oneof(
  fc.constantFrom<HowAsked>(UNCHOSEN, { how: 'mandatory', weekday: null }),
  fc.constantFrom(...WEEKDAYS).map((weekday): HowAsked => ({ how: 'weekly', weekday })),
);

/** What becomes due on which days, and what somebody chooses on which day. */
const someTime = fc.record({
  first: howAsked,
  due: fc.uniqueArray(fc.integer({ min: 0, max: DAYS - 16 }), { minLength: 1, maxLength: 12 }),
  choices: fc.array(fc.record({ on: fc.integer({ min: 0, max: DAYS - 1 }), choice: howAsked }), { maxLength: 4 }),
});

/** Each day some workers look, one after the other; a day's dues come before the second of them. */
function letters({
  first,
  due,
  choices,
}: {
  first: HowAsked;
  due: number[];
  choices: { on: number; choice: HowAsked }[];
}) {
  let choice = first;
  let [nextFrom, askedOn]: [Day, Day | null] = [firstDay(first, START), null];
  const waiting = new Set<number>();
  const written: { on: Day; said: number[] }[] = [];
  for (let nth = 0; nth < DAYS; nth++) {
    const today = day(nth);
    for (const one of choices.filter(({ on }) => on === nth)) {
      choice = one.choice;
      nextFrom = firstAfterChoosing(choice, today, askedOn);
    }
    for (const turn of [1, 2]) {
      if (turn === 1) for (const one of due) if (one === nth) waiting.add(one);
      if (!isLetterDay(today) || nextFrom > today) continue;
      const until = saidUntil(choice, today);
      const said = due.filter((one) => (waiting.has(one) || one > nth) && day(one) <= until);
      for (const one of said) waiting.delete(one);
      due = due.filter((one) => !said.includes(one));
      if (said.length > 0) [written[written.length], askedOn] = [{ on: today, said }, today];
      if (said.length > 0 || choice.how === 'weekly') nextFrom = firstDay(choice, daysLater(today, 1));
    }
  }
  return written;
}

describe('whoever is asked by letter', () => {
  it('gets one a day at most, whatever they choose meanwhile, and on days for letters only', () => {
    fc.assert(
      fc.property(someTime, (time) => {
        const on = letters(time).map((letter) => letter.on);
        expect(on).toEqual([...new Set(on)]);
        expect(on.filter((one) => !isLetterDay(one))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is told everything once, and waits no longer than what they chose: to the next day for letters, or the next of their weekdays', () => {
    fc.assert(
      fc.property(someTime, ({ first, due }) => {
        const written = letters({ first, due, choices: [] });
        const told = written.flatMap(({ on, said }) => said.map((one) => ({ one, on })));
        expect(told.map(({ one }) => one).toSorted((a, b) => a - b)).toEqual(due.toSorted((a, b) => a - b));
        for (const { one, on } of told) expect([on, on <= letterDay(firstDay(first, day(one)))]).toEqual([on, true]);
      }),
      RUNS,
    );
  });

  it('once a week hears on that weekday of what comes before the next; after a holiday on the day for letters that follows', () => {
    const mondays: HowAsked = { how: 'weekly', weekday: 1 };
    expect(saidUntil(mondays, '2026-12-07')).toBe('2026-12-13');
    // From Christmas Eve to New Year's Day nobody is written to.
    expect(saidUntil(mondays, '2026-12-21')).toBe('2027-01-03');
    const dues = { first: mondays, due: [7, 9, 13, 29], choices: [] };
    expect(letters(dues)).toEqual([
      { on: '2026-12-07', said: [7, 9] },
      { on: '2026-12-14', said: [13] },
      { on: '2026-12-21', said: [29] },
    ]);
    expect(firstAfterChoosing(mondays, '2026-12-09', null)).toBe('2026-12-14');
    expect(firstAfterChoosing(UNCHOSEN, '2026-12-09', '2026-12-09')).toBe('2026-12-10');
  });
});
