import { readingMinutes } from './reading-time.mjs';

describe('the reading time of a screen', () => {
  const words = (count: number) => 'word '.repeat(count);

  it('is a minute for 238 words, however they are marked up, and half a minute on top for a check', () => {
    expect(readingMinutes(`<p class="a b c">${words(238)}</p>`, 0)).toBe(1);
    expect(readingMinutes(words(238), 1)).toBe(1.5);
  });

  it('counts the list beside each item of a matching question once', () => {
    const list = `<select><option value="">${words(17)}</option><option value="a">${words(17)}</option></select>`;
    expect(readingMinutes(list.repeat(4), 0)).toBeCloseTo(34 / 238, 5);
  });
});
