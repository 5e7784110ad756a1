import type { ModuleFiles } from '../format/folder';
import { guessInWords } from './guess-words';
import { placesIn } from './places';
import { plainWords } from './plain-words';

const FILES: ModuleFiles = new Map([
  ['module.yaml', 'title: A\n# Aims\nobjectives:\n  - id: a\n    text: b\nduties: [1]\n'],
  [
    'questions.yaml',
    'checks:\n  - id: one\n    kind: number\n    answer: 1\n\ntest:\n  draw: 1\n  questions:\n    - id: two\n      kind: number\n      answer: 2\n',
  ],
  ['01-welcome.md', '# Welcome\n\nWords.\n\n::: callout X\n\nY\n\n:::\n'],
]);

it.each([
  ['module.yaml', 5, { at: 'details', field: 'objectives' }],
  ['module.yaml', undefined, { at: 'details', field: 'title' }],
  ['questions.yaml', 4, { at: 'question', list: 'checks', id: 'one' }],
  ['questions.yaml', 11, { at: 'question', list: 'test', id: 'two' }],
  ['questions.yaml', 7, { at: 'questions', list: 'test' }],
  ['01-welcome.md', 1, { at: 'screen', screen: 'welcome' }],
  ['01-welcome.md', 3, { at: 'screen', screen: 'welcome', part: 0 }],
  ['01-welcome.md', 7, { at: 'screen', screen: 'welcome', part: 1 }],
  ['REVIEW.md', 1, { at: 'review' }],
  ['media/a.svg', undefined, { at: 'picture', file: 'media/a.svg' }],
  ['', undefined, { at: 'module' }],
])('finds %s:%s', (file, line, place) => {
  expect(placesIn(FILES)({ file, ...(line && { line }) })).toEqual(place);
});

it('places thousands of problems of one screen, and reads it once', () => {
  const path = '01-long.md';
  const placeOf = placesIn(new Map([[path, `# Long\n\n${'::: nothing\n\nx\n\n:::\n\n'.repeat(3000)}`]]));
  const begun = performance.now();
  for (let nth = 0; nth < 3000; nth += 1)
    expect(placeOf({ file: path, line: 3 + nth * 6 })).toEqual({ at: 'screen', screen: 'long', part: nth });
  // Read anew for each it takes half a minute.
  expect(performance.now() - begun).toBeLessThan(5000);
});

it('places what cannot be read', () => {
  expect(placesIn(new Map([['questions.yaml', 'checks: [\ntest:']]))({ file: 'questions.yaml', line: 2 })).toEqual({
    at: 'questions',
    list: 'test',
  });
});

it.each([
  ['9 screens: write 10 to 16', 'The module has 9 screens. It needs 10 to 16.'],
  [
    'test › questions › gift › choices: Mark exactly one choice with "right: true"',
    'Mark exactly one choice as right.',
  ],
  ['title: Write a title', 'Write a title.'],
  ['"leverage" is jargon: use', '"leverage" is jargon: use.'],
  [
    "A guesser's rule. right is longest: 80% of 20, by chance 30%; so do 33, 44",
    'Somebody could guess here without having read the module. The right choice is the longest in 80% of 20, and by chance it would be 30%: change that in some questions.',
  ],
])('says “%s” in plain words', (message, words) => {
  expect(plainWords(message)).toBe(words);
});

it.each([
  'right is shortest',
  'wise is fourth',
  'several: A is right',
  'several: longest is right',
  'several: one wrong',
  'statement is false',
  'absolute word is wrong',
  'bot: A',
  'bot: false',
])('has plain words for what the kit calls “%s”', (name) => {
  const words = guessInWords(`A guesser's rule. ${name}: 80% of 20, by chance 30%`)!;
  expect(words).toContain('80%');
  expect(words).not.toContain(name);
});
