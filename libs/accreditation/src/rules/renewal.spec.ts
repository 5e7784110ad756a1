import { daysLater } from '@induct/platform';
import { earned, type Has, type Version } from './earned';
import { nextPeriod, windowOpens } from './renewal';

const terms = { validityMonths: 48, renewalOpensMonths: 6, graceDays: 30 };
const last = { period: 1, awardedOn: '2024-08-31', validUntil: '2028-08-31' };

describe('what can be earned', () => {
  it('is the first award on any day, by everything that counts', () => {
    expect(nextPeriod(terms, undefined, '2026-11-22')).toEqual({ period: 1, validUntil: '2030-11-22', since: null });
    const lasting = { validityMonths: null, renewalOpensMonths: null, graceDays: 0 };
    expect(nextPeriod(lasting, undefined, '2026-11-22')).toEqual({ period: 1, validUntil: null, since: null });
  });

  it('is nothing while the window is closed, and nothing of an award without an end', () => {
    expect(windowOpens(terms, last.validUntil)).toBe('2028-02-29');
    expect(nextPeriod(terms, last, '2028-02-28')).toBeUndefined();
    expect(nextPeriod(terms, { ...last, validUntil: null }, '2050-01-01')).toBeUndefined();
    expect(nextPeriod({ ...terms, renewalOpensMonths: null }, last, '2050-01-01')).toBeUndefined();
  });

  it.each(['2028-02-29', '2028-08-31', '2028-09-30'])('follows the old last day in window and grace: %s', (day) => {
    expect(nextPeriod(terms, last, day)).toEqual({ period: 2, validUntil: '2032-08-31', since: '2028-02-29' });
  });

  it('begins anew after the grace, and still asks for what was met since the window opened', () => {
    expect(nextPeriod(terms, last, '2028-10-01')).toEqual({
      period: 2,
      validUntil: '2032-10-01',
      since: '2028-02-29',
    });
  });

  it('is the whole rule again, by everything that counts, where an award was lost before anybody issued it', () => {
    const next = { period: 2, validUntil: '2029-01-01', since: null };
    const lost = { ...last, lost: true };
    expect(nextPeriod({ ...terms, validityMonths: 48 }, lost, '2025-01-01')).toEqual(next);
    expect(nextPeriod({ ...terms, renewalOpensMonths: null }, lost, '2025-01-01')).toEqual(next);
  });
});

describe('a renewal', () => {
  const core: Version = { ...terms, id: 'v', schemeId: 'core', name: 'Core skills', rule: { core: true } };
  const planning: Version = { ...core, id: 'w', schemeId: 'planning', name: 'Planning', rule: { award: 'core' } };
  const shown = (requirement: string, metOn: string) => ({
    id: `${requirement} ${metOn}`,
    requirement,
    metOn,
    validUntil: null,
  });
  const award = { schemeId: 'core', name: 'Core skills', revoked: false, ...last };
  const has = (...evidence: ReturnType<typeof shown>[]): Has => ({
    evidence: [shown('a', '2024-08-30'), shown('b', '2024-08-31'), ...evidence],
    core: ['a', 'b'],
    awards: [award],
  });

  it('is not made by one module taken again, neither in the window nor after the award has lapsed', () => {
    const one = shown('a', '2028-03-01');
    for (const day of ['2028-03-01', '2028-09-15', '2031-01-01']) expect(earned([core], has(one), day)).toEqual([]);
  });

  it('is made by everything that is asked for, met since the window opened', () => {
    const [a, b] = [shown('a', '2028-03-01'), shown('b', '2028-09-15')];
    const made = earned([core], has(a, b), '2028-09-15');
    expect(made).toMatchObject([{ period: 2, validUntil: '2032-08-31', by: [a, b] }]);
    const early = shown('b', '2028-02-28');
    expect(earned([core], has(a, early), '2028-09-15')).toEqual([]);
  });

  it('is never made by what has earned the award, however long its window is', () => {
    const asLong: Version = { ...core, renewalOpensMonths: 48 };
    for (const day of ['2024-08-31', '2024-09-01', '2028-08-31', '2028-10-01'])
      expect(earned([asLong], has(), day)).toEqual([]);
    const anew = [shown('a', '2024-09-01'), shown('b', '2024-09-02')];
    expect(earned([asLong], has(...anew), '2024-09-02')).toMatchObject([{ period: 2, by: anew }]);
  });

  it('is never made by what has renewed the award late, in a long grace', () => {
    const yearly: Version = { ...core, validityMonths: 12, renewalOpensMonths: 6, graceDays: 366 };
    const late = [shown('a', '2027-05-01'), shown('b', '2027-06-01')];
    const before = { ...award, awardedOn: '2025-08-31', validUntil: '2026-08-31' };
    const [second] = earned([yearly], { ...has(...late), awards: [before] }, '2027-06-01');
    expect(second).toMatchObject({ period: 2, validUntil: '2027-08-31' });
    const held = { ...award, period: 2, awardedOn: '2027-06-01', validUntil: '2027-08-31' };
    for (const day of ['2027-06-01', '2027-06-02', '2027-08-31'])
      expect(earned([yearly], { ...has(...late), awards: [held] }, day)).toEqual([]);
  });

  it('of what was revoked is a new award, by everything shown anew after that day', () => {
    const revoked = { ...award, revoked: true, revokedOn: '2026-03-01' };
    const since = (...evidence: ReturnType<typeof shown>[]) => ({ ...has(...evidence), awards: [revoked] });
    const [a, early, b] = [shown('a', '2026-03-02'), shown('b', '2026-03-01'), shown('b', '2026-04-01')];
    expect(earned([core], since(a, early), '2026-04-01')).toEqual([]);
    expect(earned([core], since(a, b), '2026-04-01')).toMatchObject([{ period: 2, validUntil: '2030-04-01' }]);
    const lasting = { ...core, validityMonths: null, renewalOpensMonths: null };
    const endless = { ...since(a, b), awards: [{ ...revoked, validUntil: null }] };
    expect(earned([lasting], endless, '2026-04-01')).toMatchObject([{ period: 2, validUntil: null }]);
  });

  it('of a level is made while the award below is valid, and grace is not', () => {
    const level = { ...award, schemeId: 'planning', name: 'Planning' };
    const both = { ...has(), awards: [award, level] };
    expect(earned([core, planning], both, '2028-08-31')).toMatchObject([{ version: planning, period: 2 }]);
    expect(earned([core, planning], both, daysLater(last.validUntil, 1))).toEqual([]);
  });

  it('of the award below makes the level in the same turn', () => {
    const late = has(shown('a', '2028-10-02'), shown('b', '2028-10-03'));
    const made = earned([core, planning], late, '2028-10-03');
    expect(made.map(({ version, validUntil }) => [version.name, validUntil])).toEqual([
      ['Core skills', '2032-10-03'],
      ['Planning', '2032-10-03'],
    ]);
    expect(made[1]!.by).toMatchObject([{ kind: 'award', title: 'Core skills', metOn: '2028-10-03' }]);
  });

  it('counts no revoked award for a level', () => {
    const revoked = { ...has(), awards: [{ ...award, revoked: true }] };
    expect(earned([core, planning], revoked, '2025-01-01')).toEqual([]);
    expect(earned([core, planning], has(), '2025-01-01')).toMatchObject([{ version: planning }]);
  });
});
