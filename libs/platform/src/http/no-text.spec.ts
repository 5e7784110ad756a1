import { holdsNoText, mustBeText, NoText } from './no-text';

describe('what cannot be kept as text', () => {
  it.each([
    ['NUL', 'a\0b'],
    ['the first half of a pair', 'a\ud83d'],
    ['the second half', '\ude00b'],
    ['halves the wrong way round', '\ude00\ud83d'],
    ['a name of a property', { 'a\0': 1 }],
    ['something deep', { a: [{ b: ['\ud800'] }] }],
  ])('is %s', (_, value) => {
    expect(holdsNoText(value)).toBe(true);
    expect(() => mustBeText(value)).toThrow(NoText);
  });

  it.each([['Siân 😀 المجلس'], [null], [undefined], [7], [{ a: ['b', { c: 'line\r\n\t' }] }], [Buffer.from([0])]])(
    'is not %j',
    (value) => {
      expect(holdsNoText(value)).toBe(false);
    },
  );

  it('is what is nested without an end', () => {
    let value: unknown = 'a';
    for (let i = 0; i < 5000; i++) value = [value];
    expect(holdsNoText(value)).toBe(true);
  });
});
