import { initials, sameName } from './holder-name';

describe('the holder’s name', () => {
  it('is shown to strangers as initials', () => {
    expect(initials('Councillor Siân Rees-Pritchard MBE')).toBe('S. R.');
    expect(initials('Élodie van der Berg')).toBe('É. V. D. B.');
    expect(initials('Jack Ma')).toBe('J. M.');
    expect(initials('Cher')).toBe('C.');
  });

  it.each([
    ['Siân Rees-Pritchard', 'sian rees pritchard'],
    ['Siân Rees-Pritchard', '  Cllr.  SIAN  Rees–Pritchard '],
    ['Councillor Owain Glyndŵr', 'Owain Glyndwr OBE'],
    ['Siân Rees', 'Siân Rees MA'],
    ["Niamh O'Connor", 'Dr Niamh O’Connor'],
    ['Łukasz Sørensen', 'Lukasz Sorensen'],
  ])('belongs to %s when %s is typed', (name, typed) => expect(sameName(name, typed)).toBe(true));

  it.each([
    ['Siân Rees', 'Siân Rhys'],
    ['Siân Rees', 'Rees Siân'],
    ['Siân Rees', 'Siân'],
    ['Jack Ma', 'Jack Ba'],
    ['Jack Ma', 'Jack'],
    ['Mei Lin Ma', 'Mei Lin'],
    ['MEI LIN MA', 'MEI LIN'],
    ['Siân Rees', ''],
    ['Siân Rees', 'Councillor'],
    ['Siân Rees', '%'],
  ])('does not belong to %s when %s is typed', (name, typed) => expect(sameName(name, typed)).toBe(false));
});
