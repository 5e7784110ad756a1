import { type CameIn, isProofEnough, type Proof, type ProofAsked, proofMissing } from './proof.rules';
import { strengthOf, type Way, WAYS } from './sign-in-way';

const now = new Date('2026-11-22T14:32:00Z');
const came = (way: Way, minutesAgo = 0): CameIn => ({ way, at: new Date(now.getTime() - minutesAgo * 60_000) });
const asked = (declared: Proof | undefined, more: Partial<ProofAsked> = {}): ProofAsked => ({
  declared,
  permissions: ['signed-in'],
  asksForFresh: true,
  asksForKey: false,
  ...more,
});
const waysFor = (declared: Proof | undefined, minutesAgo = 0, more: Partial<ProofAsked> = {}) =>
  WAYS.filter((way) => isProofEnough(asked(declared, more), came(way, minutesAgo), now));

describe('how somebody came in', () => {
  it('is as strong as what it shows', () => {
    expect(WAYS.map((way) => [way, strengthOf(way)])).toEqual([
      ['letter', 2],
      ['passkey', 3],
      ['council', 3],
      ['persona', 2],
      ['device', 1],
      ['first administrator', 2],
    ]);
  });
});

describe('a route', () => {
  const STRONG = WAYS.filter((way) => way !== 'device');

  it('that says nothing asks for more than a remembered device', () => {
    expect(waysFor(undefined)).toEqual(STRONG);
    expect(waysFor('strong')).toEqual(STRONG);
  });

  it('takes a strong proof for twelve hours', () => {
    expect(waysFor('strong', 719)).toEqual(STRONG);
    expect(waysFor('strong', 720)).toEqual([]);
  });

  it('takes a remembered device where it says that any proof does', () => {
    expect(waysFor('any', 719)).toEqual(WAYS);
  });

  it('asks for a letter or a passkey of the last quarter of an hour where it can hurt, when the council wants that', () => {
    const fresh = STRONG.filter((way) => way !== 'council');
    expect(waysFor('fresh', 14.9)).toEqual(fresh);
    expect(waysFor('fresh', 15)).toEqual([]);
    expect(waysFor('fresh', 15, { asksForFresh: false })).toEqual(STRONG);
  });

  it('of the desk takes no letter when the council wants that; what others use too does', () => {
    const key = { asksForKey: true, permissions: ['officer', 'auditor'] as const };
    expect(waysFor(undefined, 719, key)).toEqual(['passkey', 'council']);
    expect(waysFor(undefined, 720, key)).toEqual([]);
    expect(waysFor('fresh', 14.9, key)).toEqual(['passkey']);
    expect(waysFor('fresh', 15, { ...key, asksForFresh: false })).toEqual(['passkey', 'council']);
    expect(waysFor('any', 0, key)).toEqual(WAYS);
    for (const permissions of [['officer', 'tester'], ['signed-in']] as const)
      expect(waysFor(undefined, 0, { ...key, permissions })).toEqual(STRONG);
  });

  it('says what is missing', () => {
    const missing = (declared: Proof, more: Partial<ProofAsked>) =>
      proofMissing(asked(declared, { permissions: ['officer'], ...more }), came('device'), now);
    expect(missing('strong', {})).toBe('strong');
    expect(missing('strong', { asksForKey: true })).toBe('key');
    expect(missing('fresh', {})).toBe('fresh');
    expect(missing('fresh', { asksForKey: true })).toBe('fresh key');
    expect(missing('any', { asksForKey: true })).toBeUndefined();
  });

  it('that is open to everybody asks for nothing, whoever comes', () => {
    for (const permission of ['public', 'launch-token'] as const) {
      expect(isProofEnough(asked('fresh', { permissions: [permission] }), undefined, now)).toBe(true);
      expect(waysFor('fresh', 300, { permissions: [permission] })).toEqual(WAYS);
    }
    expect(isProofEnough(asked(undefined), undefined, now)).toBe(false);
  });
});
