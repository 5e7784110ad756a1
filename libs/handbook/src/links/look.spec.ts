import { isBroken } from '../library/link-state';
import { afterLook, areWeCutOff, lookOfError, lookOfStatus } from './look';
import { isPublicAddress } from './public-address';

describe('a public address', () => {
  it.each(['93.184.216.34', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(
    `0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.168.1.1 198.18.0.1 203.0.113.5 224.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:93.184.216.34 64:ff9b::7f00:1 fe80::1 fc00::1 fd12::1 ff02::1 2001:db8::1 2002:7f00:1:: 2001:0:1::1 localhost 127.1`.split(
      ' ',
    ),
  )('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a look', () => {
  it.each([
    [200, 'works'],
    [204, 'works'],
    [401, 'needs_sign_in'],
    [403, 'needs_sign_in'],
    [404, 'fails'],
    [410, 'fails'],
    [405, 'unsure'],
    [429, 'unsure'],
    [500, 'fails'],
    [503, 'fails'],
  ])('at a server that answers %i: %s', (status, outcome) => {
    expect(lookOfStatus(status).outcome).toBe(outcome);
  });

  it.each([
    ['ENOTFOUND', 'fails', 'no-name'],
    ['ECONNREFUSED', 'fails', 'no-answer'],
    ['CERT_HAS_EXPIRED', 'fails', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unsure', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unsure', 'certificate'],
  ])('that ends with %s: %s, %s', (code, outcome, why) => {
    expect(lookOfError(Object.assign(new Error(code), { code }))).toEqual({ outcome, why, status: null });
  });
});

describe('an address', () => {
  const url = 'https://a.example/';
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const fails = { outcome: 'fails', why: 'status', status: 404 } as const;
  const works = { outcome: 'works', why: null, status: 200 } as const;

  it('is looked at once a week, and daily when it fails', () => {
    expect(afterLook(url, works, { before: null, now: at(1) }).nextAt).toEqual(at(8));
    expect(afterLook(url, fails, { before: null, now: at(1) }).nextAt).toEqual(at(2));
  });

  it('is broken once it has failed for three days, and no more as soon as it answers', () => {
    const first = afterLook(url, fails, { before: null, now: at(1) });
    const later = (day: number) => afterLook(url, fails, { before: first.failingSince, now: at(day) });
    expect([first, later(2), later(3), later(4)].map(isBroken)).toEqual([false, false, false, true]);
    expect(afterLook(url, works, { before: first.failingSince, now: at(5) }).failingSince).toBeNull();
  });

  it('is not held to be broken when nothing at all can be reached: then we are cut off', () => {
    const away = { outcome: 'fails', why: 'no-name', status: null } as const;
    const of = (host: string, look: typeof away | typeof fails) => ({ url: `https://${host}/`, look });
    expect(areWeCutOff([of('a.example', away), of('b.example', away)])).toBe(true);
    expect(areWeCutOff([of('a.example', away), of('b.example', fails)])).toBe(false);
    expect(areWeCutOff([of('a.example', away), of('a.example', away)])).toBe(false);
    expect(areWeCutOff([])).toBe(false);
  });
});
