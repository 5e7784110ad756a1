import { codeTyped, linkState, mayTypeCode, nextLetterAt } from './sign-in-link.rules';

const asked = new Date('2026-11-22T14:32:00Z');
const link = { expiresAt: new Date('2026-11-22T14:47:00Z'), usedAt: null };
const minutesAfter = (minutes: number) => new Date(asked.getTime() + minutes * 60_000);

describe('a sign-in link', () => {
  it('works for fifteen minutes', () => {
    expect(linkState(link, asked)).toBe('ready');
    expect(linkState(link, new Date('2026-11-22T14:46:59Z'))).toBe('ready');
    expect(linkState(link, new Date('2026-11-22T14:47:00Z'))).toBe('expired');
  });

  it('works once', () => {
    expect(linkState({ ...link, usedAt: asked }, asked)).toBe('used');
  });
});

describe('a code', () => {
  it('may be typed wrongly five times by one sender, whatever others type, up to a thousand times', () => {
    expect(mayTypeCode({ ofSender: 4, ofAll: 999 })).toBe(true);
    expect(mayTypeCode({ ofSender: 5, ofAll: 5 })).toBe(false);
    expect(mayTypeCode({ ofSender: 0, ofAll: 1000 })).toBe(false);
  });

  it('has eight digits, with whatever people type between them; anything else is no guess', () => {
    expect(codeTyped(' 1234 5678')).toBe('12345678');
    expect(codeTyped('1234-5678')).toBe('12345678');
    for (const text of [undefined, '', '   ', '1234567', '123456789', 'abcdefgh'])
      expect(codeTyped(text)).toBeUndefined();
  });
});

describe('letters', () => {
  const asks = (count: number, here: boolean) =>
    Array.from({ length: count }, (_, nth) => ({ at: minutesAfter(nth / 10), here }));

  it('may be asked for five times from one network, and twenty times in all', () => {
    expect(nextLetterAt([])).toBeUndefined();
    expect(nextLetterAt(asks(4, true))).toBeUndefined();
    expect(nextLetterAt(asks(19, false))).toBeUndefined();
    expect(nextLetterAt([...asks(15, false), ...asks(4, true)])).toBeUndefined();
  });

  it('may be asked for again when the oldest of the last ones is a quarter of an hour old', () => {
    expect(nextLetterAt(asks(5, true))).toEqual(minutesAfter(15));
    expect(nextLetterAt(asks(6, true))).toEqual(minutesAfter(15.1));
    expect(nextLetterAt(asks(20, false))).toEqual(minutesAfter(15));
  });
});
