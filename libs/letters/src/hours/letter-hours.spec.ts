import { areLetterHours, nextLetterHours } from './letter-hours';

describe('letters go out', () => {
  it.each([
    ['on a Friday at eight in winter', '2026-11-27T08:00:00Z', true],
    ['a moment before eight', '2026-11-27T07:59:59Z', false],
    ['a moment before six', '2026-11-27T17:59:59Z', true],
    ['at six', '2026-11-27T18:00:00Z', false],
    ['on a Saturday', '2026-11-28T12:00:00Z', false],
    ['on a Sunday', '2026-11-29T12:00:00Z', false],
    ['at eight in summer, which is seven elsewhere', '2026-07-01T07:00:00Z', true],
    ['a moment before eight in summer', '2026-07-01T06:59:59Z', false],
    ['at six in summer', '2026-07-01T17:00:00Z', false],
    ['late on a Sunday in summer, when it is Monday nowhere yet', '2026-07-05T22:59:59Z', false],
    ['on the Monday after clocks went forward', '2026-03-30T07:00:00Z', true],
    ['on the Monday after clocks went back', '2026-10-26T07:30:00Z', false],
    ['on a bank holiday', '2026-05-04T12:00:00Z', false],
    ['on Good Friday', '2026-04-03T12:00:00Z', false],
    ['the day before Christmas Eve', '2026-12-23T12:00:00Z', true],
    ['on Christmas Eve', '2026-12-24T12:00:00Z', false],
    ['between the years', '2026-12-30T12:00:00Z', false],
    ['on the first working day of the year', '2027-01-04T12:00:00Z', true],
  ])('%s: %s', (_, moment, goOut) => {
    expect(areLetterHours(new Date(moment))).toBe(goOut);
  });
});

describe('the next hours of letters begin', () => {
  it.each([
    ['at once, within them', '2026-11-27T10:30:00Z', '2026-11-27T10:30:00Z'],
    ['at eight, before it', '2026-11-27T05:00:00Z', '2026-11-27T08:00:00Z'],
    ['on Monday, after six on a Friday', '2026-11-27T18:00:00Z', '2026-11-30T08:00:00Z'],
    ['on Monday at the new eight, when clocks go forward', '2026-03-27T20:00:00Z', '2026-03-30T07:00:00Z'],
    ['in the new year, from Christmas Eve on', '2026-12-24T09:00:00Z', '2027-01-04T08:00:00Z'],
  ])('%s: %s', (_, now, then) => {
    expect(nextLetterHours(new Date(now))).toEqual(new Date(then));
  });
});
