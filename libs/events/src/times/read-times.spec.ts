import fc from 'fast-check';
import { printTimes, readTimes, type Times } from './read-times';

const time = fc
  .integer({ min: 0, max: 1439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
const stretch: fc.Arbitrary<Times> = fc
  .tuple(time, fc.option(time))
  .filter(([from, to]) => to === null || from < to)
  .map(([from, to]) => ({ from, to }));

describe('times as people write them', () => {
  it.each([
    ['9.30am to 12.30pm 1.30pm to 4.30pm', '09:30 to 12:30, 13:30 to 16:30'],
    ['9am to 4pm', '09:00 to 16:00'],
    ['9.30am to 1pm 2pm to 4pm', '09:30 to 13:00, 14:00 to 16:00'],
    ['2pm', '14:00'],
    ['2pm to 3.30pm', '14:00 to 15:30'],
    ['10am to 11.30am', '10:00 to 11:30'],
    ['09.30 -12.30', '09:30 to 12:30'],
    ['09:30–13:00', '09:30 to 13:00'],
    ['1 to 4pm', '13:00 to 16:00'],
    ['10 to 4pm', '10:00 to 16:00'],
    ['12 noon to 2pm', '12:00 to 14:00'],
    ['12pm-1pm', '12:00 to 13:00'],
    ['12am to 1am', '00:00 to 01:00'],
    ['9.30 AM and 2 PM', '09:30, 14:00'],
    ['  ', ''],
  ])('%s: %s', (text, read) => {
    const known = readTimes(text);
    expect(known).toMatchObject({ doubts: [] });
    expect('times' in known && printTimes(known.times)).toBe(read);
  });

  it('take an end in the afternoon for what it must be, and say so', () => {
    expect(readTimes('13.15 – 4.15')).toEqual({
      times: [{ from: '13:15', to: '16:15' }],
      doubts: [{ piece: '13.15 – 4.15', problem: '“13.15 – 4.15” is taken to end at 16:15' }],
    });
  });

  it.each([
    ['25.00pm', 'There is no time “25.00pm”'],
    ['24:00', 'There is no time “24:00”'],
    ['9.75am', 'There is no time “9.75am”'],
    ['4pm to 2pm', '“4pm to 2pm” ends before it begins'],
    ['tbc', '“tbc” is no time'],
    ['9am to tbc', '“tbc” is no time'],
  ])('that cannot be read, %s, are named', (text, problem) => {
    expect(readTimes(text)).toMatchObject({ problem });
  });

  it('are read again as they were printed', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), (times) => {
        expect(readTimes(printTimes(times))).toEqual({ times, doubts: [] });
      }),
    );
  });
});
