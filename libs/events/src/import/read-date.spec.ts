import fc from 'fast-check';
import { isOpen, readDate } from './read-date';

describe('a date as people write it', () => {
  it.each([
    ['Monday 8 May', '2017-05-08', 1],
    ['8 May 2017', '2017-05-08', null],
    ['Mon, 8th of May 2017', '2017-05-08', 1],
    ['08/05/2017', '2017-05-08', null],
    ['8/5', '2017-05-08', null],
    ['May 8', '2017-05-08', null],
    ['2017-05-08', '2017-05-08', null],
    ['42863', '2017-05-08', null],
    ['Tuesday 3 October –', '2017-10-03', 2],
    ['Tuesday 9 January - ', '2018-01-09', 2],
    ['9 January?', '2018-01-09', null],
    ['Tues 30 April', '2018-04-30', 2],
    ['Tuseday 12 Sept', '2017-09-12', 2],
    ['March 7', '2018-03-07', null],
    ['Tuesday 29 February 2028', '2028-02-29', 2],
  ])('%s: %s', (text, day, weekday) => {
    expect(readDate(text, '2017-05')).toEqual({ day, weekday });
  });

  it('has the month whose name is nearest, and says which word that was', () => {
    expect(readDate('17 Mav', '2017-05')).toEqual({ day: '2017-05-17', weekday: null, taken: 'Mav' });
    expect(readDate('5 Setpember', '2017-05')).toMatchObject({ day: '2017-09-05', taken: 'Setpember' });
    // March and May are as near.
    expect(readDate('5 Ma', '2017-05')).toMatchObject({ problem: expect.stringContaining('no date') });
  });

  it.each([
    ['29 February 2018', 'There is no 29 February 2018', ['2018-02-28', '2018-03-01']],
    ['Thursday 29 February', 'There is no 29 February 2018', ['2018-02-28', '2018-03-01']],
    ['31 June', 'There is no 31 June 2017', ['2017-06-30', '2017-07-01']],
    ['8/5/17', 'The year of “8/5/17” is not written with four figures', ['2017-05-08']],
    ['8 May 17', 'The year of “8 May 17” is not written with four figures', ['2017-05-08']],
    ['99 May', 'There is no 99 May 2017', []],
    ['8/13', 'is no date', []],
    ['in the spring', 'is no day that can be read', []],
    ['8 Foo', 'is no date', []],
    ['8 May 0017', 'cannot be right', []],
  ])('that there is not, %s, is refused', (text, problem, days) => {
    expect(readDate(text, '2017-05')).toEqual({ problem: expect.stringContaining(problem), days });
  });

  it('needs the first month of the programme when it has no year', () => {
    expect(readDate('8 May', null)).toMatchObject({ problem: expect.stringContaining('in which month') });
    expect(readDate('8 May 2017', null)).toMatchObject({ day: '2017-05-08' });
  });

  it('may be to be confirmed', () => {
    expect(['tbc', 'TBA', 'Date tbc', 'to be confirmed', 'tbc?'].map(isOpen)).toEqual([true, true, true, true, true]);
    expect(['', '8 May', 'the tbc'].map(isOpen)).toEqual([false, false, false]);
  });

  it('without a year is within twelve months of the first', () => {
    const month = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(month, month, fc.integer({ min: 1, max: 28 }), (from, at, day) => {
        const name = new Intl.DateTimeFormat('en-GB', { month: 'long' }).format(new Date(2017, at - 1, 1));
        const first = `2017-${String(from).padStart(2, '0')}`;
        const read = readDate(`${day} ${name}`, first);
        const found = 'day' in read ? read.day : '';
        expect([found >= `${first}-01`, found < `2018${first.slice(4)}-01`]).toEqual([true, true]);
      }),
    );
  });
});
