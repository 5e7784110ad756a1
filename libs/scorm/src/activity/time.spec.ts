import fc from 'fast-check';
import { formatTime, parseTime } from './time';

describe('durations', () => {
  it.each([
    ['0000:00:00', 0],
    ['00:00:01.5', 150],
    ['0001:02:03.04', 372304],
    ['9999:59:59.99', 3599999999],
    ['1:2:3', 372300],
  ])('of SCORM 1.2: %s', (text, centiseconds) => {
    expect(parseTime('scorm_12', text)).toBe(centiseconds);
  });

  it.each([
    ['PT0S', 0],
    ['PT1H2M3.04S', 372304],
    ['P1DT1S', 8640100],
    ['PT90M', 540000],
    ['P1Y', 365 * 8640000],
    ['PT0H0M0S', 0],
    ['PT1.5H', 540000],
    ['PT1,5H', 540000],
    ['PT0,25S', 25],
  ])('of SCORM 2004: %s', (text, centiseconds) => {
    expect(parseTime('scorm_2004', text)).toBe(centiseconds);
  });

  it.each(['', 'P', 'PT', 'P1DT', '1:00', 'nonsense', '-0001:00:00', 'PT-1S', '00:00:00:00', 'PT1S '.repeat(3)])(
    'are undefined for %j',
    (text) => {
      expect([parseTime('scorm_12', text), parseTime('scorm_2004', text)]).toEqual([undefined, undefined]);
    },
  );

  it('come back as they went, to the hundredth of a second', () => {
    fc.assert(
      fc.property(fc.constantFrom('scorm_12', 'scorm_2004'), fc.nat(3_599_999_999), (standard, centiseconds) => {
        expect(parseTime(standard, formatTime(standard, centiseconds))).toBe(centiseconds);
      }),
    );
  });

  it('are read from anything without an error', () => {
    fc.assert(
      fc.property(fc.constantFrom('scorm_12', 'scorm_2004'), fc.string(), (standard, text) => {
        const centiseconds = parseTime(standard, text);
        expect(centiseconds === undefined || (Number.isSafeInteger(centiseconds) && centiseconds >= 0)).toBe(true);
      }),
    );
  });

  it('are never longer than the format can say', () => {
    expect(formatTime('scorm_12', Infinity)).toBe('0000:00:00');
    expect(formatTime('scorm_12', 1e12)).toBe('9999:59:59.99');
    expect(parseTime('scorm_2004', formatTime('scorm_2004', 1e12))).toBe(1e12);
  });
});
