import { SHIPPED } from '../templates/shipped-words';
import { filledPieces, filledText, type Places } from './filled-words';

const places = (more: Partial<Places> = {}): Places => ({
  council: { text: 'Northmoor' },
  scheme: { text: 'Core skills' },
  edition: { text: 'Edition 1' },
  holder: { text: 'Siân Rees' },
  number: { text: 'NMC-1' },
  awardedOn: { text: '22 November 2026' },
  validUntil: { text: 'No end date' },
  ...more,
});
const filled = (text: string, more: Partial<Places> = {}) => filledText(text, places(more));

describe('a text with its places filled in', () => {
  it('says what the places stand for', () => {
    expect(filled(SHIPPED.en.statement)).toBe(
      'has met every requirement of the accreditation scheme Core skills, Edition 1',
    );
    expect(filled('{holder}{holder}')).toBe('Siân ReesSiân Rees');
  });

  it.each([
    ['{{holder}}', '{Siân Rees}'],
    ['{{{holder}}}', '{{Siân Rees}}'],
    ['{ holder }', '{ holder }'],
    ['{constructor}{__proto__}{toString}', '{constructor}{__proto__}{toString}'],
    ['{', '{'],
    ['}{', '}{'],
    ['{}', '{}'],
    ['<b>{holder}</b>', '<b>Siân Rees</b>'],
    ['', ''],
  ])('does with %j what it can', (text, printed) => {
    expect(filled(text)).toBe(printed);
  });

  it('reads nothing of what was filled in, and keeps it apart from the text', () => {
    const names = { holder: { text: '{scheme}' }, scheme: { text: '{holder} $& $1 {{x}} \u202e' } };
    expect(filled('{holder} {scheme}', names)).toBe('{scheme} {holder} $& $1 {{x}} \u202e');
    expect(filledPieces('for \u202e{scheme}', places()).map(({ name }) => name)).toEqual([false, true]);
  });

  it('takes ten thousand letters, and as many braces, in a moment', () => {
    const [letters, braces] = ['a{holder'.repeat(10_000), '{'.repeat(10_000)];
    expect([filled(letters), filled(braces)]).toEqual([letters, braces]);
    expect(filled('{holder}'.repeat(1250))).toHaveLength(1250 * 9);
  });

  it('in Welsh marks what was filled in in English, and nothing else', () => {
    const names = { scheme: { text: 'Planning', lang: 'en-GB' as const }, edition: { text: 'Argraffiad 1' } };
    expect(filledPieces(SHIPPED.cy.statement, places(names))).toEqual([
      { text: 'wedi bodloni pob gofyniad yn y cynllun achredu ', name: false, lang: '' },
      { text: 'Planning', name: true, lang: 'en-GB' },
      { text: ', ', name: false, lang: '' },
      { text: 'Argraffiad 1', name: true, lang: '' },
    ]);
  });

  it('has the same places in both languages of the words that it ships with', () => {
    for (const [name, text] of Object.entries(SHIPPED.en)) {
      const of = (words: unknown) => [...String(words).matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();
      expect([name, of(SHIPPED.cy[name as keyof typeof SHIPPED.cy])]).toEqual([name, of(text)]);
    }
  });
});
