import { createSecretKey } from 'node:crypto';
import { FORM_COOKIE_LIVES, type FormCookie, readFormCookie, writeFormCookie } from './form-cookie';
import { seal, unseal } from './sealed-form';

const key = createSecretKey(Buffer.alloc(32, 7));
const cookie: FormCookie = {
  secret: 'A'.repeat(43),
  personId: '0195c0de-0000-7000-8000-000000000001',
  issuedAt: 1_795_000_000,
  keeps: false,
};
const at = (seconds: number) => new Date((cookie.issuedAt + seconds) * 1000);

describe('the cookie of a browser that may keep a form', () => {
  it('is read as it was written, for as long as a sign-in may last', () => {
    expect(readFormCookie(key, writeFormCookie(key, cookie), at(FORM_COOKIE_LIVES))).toEqual(cookie);
    expect(readFormCookie(key, writeFormCookie(key, { ...cookie, keeps: true }), at(0))?.keeps).toBe(true);
    expect(readFormCookie(key, writeFormCookie(key, cookie), at(FORM_COOKIE_LIVES + 1))).toBeUndefined();
  });

  it('names nobody whom we did not put into it', () => {
    const written = writeFormCookie(key, cookie);
    const other = written.replace(cookie.personId, '0195c0de-0000-7000-8000-000000000002');
    for (const forged of [
      undefined,
      '',
      'x',
      other,
      written.replace('A', 'B'),
      writeFormCookie(createSecretKey(Buffer.alloc(32)), cookie),
    ])
      expect(readFormCookie(key, forged, at(0))).toBeUndefined();
  });
});

describe('a kept form', () => {
  const iv = Buffer.alloc(12, 1);
  const sealed = seal('What I typed: “Siân”', cookie.secret, cookie.personId, iv);

  it('opens in its browser for its person', () => {
    expect(unseal(sealed, cookie.secret, cookie.personId)).toBe('What I typed: “Siân”');
    expect(sealed.includes(Buffer.from('typed'))).toBe(false);
  });

  it('opens in no other browser, for nobody else, and not changed', () => {
    expect(unseal(sealed, 'B'.repeat(43), cookie.personId)).toBeUndefined();
    expect(unseal(sealed, cookie.secret, '0195c0de-0000-7000-8000-000000000002')).toBeUndefined();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(unseal(changed, cookie.secret, cookie.personId)).toBeUndefined();
    expect(unseal(Buffer.alloc(3), cookie.secret, cookie.personId)).toBeUndefined();
  });
});
