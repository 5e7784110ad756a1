import { cleanName, isName } from './person-name';

describe('a name that was entered', () => {
  it.each([
    ['  Siân \t Rees\u00A0Pritchard\n', 'Siân Rees Pritchard'],
    ['Sia\u0302n', 'Siân'],
    ['\u202EAda\u202C Root', 'Ada Root'],
    ['Ada\u2066\u2069\u200E\u200F\u061C Root', 'Ada Root'],
    ['A\u200Bd\u2060a\uFEFF R\u00ADo\u034Fot', 'Ada Root'],
    ['Ada\0\u0007 Root\uD800', 'Ada Root'],
    ['Ada \u3164\u2800 Root', 'Ada Root'],
    ['Ada\u200DRoot\u200C', 'AdaRoot'],
    ['Ada \u{E0041}Root', 'Ada Root'],
  ])('%j is kept as %j', (entered, kept) => expect(cleanName(entered)).toBe(kept));

  it.each(['می\u200Cخواهم', 'ක්\u200Dෂ', 'क्\u200Dष', 'محمد', 'דוד', '葛\u{E0100}城', "O’Brien-D'Arcy", 'Łukasz Żółć'])(
    '%j stays as it is',
    (name) => expect(cleanName(name)).toBe(name.normalize('NFC')),
  );

  it('needs a letter', () => {
    expect(['Ada', '李', 'م'].map(isName)).toEqual([true, true, true]);
    expect(['', ' \u200B', '\u202E', '42', '—'].map(isName)).toEqual([false, false, false, false, false]);
  });
});
