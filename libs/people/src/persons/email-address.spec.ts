import { cleanEmail, isEmail } from './email-address';

describe('an address', () => {
  it.each([
    ['\u00a0una@northmoor.example\u200b', 'una@northmoor.example'],
    ['una.don\u00adnelly@north\u2060moor.example', 'una.donnelly@northmoor.example'],
    ['\u202auna@northmoor.example\u202c\ufeff', 'una@northmoor.example'],
    ['una@northmoor.example', 'una@northmoor.example'],
    ['sia\u0302n@northmoor.example', 'si\u00e2n@northmoor.example'],
  ])('keeps nothing that is not seen: %j', (typed, email) => {
    expect(cleanEmail(typed)).toBe(email);
  });

  it('is one with something before and behind the sign, and a point', () => {
    expect(['a@b.example', 'siân@northmoor.example'].every(isEmail)).toBe(true);
    expect(['a@b', '@b.example', 'a b@c.example', 'a@b@c.example', '<a@b.example>', ''].some(isEmail)).toBe(false);
  });
});
