import { filled } from './filled';
import { SHIPPED } from './shipped-words';

const VALUES = { scheme: 'Core skills', edition: 'Edition 1', holder: 'Siân Rees' };

describe('a text with its places filled in', () => {
  it('says what the places stand for', () => {
    expect(filled(SHIPPED.en.statement, VALUES)).toBe(
      'has met every requirement of the accreditation scheme Core skills, Edition 1',
    );
    expect(filled('{holder}{holder}', VALUES)).toBe('Siân ReesSiân Rees');
  });

  it.each([
    ['{{holder}}', '{Siân Rees}'],
    ['{{{holder}}}', '{{Siân Rees}}'],
    ['{ holder }', '{ holder }'],
    ['{constructor}{__proto__}{toString}', '{constructor}{__proto__}{toString}'],
    ['{', '{'],
    ['}{', '}{'],
    ['{number}', '{number}'],
    ['<b>{holder}</b>', '<b>Siân Rees</b>'],
    ['\u202e{holder}\u2066', 'Siân Rees'],
    ['', ''],
  ])('does with %j what it can', (text, printed) => {
    expect(filled(text, VALUES)).toBe(printed);
  });

  it('reads nothing of what was filled in', () => {
    expect(filled('{holder} {scheme}', { holder: '{scheme}', scheme: '{holder} $& $1 {{x}}' })).toBe(
      '{scheme} {holder} $& $1 {{x}}',
    );
    expect(filled('{holder}', { holder: '\u202eAnn\u202c' })).toBe('Ann');
  });

  it('takes ten thousand letters, and as many braces, in a moment', () => {
    const [letters, braces] = ['a{holder'.repeat(10_000), '{'.repeat(10_000)];
    expect(filled(letters, VALUES)).toBe(letters);
    expect(filled(braces, VALUES)).toBe(braces);
    expect(filled('{holder}'.repeat(1250), VALUES)).toHaveLength(1250 * 9);
  });
});
