import { type Day, daysLater } from '@induct/platform';
import fc from 'fast-check';
import { type Asked, ladder, nextDay, type Reader, READERS, type Rung, STEPS, TOO_LATE, toSay } from './ladder';

const DUE = '2027-06-05';
const asked = (madeOn: Day, more: Partial<Asked> = {}): Asked => ({ dueOn: DUE, madeOn, staysInGroup: false, ...more });
const stepsFor = (reader: Reader, one: Asked) =>
  ladder(one).flatMap((rung) => (rung.reader === reader ? [[rung.step, rung.on]] : []));

describe('the ladder of reminders', () => {
  it('is climbed from four weeks before to four weeks after', () => {
    expect(stepsFor('person', asked('2027-01-01')).map(([step]) => step)).toEqual([...STEPS]);
    expect(stepsFor('champion', asked('2027-01-01'))).toEqual([[7, '2027-06-12']]);
    expect(stepsFor('officer', asked('2027-01-01'))).toEqual([[14, '2027-06-19']]);
    expect(stepsFor('monitoring_officer', asked('2027-01-01'))).toEqual([[28, '2027-07-03']]);
  });

  it('begins on the day something is asked late, with one letter, and skips what is past', () => {
    expect(stepsFor('person', asked('2027-05-30'))).toEqual([
      [-14, '2027-05-30'],
      [-3, '2027-06-02'],
      [0, '2027-06-05'],
      [7, '2027-06-12'],
      [14, '2027-06-19'],
      [28, '2027-07-03'],
    ]);
    expect(stepsFor('person', asked('2027-06-02'))[0]).toEqual([-3, '2027-06-02']);
  });

  it('tells nobody else before the person has heard of it', () => {
    expect(stepsFor('champion', asked('2027-06-12'))).toEqual([]);
    expect(stepsFor('officer', asked('2027-06-12'))).toEqual([[14, '2027-06-19']]);
  });

  it('says nothing of what was due long ago', () => {
    expect(ladder(asked('2027-10-01'))).toEqual([]);
    expect(toSay(asked('2027-06-01'), [], daysLater(DUE, TOO_LATE + 1))).toEqual([]);
  });

  it('stays in the group when the group asks', () => {
    const readers = ladder(asked('2027-01-01', { staysInGroup: true })).map(({ reader }) => reader);
    expect(new Set(readers)).toEqual(new Set(['person', 'champion']));
  });
});

type Said = Pick<Rung, 'step' | 'reader'>;

/** Looks at the calendar every day and knows nothing of what comes. */
function dayByDay({ dueOn, madeOn, staysInGroup }: Asked, looks: (day: Day) => boolean): (Said & { on: Day })[] {
  const said: (Said & { on: Day })[] = [];
  const owed = new Map<Reader, (typeof STEPS)[number]>();
  const first = daysLater(dueOn, -200) < madeOn ? daysLater(dueOn, -200) : madeOn;
  for (let day = first; day <= daysLater(dueOn, TOO_LATE); day = daysLater(day, 1)) {
    const step = STEPS.find((one) => daysLater(dueOn, one) === day);
    if (step !== undefined) {
      owed.set('person', step);
      const above = ({ 7: 'champion', 14: 'officer', 28: 'monitoring_officer' } as const)[step as 7];
      if (above && day > madeOn && (above === ('champion' as Reader) || !staysInGroup)) owed.set(above, step);
    }
    if (day < madeOn || !looks(day)) continue;
    for (const reader of READERS) {
      const one = owed.get(reader);
      if (one !== undefined) said.push({ step: one, reader, on: day });
      owed.delete(reader);
    }
  }
  return said;
}

const anyAsked: fc.Arbitrary<Asked> = fc
  .record({
    dueOn: fc.integer({ min: 0, max: 700 }),
    early: fc.integer({ min: -50, max: 90 }),
    staysInGroup: fc.boolean(),
  })
  .map(({ dueOn, early, staysInGroup }) => {
    const due = daysLater('2027-01-01', dueOn);
    return { dueOn: due, madeOn: daysLater(due, -early), staysInGroup };
  });

describe('whoever looks, and however seldom', () => {
  it('says what somebody says who looks at the calendar day by day', () => {
    fc.assert(
      fc.property(anyAsked, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (one, week) => {
        const looks = (day: Day) => week[new Date(day).getUTCDay()]!;
        const said: (Said & { on: Day })[] = [];
        let next: Day | null = one.madeOn;
        for (let day = one.madeOn; day <= daysLater(one.dueOn, TOO_LATE + 5); day = daysLater(day, 1)) {
          if (!looks(day) || next === null || next > day) continue;
          said.push(...toSay(one, said, day).map((rung) => ({ ...rung, on: day })));
          next = nextDay(one, said, day);
        }
        expect(said).toEqual(dayByDay(one, looks));
      }),
      { seed: Number(process.env['SEED']), numRuns: 20 },
    );
  });

  it('says nothing twice', () => {
    fc.assert(
      fc.property(anyAsked, fc.integer({ min: 0, max: 100 }), (one, later) => {
        const today = daysLater(one.madeOn, later);
        expect(toSay(one, toSay(one, [], today), today)).toEqual([]);
      }),
      { seed: Number(process.env['SEED']) },
    );
  });
});
