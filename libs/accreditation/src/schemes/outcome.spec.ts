import type { PersonEffect } from './effects';
import { differenceOf } from './outcome';

const DAY = '2027-01-01';
const gains = (until: string | null): PersonEffect => ({
  effect: { kind: 'gains', until, by: [], renews: false },
  also: [],
});
const keeps: PersonEffect = { effect: { kind: 'keeps', until: '2028-01-01' }, also: [] };
const award = (awardedOn: string, validUntil: string | null, schemeId = 'core') => ({
  schemeId,
  name: 'Core skills',
  awardedOn,
  validUntil,
  isNew: awardedOn >= DAY,
});
const came = (...awards: ReturnType<typeof award>[]) => ({
  awards,
  between: ['“Planning” was shown on 2 January 2027'],
});

describe('the outcome of a change', () => {
  it('is as it was said', () => {
    expect(differenceOf(gains('2031-01-01'), 'core', DAY, came(award(DAY, '2031-01-01')))).toBeUndefined();
    expect(differenceOf(keeps, 'core', DAY, came(award('2024-01-01', '2028-01-01')))).toBeUndefined();
    const level = { effect: undefined, also: [{ schemeId: 'level', until: null }] };
    expect(differenceOf(level, 'core', DAY, came(award(DAY, null, 'level')))).toBeUndefined();
  });

  it('names what came in between when it is not', () => {
    expect(differenceOf(keeps, 'core', DAY, came(award('2027-01-02', '2031-01-02')))).toBe(
      'Core skills was awarded on 2 January 2027, valid until 2 January 2031. “Planning” was shown on 2 January 2027.',
    );
    expect(differenceOf(gains('2031-01-01'), 'core', DAY, { awards: [], between: [] })).toBe(
      'The award did not come. Nothing is recorded in between.',
    );
    expect(
      differenceOf(gains('2031-01-01'), 'core', DAY, { ...came(award('2027-01-03', '2031-01-03')), between: [] }),
    ).toMatch(/It came on a later day\.$/);
  });
});
