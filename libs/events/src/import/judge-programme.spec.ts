import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpreadsheet } from '@induct/platform';
import fc from 'fast-check';
import { answers } from './answer';
import type { CalendarNow } from './calendar-now';
import { fileRows } from './file-rows';
import { type AnsweredRow, judgeProgramme } from './judge-programme';

const NOTHING: CalendarNow = {
  today: '2017-03-01',
  members: 81,
  planned: [],
  events: [],
  fixed: [],
  bodies: [],
  topics: [],
};
const poll = (on: string, title: string) => ({ on, kind: 'poll' as const, title });

async function rowsOf(file: Buffer | string): Promise<AnsweredRow[]> {
  const { rows } = fileRows(await readSpreadsheet(Buffer.from(file)));
  return rows.map((row) => ({ ...row, mended: {}, isLeftOut: false, kept: [] }));
}
const judged = async (text: string, calendar: Partial<CalendarNow> = {}) =>
  judgeProgramme(await rowsOf(text), '2017-05', { ...NOTHING, ...calendar });
/** `7: what is said`, of every row about which something is. */
const saidOf = ({ rows }: ReturnType<typeof judgeProgramme>) =>
  rows.flatMap(({ number, remarks }) => remarks.map(({ says }) => `${number}: ${says}`));

describe('the programme of May 2017 to April 2018', () => {
  let rows: AnsweredRow[];
  beforeAll(async () => {
    rows = await rowsOf(readFileSync(join(__dirname, '../../../../content/programme/programme-2017-18.csv')));
  });
  const judge = (calendar: Partial<CalendarNow> = {}, some = rows) =>
    judgeProgramme(some, '2017-05', { ...NOTHING, ...calendar });

  const FAULTS = [
    '35: Tuesday 21 November 2017 has the title of number 1 of “Commissioning”, and comes after number 2: 1 again, or 3? Number 3 has no date. Only with it number 1 has its 4 sessions.',
    ...['7 March', '14 March', '21 March', '28 March', '4 April', '11 April', '18 April', '25 April'].map(
      (day, at) => `${47 + at}: ${day} 2018 is a Wednesday; it was a Tuesday in 2017: copied from last year?`,
    ),
    '55: 4 sessions of 20 places are 80 places for 81 members.',
    '56: “13.15 – 4.15” is taken to end at 16:15. Its dates say 09:30 to 12:30, 13:30 to 16:30.',
    '56: 4 sessions are promised; 2 have dates.',
    '57: 4 sessions are promised; none has a date.',
    '60: “17 Mav” is taken for Wednesday 17 May 2017.',
    '65: Wednesday 7 June 2017 has “Training for the planning committee” (row 10), too.',
  ];

  it('has 56 sessions on 47 days, one of them fixed, and ten days for talks beside them', () => {
    const { rows: all, plan } = judge();
    const isTalk = ({ title }: { title: string }) => title.startsWith('One-to-one talk');
    const programme = all.filter((row) => row.day !== null && !isTalk(row));
    const count = (of: (row: (typeof all)[number]) => boolean) => programme.filter(of).length;
    expect([
      new Set(programme.map(({ day }) => day)).size,
      programme.reduce((sum, { sessions }) => sum + sessions, 0) + plan.fixed.length,
      all.filter(isTalk).length,
      count(({ becomes }) => becomes === 'hold'),
      count(({ title, times }) => title !== '' && times === ''),
      count(({ says }) => says.includes('no end yet')),
      count(({ says }) => says.includes('a question mark')),
    ]).toEqual([47, 56, 10, 14, 9, 1, 1]);
    expect([plan.sessions.length, plan.fixed]).toEqual([
      65,
      [{ at: 5, on: '2017-05-25', kind: 'meeting', title: 'Annual meeting of the council' }],
    ]);
  });

  it('is imported with exactly the faults that it has', () => {
    expect(saidOf(judge())).toEqual(FAULTS);
    expect(judge().says).toEqual([]);
    expect(judge().rows.filter(({ becomes }) => becomes === 'mend')).toEqual([]);
  });

  it('is past as a whole, which is said once', () => {
    expect(judge({ today: '2026-11-29' }).says).toEqual(['Every date of it is past.']);
    expect(saidOf(judge({ today: '2026-11-29' }))).toEqual(FAULTS);
    expect(judge({ today: '2018-04-25' }).says).toEqual([]);
  });

  it('has a day for talks on the day of a general election, once that is known', () => {
    const found = saidOf(judge({ fixed: [poll('2017-06-08', 'General election')] }));
    expect(found.filter((one) => !FAULTS.includes(one))).toEqual([
      '66: Thursday 8 June 2017 is the day of a poll: General election.',
    ]);
  });

  it('has five rows in the period before the poll of the districts, once that is known', () => {
    const found = saidOf(judge({ fixed: [poll('2018-05-03', 'Elections of the districts')] }));
    expect(found.filter((one) => !FAULTS.includes(one))).toEqual(
      ['Wednesday 28 March', 'Wednesday 4 April', 'Wednesday 11 April', 'Wednesday 18 April', 'Wednesday 25 April'].map(
        (day, at) =>
          `${50 + at}: ${day} 2018 is in the period before the poll of Thursday 3 May 2018 (Elections of the districts), which begins on Tuesday 27 March 2018.`,
      ),
    );
  });

  it('is mended by pressing: eight days at once, the workshop that was meant, one place more', () => {
    let now = rows;
    const press = (at: number, sort: string, remedy: string, everywhere = false) => {
      const shown = judge({}, now);
      const remark = shown.rows[at]!.remarks.find(({ key }) => key.startsWith(sort))!.key;
      const changed = answers(now, shown, { at, remark, remedy, everywhere });
      now = now.map((row, nth) => changed.find((one) => one.at === nth)?.row ?? row);
      return changed.length;
    };
    expect(press(45, 'weekday', 'nearest', true)).toBe(8);
    expect(press(33, 'series', 'other')).toBe(1);
    // Now the first workshop has two sessions, and the third has two.
    expect(saidOf(judge({}, now)).filter((one) => one.includes('promised'))).toEqual(
      [55, 56, 57].map((number) => `${number}: 4 sessions are promised; 2 have dates.`),
    );
    press(53, 'places', 'enough');
    press(53, 'promised', 'keep', true);
    press(54, 'times', 'table');
    expect(press(58, 'month', 'date')).toBe(1);
    press(63, 'clash', 'leave-out');
    const done = judge({}, now);
    expect(saidOf(done)).toEqual([
      '57: “13.15 – 4.15” is taken to end at 16:15. Its dates say 09:30 to 12:30, 13:30 to 16:30.',
    ]);
    expect(done.rows[45]).toMatchObject({ day: '2018-03-06', before: { date: 'Tuesday 7 March' } });
    expect(done.plan.sessions.filter(({ folded }) => folded?.includes('third workshop'))).toHaveLength(2);
    expect(done.plan.sessions).toHaveLength(64);
    const first = done.plan.sessions.find(({ folded }) => folded === 'commissioning first workshop')!;
    expect(first.plan.pools).toEqual([{ seat: 'room', audience: 'any', places: 21, opensToAllOn: null }]);
  });
});

