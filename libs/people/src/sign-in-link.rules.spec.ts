import { linkState, mayPostLink } from './sign-in-link.rules';

const asked = new Date('2026-11-22T14:32:00Z');
const link = { expiresAt: new Date('2026-11-22T14:47:00Z'), usedAt: null, tries: 0 };

describe('a sign-in link', () => {
  it('works for fifteen minutes', () => {
    expect(linkState(link, asked)).toBe('ready');
    expect(linkState(link, new Date('2026-11-22T14:46:59Z'))).toBe('ready');
    expect(linkState(link, new Date('2026-11-22T14:47:00Z'))).toBe('expired');
  });

  it('works once', () => {
    expect(linkState({ ...link, usedAt: asked }, asked)).toBe('used');
  });

  it('is dead after five wrong codes', () => {
    expect(linkState({ ...link, tries: 4 }, asked)).toBe('ready');
    expect(linkState({ ...link, tries: 5 }, asked)).toBe('too many wrong codes');
  });

  it('is posted five times to one account from one address, and twenty times in all', () => {
    expect(mayPostLink({ byAddressAndAccount: 4, byAccount: 4 })).toBe(true);
    expect(mayPostLink({ byAddressAndAccount: 5, byAccount: 5 })).toBe(false);
    expect(mayPostLink({ byAddressAndAccount: 0, byAccount: 20 })).toBe(false);
  });
});
