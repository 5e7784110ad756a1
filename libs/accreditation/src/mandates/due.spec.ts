import type { HeldAward } from '../rules/earned';
import { dueWithTopUps } from './due.queries';

const TERMS = { validityMonths: 48, renewalOpensMonths: 6, graceDays: 0, effectiveFrom: '2026-02-01' };
const award = (schemeId: string, changes: Partial<HeldAward> = {}): HeldAward => ({
  schemeId,
  name: schemeId,
  period: 1,
  awardedOn: '2025-06-01',
  validUntil: '2029-06-01',
  revoked: false,
  ...changes,
});
const shown = (requirement: string) => ({ id: requirement, requirement, metOn: '2025-06-01', validUntil: null });
const inForce = (schemeId: string) => ({ schemeId, on: '2025-06-01', until: '2029-06-01', suspended: false });

describe('what is due beside an award that rests on another', () => {
  const versions = [
    { ...TERMS, id: '1', schemeId: 'first', name: 'First', rule: { need: 'a' }, topUpBy: null },
    {
      ...TERMS,
      id: '2',
      schemeId: 'second',
      name: 'Second',
      topUpBy: null,
      rule: { all: [{ award: 'first' }, { need: 'b' }] },
    },
    { ...TERMS, id: '3', schemeId: 'third', name: 'Third', rule: { award: 'second' }, topUpBy: '2026-12-31' },
  ];
  const due = (evidence: string[], newest: HeldAward[], held: string[]) =>
    dueWithTopUps(
      { items: [], inForce: held.map(inForce), modules: [] },
      { held: { evidence: evidence.map(shown), core: [], coreSince: new Map() }, versions, newest },
      '2026-11-30',
    ).map(({ title, needs }) => ({ title, needs }));

  it('is what the one below asks anew since it was revoked, though all of it was met before', () => {
    const revoked = award('second', { revoked: true, revokedOn: '2026-11-01' });
    const newest = [award('first'), revoked, award('third')];
    expect(due(['a', 'b'], newest, ['first', 'third'])).toEqual([{ title: 'Third', needs: ['b'] }]);
  });

  it('is nothing of an award further below that counts', () => {
    expect(due([], [award('first'), award('third')], ['first', 'third'])).toEqual([{ title: 'Third', needs: ['b'] }]);
  });
});

describe('what is due above an award that an officer has still to issue', () => {
  const rule = { all: [{ award: 'first' }, { need: 'b' }] };
  const versions = [
    { ...TERMS, id: '1', schemeId: 'first', name: 'First', rule: { need: 'a' }, topUpBy: null },
    { ...TERMS, id: '2', schemeId: 'second', name: 'Second', rule, topUpBy: null },
  ];
  const item = (schemeId: string) => {
    const days = { since: '2026-01-01', dueOn: '2026-12-31', againOn: null };
    return {
      id: schemeId,
      title: schemeId,
      source: '',
      schemeId,
      ...days,
      requirementId: null,
      beforeSitting: false,
      anew: false,
    };
  };
  const held = { evidence: [shown('a')], core: [], coreSince: new Map<string, string | null>() };
  const newest = [award('first', { waits: true })];
  const modules = ['a', 'b'].map((slug) => ({ requirementId: slug, slug, minutes: 20 }));

  it('is the rest of it; the award itself stays due until it is issued', () => {
    const items = [item('first'), item('second')];
    const due = dueWithTopUps({ items, inForce: [], modules }, { held, versions, newest }, '2026-11-30');
    expect(due).toMatchObject([
      { title: 'first', needs: [] },
      { title: 'second', needs: ['b'], minutes: 20, missing: { n: 1, of: [{ need: 'b' }] } },
    ]);
  });
});
