import { inEveryForm, welshForms } from './welsh-mutations';

/** As grammars have them (King, Modern Welsh, sections 3 to 11): radical, soft, nasal, aspirate; a dash where there is none. */
const TABLE = `
  cynllunio gynllunio nghynllunio chynllunio
  pwyllgor  bwyllgor  mhwyllgor   phwyllgor
  treth     dreth     nhreth      threth
  gardd     ardd      ngardd      -
  gwlad     wlad      ngwlad      -
  graddau   raddau    ngraddau    -
  bwrdd     fwrdd     mwrdd       -
  dinas     ddinas    ninas       -
  llyfrgell lyfrgell  -           -
  mynediad  fynediad  -           -
  rhaglen   raglen    -           -`
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/ +/));

describe('a Welsh word', () => {
  it.each(TABLE)('is found in whichever form by whichever form: %s, %s, %s, %s', (...row) => {
    const forms = row.filter((form) => form !== '-');
    for (const form of forms) expect(welshForms(form)).toEqual(expect.arrayContaining(forms));
  });

  it('has an h before its vowel', () => {
    expect(welshForms('hiaith')).toContain('iaith');
    expect(welshForms('iaith')).toContain('hiaith');
  });

  it.each(['ffordd', 'siop', 'nant', 'jac', 'neuadd', 'hawl'])('that does not mutate is itself first: %s', (word) => {
    expect(welshForms(word)[0]).toBe(word);
  });

  it.each(['ffordd', 'siop', 'jac', 'y', 'yn', '2026', 'co-op', 'dŵr', ''])('is left alone: %s', (word) => {
    expect(welshForms(word)).toEqual([word]);
  });

  it.each([
    ['llais', ['llais', 'lais']],
    ['rhan', ['rhan', 'ran']],
    ['ddoe', ['ddoe', 'doe', 'noe']],
    ['nghymru', ['nghymru', 'cymru', 'gymru', 'chymru']],
  ])('takes a letter that is written with several signs for one: %s', (word, forms) => {
    expect(welshForms(word)).toEqual(forms);
  });

  it('has few forms, and itself once', () => {
    for (const word of TABLE.flat().filter((form) => form !== '-')) {
      const forms = welshForms(word);
      expect(forms.length).toBeLessThanOrEqual(10);
      expect(new Set(forms).size).toBe(forms.length);
    }
  });
});

describe('a query', () => {
  it.each([
    [`'ffordd' & 'siop'`, `'ffordd' & 'siop'`],
    [`!'rhan' <2> 'ffyrdd'`, `!( 'rhan' | 'ran' ) <2> 'ffyrdd'`],
    [`'it''s' & 'a\\\\b'`, `'it''s' & 'a\\\\b'`],
    ['', ''],
  ])('finds each word in every form: %s', (query, found) => {
    expect(inEveryForm(query)).toBe(found);
  });
});
