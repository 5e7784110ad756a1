import { setTimeout as wait } from 'node:timers/promises';
import { SHIPPED } from '../council/council-identity';
import { inLanguage, readersLanguage } from './language';
import { inOwnWords } from './own-words';
import { readerDate, readerTimeAndDate } from './reader-dates';
import { said, w } from './said';
import { gapsOf, pluralForm } from './sentence';
import { readWordFile, speakInstead } from './word-list';

const WARDS = { ...SHIPPED, district: 'ward' } as const;

const WORDS: Record<string, ReturnType<typeof readWordFile>['words'][string]> = {
  Draft: 'Drafft',
  'Issued on ⟨0⟩ by ⟨1⟩.': 'Gan ⟨1⟩ ar ⟨0⟩.',
  '⟨0⟩ modules': { other: '⟨0⟩ modiwl', two: '⟨0⟩ fodiwl' },
  'Ask Democratic Services, ⟨0⟩': 'Gofynnwch i Gwasanaethau Democrataidd, ⟨0⟩',
  '⟨0⟩ on ⟨1⟩': '⟨0⟩ ar ⟨1⟩',
};

let speakAgain: () => void;
beforeAll(() => {
  const list = { isReviewed: true, find: (english: string) => WORDS[english], keys: () => Object.keys(WORDS) };
  speakAgain = speakInstead('cy', list);
});
afterAll(() => speakAgain());

describe('a sentence of ours', () => {
  const issued = (day: string, by: string) => w`Issued on ${day} by ${by}.`;

  it('is English where nobody reads', () => {
    expect([issued('Monday', 'Ann'), said('Draft'), readersLanguage()]).toEqual([
      'Issued on Monday by Ann.',
      'Draft',
      'en',
    ]);
  });

  it('is said as its reader’s language puts it', () => {
    inLanguage('cy', () => {
      expect(issued('Llun', 'Ann')).toBe('Gan Ann ar Llun.');
      expect(said('Draft')).toBe('Drafft');
    });
  });

  it('is said with the council’s own word for a division; what has been typed stays', () => {
    const name = 'division Division North';
    const sentences = () => [said('Enter the division, not its divisions'), w`The division of ${name}`];
    const inWards = ['Enter the ward, not its wards', 'The ward of division Division North'];
    expect(inLanguage('en', sentences, WARDS)).toEqual(inWards);
    expect(inLanguage('en', () => inLanguage('cy', sentences), WARDS)).toEqual(inWards);
    expect(inLanguage('en', sentences)).toEqual(['Enter the division, not its divisions', `The division of ${name}`]);
    expect(inLanguage('en', () => said('Division Road, /divisions, division="x"'), WARDS)).toBe(
      'Division Road, /divisions, division="x"',
    );
  });

  it('is said with the council’s own names in both languages, and twice the same', () => {
    const own = { ...SHIPPED, team: 'Democratic Services Team', teamCy: 'Tîm Aelodau', area: 'Hub $&' };
    const asked = () => [w`Ask Democratic Services, ${'Democratic Services'}`, said('In the Members Area')];
    expect(inLanguage('en', asked, own)).toEqual([
      'Ask Democratic Services Team, Democratic Services',
      'In the Hub $&',
    ]);
    expect(inLanguage('cy', asked, own)[0]).toBe('Gofynnwch i Tîm Aelodau, Democratic Services');
    expect(inOwnWords(inLanguage('en', asked, own)[0]!, own)).toBe(
      'Ask Democratic Services Team, Democratic Services Team',
    );
    expect(inLanguage('en', () => said('Head of Democratic Services'), own)).toBe('Head of Democratic Services');
  });

  it.each([
    ['ward', 'Pobl un ward etholiadol, wardiau etholiadol; adran 83'],
    ['district', 'Pobl un dosbarth etholiadol, dosbarthau etholiadol; adran 83'],
    ['division', 'Pobl un adran etholiadol, adrannau etholiadol; adran 83'],
  ] as const)('says %s in Welsh, and leaves a section of an act', (district, says) => {
    expect(inOwnWords('Pobl un adran etholiadol, adrannau etholiadol; adran 83', { ...SHIPPED, district })).toBe(says);
  });

  it('stays English where nobody has translated it', () => {
    const name = 'Ann';
    inLanguage('cy', () => expect([w`Signed by ${name}`, said('Withdrawn')]).toEqual(['Signed by Ann', 'Withdrawn']));
  });

  it('does not read a gap that somebody has typed', () => {
    inLanguage('cy', () => expect(issued('⟨1⟩', 'Ann')).toBe('Gan Ann ar ⟨1⟩.'));
  });

  it.each([
    [2, '2 fodiwl'],
    [3, '3 modiwl'],
    ['1,002', '1,002 modiwl'],
  ])('takes the form that its number asks for: %s', (count, says) => {
    inLanguage('cy', () => expect(w`${count} modules`).toBe(says));
  });

  it('is never said to another reader, however many are answered at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, nth) =>
        inLanguage(nth % 2 ? 'cy' : 'en', async () => {
          await wait(nth % 7);
          return said('Draft');
        }),
      ),
    );
    expect(answers.filter((answer, nth) => answer !== (nth % 2 ? 'Drafft' : 'Draft'))).toEqual([]);
  });
});

describe('dates', () => {
  const at = new Date('2026-11-22T14:32:00Z');

  it('are written in the reader’s language', () => {
    expect([readerDate('2026-11-22'), readerTimeAndDate(at)]).toEqual([
      '22 November 2026',
      '14:32 on 22 November 2026',
    ]);
    inLanguage('cy', () =>
      expect([readerDate('2026-11-22'), readerTimeAndDate(at)]).toEqual([
        '22 Tachwedd 2026',
        '14:32 ar 22 Tachwedd 2026',
      ]),
    );
  });
});

describe('a list of words', () => {
  it('names the six forms of Welsh', () => {
    expect([0, 1, 2, 3, 6, 7].map((count) => pluralForm('cy', count))).toEqual([
      'zero',
      'one',
      'two',
      'few',
      'many',
      'other',
    ]);
  });

  it('knows the gaps of a sentence', () => {
    expect(gapsOf('⟨1⟩Gofynnwch⟨/1⟩ i ⟨0⟩')).toEqual(['1', '/1', '0']);
  });

  it('is refused when it is not one', () => {
    expect(() => readWordFile('{"words":{"a":""},"reviewed":null}')).toThrow(/words/);
    expect(() => readWordFile('{"words":{"a":{"two":"b"}},"reviewed":null}')).toThrow(/words/);
    expect(readWordFile('{"words":{"a":"b"},"reviewed":{"by":"C. Cyfieithydd","on":"2026-12-01"}}').words).toEqual({
      a: 'b',
    });
  });
});
