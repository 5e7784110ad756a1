import { jargonIn } from './jargon.mjs';
import { readingAge, readingAgeOfEveryWord } from './reading-age.mjs';
import { sentencesOf, wordsOf } from './sentences.mjs';
import { syllables } from './syllables.mjs';

describe('syllables', () => {
  it.each([
    ['vote', 1],
    ['asked', 1],
    ['wanted', 2],
    ['changes', 2],
    ['table', 2],
    ['people', 2],
    ['decided', 3],
    ['disclosure', 3],
    ['reasonable', 4],
    ['apologise', 4],
    ['predetermination', 6],
    ['councillor’s', 3],
    ['£25,000', 1],
    ['2026', 1],
  ])('of "%s" are %d', (word, count) => expect(syllables(word)).toBe(count));
});

describe('sentences', () => {
  it('do not end at a shortened word or in a number', () => {
    expect(sentencesOf('Ask Mr. Hale, e.g. by e-mail. It costs £2.50 a day. Pay!')).toEqual([
      'Ask Mr Hale, e.g by e-mail.',
      'It costs £2.50 a day.',
      'Pay!',
    ]);
  });

  it('are read without the source of the rule in brackets', () => {
    expect(sentencesOf('You must tell (Localism Act 2011, s. 30). Do it (soon).')).toEqual([
      'You must tell.',
      'Do it (soon).',
    ]);
  });

  it('take the name of an Act for one word', () => {
    expect(wordsOf('You read the Local Government Act 1972 and by-laws')).toHaveLength(7);
  });
});

describe('the reading age', () => {
  const age = (text: string, known?: Set<string>) => readingAge([text], known).age;

  it('is low for short words in short sentences', () => {
    expect(age('You vote. The rest of us look on. It is late. We all go home.')).toBeLessThan(7);
  });

  it('is high for the English of the office', () => {
    const text =
      'Notwithstanding the aforementioned considerations, representatives are encouraged to operationalise transformational interventions.';
    expect(age(text)).toBeGreaterThan(20);
  });

  it('takes the words of the place for short ones, and those the module defines', () => {
    expect(age('The councillor asks the committee.')).toBeCloseTo(age('The dog asks the cat.'), 5);
    const text = 'You may have a predisposition.';
    expect(age(text, new Set(['predisposition']))).toBeLessThan(age(text));
  });

  it('is the Flesch–Kincaid grade and five years when every word counts', () => {
    // 6 words of 10 syllables in one sentence: 0.39 × 6 + 11.8 × 10 / 6 − 15.59 = 6.42.
    expect(readingAgeOfEveryWord(['The councillor asks the committee now.'])).toBeCloseTo(11.42, 2);
  });

  it('of every word leaves out neither the source of a rule nor the name of an Act', () => {
    const source = 'You must tell (Localism Act 2011, section 30).';
    expect(readingAgeOfEveryWord([source])).toBeGreaterThan(age(source) + 3);
    const act = 'You read the Local Government Act now.';
    expect(readingAgeOfEveryWord([act])).toBeGreaterThan(age(act) + 3);
  });

  it('does not count a name against the writer', () => {
    expect(age('We met in Northumberland.')).toBeCloseTo(age('We met in Bath.'), 5);
  });
});

describe('jargon', () => {
  it.each([
    'We leverage it',
    'our stakeholders',
    'going forward',
    'a robust plan',
    'the key issue',
    'tackling waste',
    'We foster trust',
    'streamlined',
    'in order to',
    'best practice',
    'driving change',
    'deliver outcomes',
    'the wider landscape is',
    'a learning journey',
    'not just a rule but a habit',
    'We Empower people (Localism Act 2011)',
    'The Act of 2026 brings empowerment',
    'Community Empowerment is the aim of the Act',
  ])('is found in "%s"', (text) => expect(jargonIn(text)).toHaveLength(1));

  it.each([
    'robust debate',
    'the robustness of the estimates',
    'a key decision',
    'the key to the door',
    'foster carers',
    'You drive home',
    'deliver a service',
    'landscape, trees and noise',
    'good practice',
    'the English Devolution and Community Empowerment Act 2026',
    'See the Tackling Waste (England) Regulations 2014.',
  ])('is not found in "%s"', (text) => expect(jargonIn(text)).toEqual([]));
});
