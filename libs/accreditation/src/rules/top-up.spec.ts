import type { HeldAward } from './earned';
import type { Rule } from './rule';
import { type HasByThen, type ToppedUp, topUpOf } from './top-up';

const both: Rule = { all: [{ need: 'old' }, { need: 'new' }] };
const version = (rule: Rule): ToppedUp => ({
  id: 'v2',
  schemeId: 's',
  name: 'S',
  rule,
  validityMonths: 48,
  renewalOpensMonths: 6,
  graceDays: 0,
  effectiveFrom: '2026-02-01',
  topUpBy: '2026-04-01',
});
const award = (changes: Partial<HeldAward> = {}): HeldAward => ({
  schemeId: 's',
  name: 'S',
  period: 1,
  awardedOn: '2025-06-01',
  validUntil: '2029-06-01',
  revoked: false,
  ...changes,
});
const shown = (requirement: string, metOn: string, validUntil: string | null = null) => ({
  id: `${requirement} ${metOn}`,
  requirement,
  metOn,
  validUntil,
});
const has = (evidence: HasByThen['evidence'], changes: Partial<HasByThen> = {}): HasByThen => ({
  evidence,
  core: [],
  coreSince: new Map(),
  awards: [award()],
  ...changes,
});
const asked = (holds: HasByThen, { rule = both, day = '2026-10-01' }: { rule?: Rule; day?: string } = {}) =>
  topUpOf(version(rule), holds, day);

describe('what a version asks beside an award', () => {
  it('is open until it is shown, and over its day too', () => {
    const open = { by: '2026-04-01', missing: { n: 1, of: [{ need: 'new' }] } };
    expect(asked(has([shown('old', '2025-06-01')]))).toEqual(open);
    expect(asked(has([shown('old', '2025-06-01'), shown('new', '2026-03-01')]))).toBeUndefined();
    expect(asked(has([], { awards: [award({ awardedOn: '2026-02-02' })] }))).toBeUndefined();
  });

  it('is nothing to whom the version itself gave it, by hand on its first day too', () => {
    const [gave, before] = ['v2', 'v1'].map((versionId) => award({ awardedOn: '2026-02-01', versionId }));
    expect(asked(has([], { awards: [gave!] }))).toBeUndefined();
    expect(asked(has([], { awards: [before!] }))).toMatchObject({ by: '2026-04-01' });
  });

  it('stays shown when it runs out, before its day or after it, as the award stays', () => {
    const once = [shown('old', '2025-06-01', '2026-06-01'), shown('new', '2026-02-15', '2026-03-15')];
    for (const day of ['2026-03-20', '2026-10-01']) expect(asked(has(once), { day })).toBeUndefined();
    // What had run out before the version came was never shown to it.
    const before = [shown('old', '2025-06-01'), shown('new', '2025-01-01', '2026-01-31')];
    expect(asked(has(before))).toMatchObject({ missing: { of: [{ need: 'new' }] } });
  });

  it('is nothing that became a core skill after the version', () => {
    const [core, coreSince] = [['old', 'late'], new Map([['old', null] as const, ['late', '2026-06-01'] as const])];
    expect(asked(has([shown('old', '2025-06-01')], { core, coreSince }), { rule: { core: true } })).toBeUndefined();
    const since = new Map([['old', null] as const, ['late', '2026-02-01'] as const]);
    expect(
      asked(has([shown('old', '2025-06-01')], { core, coreSince: since }), { rule: { core: true } }),
    ).toMatchObject({ missing: { of: [{ need: 'late' }] } });
  });

  it('is nothing while officers are to decide of the award, or of one below it', () => {
    expect(asked(has([], { awards: [award({ suspended: true })] }))).toBeUndefined();
    const rule: Rule = { all: [{ award: 'below' }, { need: 'old' }] };
    const below = { schemeId: 'below', suspended: true };
    const holds = (changes: Partial<HeldAward>) =>
      has([shown('old', '2025-06-01')], { awards: [award(), award({ ...below, ...changes })] });
    expect(asked(holds({}), { rule })).toBeUndefined();
    expect(asked(holds({ revoked: true }), { rule })).toMatchObject({ missing: { of: [{ award: 'below' }] } });
  });
});