describe('a row', () => {
  const HEAD = 'Date;Time;Title;Format;Place;Topics;For';

  it('without a date is on the date above, and waits when that cannot be read', async () => {
    const text = `${HEAD}\n8 May;9am to 1pm;One;;Hall\n;2pm to 4pm;Two;;Hall\n31 June;;Three\n;2pm;Four`;
    const { rows } = await judged(text);
    expect(rows.map(({ day, becomes }) => [day, becomes])).toEqual([
      ['2017-05-08', 'confirmed'],
      ['2017-05-08', 'confirmed'],
      [null, 'mend'],
      [null, 'mend'],
    ]);
    expect(rows[2]!.remarks[0]!.remedies.map((one) => one.text)).toEqual([
      'It is Friday 30 June 2017',
      'It is Saturday 1 July 2017',
      'Its date is to be confirmed',
      'Leave the row out',
    ]);
    expect(rows[3]!.remarks[0]!.says).toContain('the row above, which cannot be read');
  });

  it('with two times is one session of two parts, or two sessions of half a day', async () => {
    const { plan } = await judged(
      `${HEAD}\n8 May;9am to 1pm 2pm to 4pm;Long\n9 May;9am to 1pm 2pm to 4pm;Twice (2 x half day)`,
    );
    expect(plan.sessions.map(({ folded, plan: { parts } }) => [folded, parts.map(({ from }) => from)])).toEqual([
      ['long', ['09:00', '14:00']],
      ['twice', ['09:00']],
      ['twice', ['14:00']],
    ]);
  });

  it.each([
    ['Commissioning (Ann Lee – 2 x half day workshop)', 'Commissioning (Ann Lee)'],
    ['Commissioning (2 half day workshops, Ann Lee)', 'Commissioning (Ann Lee)'],
    ['Commissioning – Contracts (2 x half day)', 'Commissioning – Contracts'],
    ['Commissioning, 2 x half day', 'Commissioning'],
  ])('is called what is left of “%s” without the half days', async (written, title) => {
    const { rows } = await judged(`${HEAD}\n8 May;9.30am to 12.30pm 1.30pm to 4.30pm;${written}`);
    expect([rows[0]!.title, rows[0]!.sessions]).toEqual([title, 2]);
  });

  it('of which the title is a description is called by its beginning, by a press', async () => {
    const long = 'councillors ask, '.repeat(12);
    const { rows } = await judged(`${HEAD}\n8 May;;A showcase - This will include what ${long}`);
    expect(rows[0]!.remarks[0]!.remedies[0]).toEqual({
      key: 'shorter',
      text: 'Call it “A showcase”, and say the rest of what it is about',
      cells: { title: 'A showcase', about: `This will include what ${long}`.trim() },
    });
  });

  it.each([
    ['8 May;25.00pm;One', 'There is no time “25.00pm”.'],
    ['8 May;2pm to 1pm;One', '“2pm to 1pm” ends before it begins.'],
    ['8 May;2pm 9am;One', '09:00 is before what stands before it has ended.'],
    ['29 February 2018;;One', 'There is no 29 February 2018.'],
    ['25 March 2018;1.30am;One', 'The clocks change in that hour: its time comes twice or not at all.'],
    ['8 May;;=HYPERLINK(1)', '“Title” holds a formula or an error: write what it shows.'],
    [`8 May;;${'x'.repeat(201)}`, '“Title” is longer than 200 characters: shorten it.'],
    [';;One', 'It has no date, and there is none above it.'],
    ['tbc;2pm', 'It says neither when nor what.'],
  ])('%s is not imported before it is mended', async (row, says) => {
    const { rows, plan } = await judged(`${HEAD}\n${row}`);
    expect([rows[0]!.becomes, rows[0]!.remarks.map((one) => one.says), plan.sessions]).toEqual(['mend', [says], []]);
  });

  it.each([
    ['29 May;9am to 1pm;One', 'Monday 29 May 2017 is a bank holiday: Spring bank holiday.'],
    ['Friday 8 May;9am to 1pm;One', '8 May 2017 is a Monday, not a Friday.'],
    ['8 May;9am to 1pm;One;;;Gardening', '“Gardening”: no requirement is called so.'],
    [
      '8 May;9am to 1pm;One;;;;Members of the parish',
      'There is no “Members of the parish” among the council’s bodies.',
    ],
    [
      '8 May;9am to 12pm, 1pm to 3pm, 4pm to 5pm;One;2 x half day',
      '2 are announced, and there are 3 times. It is taken for one session.',
    ],
  ])('%s may stay, and is asked about', async (row, says) => {
    const { rows, plan } = await judged(`${HEAD}\n${row}`);
    expect([rows[0]!.remarks.map((one) => one.says), plan.sessions.length]).toEqual([[says], 1]);
  });

  it('may be to be confirmed, may have topics by any name, and be for a body', async () => {
    const topics = [{ slug: 'code-of-conduct', title: 'The code of conduct' }];
    const bodies = [{ id: 'a-body', name: 'Planning Committee' }];
    const text = `${HEAD}\ntbc;2pm;One\n8 May;9am to 1pm;Two;;Hall;The code of conduct;members of the planning committee`;
    const { plan, rows } = await judged(text, { topics, bodies });
    expect(rows.map(({ says }) => says)).toEqual([
      'Provisional: its date is to be confirmed, no end yet, no place yet',
      'Confirmed',
    ]);
    expect(plan.sessions[1]!.plan.parts[0]!.topics).toEqual(['code-of-conduct']);
    expect(plan.events[1]).toMatchObject({ described: { audience: 'body', bodyId: 'a-body' } });
  });

  it('takes what to bring, however the column is headed', async () => {
    for (const head of ['To bring', 'Please bring', 'What to bring']) {
      const { plan } = await judged(`Date,Time,Title,Place,${head}\n8 June,2pm to 3pm,Chairing,Hall,An agenda\n`);
      expect(plan.events).toMatchObject([{ described: { title: 'Chairing', bring: 'An agenda' } }]);
    }
  });

  it('that is planned already is recognised, and nothing is asked about it', async () => {
    const planned = [{ title: 'One', on: '2017-05-29', times: [{ from: '09:00', to: '13:00' }] }];
    const text = `${HEAD}\n29 May;9am to 1pm, 2pm to 4pm;ONE;2 x half day\n29 May;9am to 1pm;One`;
    const { rows, plan } = await judged(text, { planned });
    expect(rows.map(({ becomes, sessions }) => [becomes, sessions])).toEqual([
      ['provisional', 1],
      ['planned', 0],
    ]);
    expect(plan.sessions.map(({ plan: { parts } }) => parts[0]!.from)).toEqual(['14:00']);
    expect(rows[1]!.remarks).toEqual([]);
  });

  it('is never lost, whatever stands in it', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('8 May', 'tbc', '?', '2pm', '31 June', '2 x half day', '9.30am to 1pm 2pm', '=1'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ date: cell, time: cell, title: cell, format: cell }), { maxLength: 12 }),
        async (cells) => {
          const file = cells.map((one, number) => ({ number, cells: one, mended: {}, isLeftOut: false, kept: [] }));
          const { rows, plan } = await Promise.resolve(judgeProgramme(file, '2017-05', NOTHING));
          expect(rows).toHaveLength(cells.length);
          const going = rows.filter(({ sessions }) => sessions > 0).map(({ at }) => at);
          expect([...new Set(plan.sessions.map(({ at }) => at))]).toEqual(going);
        },
      ),
    );
  });
});
