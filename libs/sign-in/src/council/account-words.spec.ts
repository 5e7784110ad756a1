import { accountWords, claimedEmail } from './account-words';

describe('what a council account is called', () => {
  it.each([
    [{ name: 'Amara', preferred_username: 'amara@northmoor.example' }, 'Amara (amara@northmoor.example)'],
    [{ name: 'Amara', email: 'a@northmoor.example' }, 'Amara (a@northmoor.example)'],
    [{ preferred_username: 'amara' }, 'amara'],
    [{ name: 'amara', preferred_username: 'amara' }, 'amara'],
    [{ name: 7, email: null }, 'An account without a name'],
    [{ name: 'Two\r\nlines\u202e and\u2028more' }, 'Two lines and more'],
  ])('%j', (claims, words) => {
    expect(accountWords(claims)).toBe(words);
  });

  it('is not longer than a line of a letter', () => {
    expect(accountWords({ name: 'x'.repeat(5000) })).toHaveLength(200);
  });
});

it('finds the address that a council says, wherever it says it', () => {
  expect(claimedEmail({ email: 'a@b.example', preferred_username: 'c@d.example' })).toBe('a@b.example');
  expect(claimedEmail({ email: 'none', preferred_username: 'c@d.example' })).toBe('c@d.example');
  expect(claimedEmail({ email: `${'x'.repeat(300)}@b.example`, upn: ['a@b.example'] })).toBeNull();
});
