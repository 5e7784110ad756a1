import { effectWords, termsWords } from './terms.words';

const names = new Map([
  ['a', 'Planning'],
  ['level', 'Chair'],
]);
const terms = {
  effectiveFrom: '2027-01-01',
  validityMonths: 48,
  renewalOpensMonths: 6,
  graceDays: 30,
  forHolders: 'keep' as const,
  topUpBy: null,
};

describe('a version in words', () => {
  it('says how long an award lasts, how it is renewed, and what becomes of those who have it', () => {
    expect(termsWords(terms).map(({ value }) => value)).toEqual([
      '1 January 2027',
      '48 months',
      'By what is shown anew in its last 6 months, or up to 30 days late. In those days it is not valid.',
      'Keep it as it is to its last day',
    ]);
    const lasting = { ...terms, validityMonths: null, renewalOpensMonths: null, graceDays: 0, effectiveFrom: null };
    expect(termsWords({ ...lasting, forHolders: 'top_up', topUpBy: '2027-03-31' }).map(({ value }) => value)).toEqual([
      'No day is chosen yet',
      'Without an end date',
      'Keep it to its last day, and have to show what is new by 31 March 2027',
    ]);
  });

  it('says of somebody what they gain, keep, have to show or lose', () => {
    const words = (effect: Parameters<typeof effectWords>[0]['effect']) => effectWords({ effect, also: [] }, names);
    expect(words({ kind: 'gains', until: null, by: [], renews: true })).toBe('Renews the award, without an end date.');
    expect(words({ kind: 'keeps', until: '2027-05-01' })).toBe('Keeps the award, valid until 1 May 2027.');
    expect(words({ kind: 'tops_up', until: '2027-05-01', by: '2027-03-31', missing: { need: 'a' } })).toBe(
      'Keeps the award, valid until 1 May 2027, and has to show “Planning” by 31 March 2027.',
    );
    expect(words({ kind: 'loses', on: '2027-05-02', missing: { need: 'a' } })).toBe(
      'Has no award from 2 May 2027, unless they show “Planning”.',
    );
    expect(effectWords({ effect: undefined, also: [{ schemeId: 'level', until: null }] }, names)).toBe(
      'Gains the award “Chair”, without an end date.',
    );
  });
});
