import { writtenDay } from './written-day';

describe('a day', () => {
  it.each([
    ['8 May 2017', '2017-05-08'],
    ['08/05/2017', '2017-05-08'],
    ['8.5.2017', '2017-05-08'],
    ['08-05-2017', '2017-05-08'],
    ['2017-05-08', '2017-05-08'],
    ['2017-05-08T00:00:00', '2017-05-08'],
    ['08/05/2017 00:00', '2017-05-08'],
    ['Monday 8th of May, 2017', '2017-05-08'],
    ['Mon, 8 May 2017', '2017-05-08'],
    ['8-May-2017', '2017-05-08'],
    ['1 Sept. 2023', '2023-09-01'],
    ['8 Mai 2017', '2017-05-08'],
    ['42863', '2017-05-08'],
    ['42863.5', '2017-05-08'],
    ['29 February 2024', '2024-02-29'],
    ['31/12/1999', '1999-12-31'],
  ])('is read as a council types it: %s', (typed, day) => {
    expect(writtenDay(typed)).toEqual({ day });
  });

  it.each([
    ['29 February 2023', 'no day that there is'],
    ['31/04/2017', 'no day that there is'],
    ['08/05/17', 'a year of two digits. Write all four, like 08/05/2017'],
    ['8 May 17', 'a year of two digits'],
    ['05/13/2017', 'no month 13. Write the day first'],
    ['8 Maybe 2017', 'no day that there is'],
    ['May 2017', 'no day that can be read'],
    ['last Tuesday', 'no day that can be read. Write it like 8 May 2017'],
    ['08/05/0217', 'Correct the year'],
    ['=TODAY()', 'no day that can be read'],
  ])('is refused in words: %s', (typed, words) => {
    expect(writtenDay(typed)).toEqual({ problem: expect.stringContaining(words) });
  });
});
