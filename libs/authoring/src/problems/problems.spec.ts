import type { ModuleFiles } from '../format/folder';
import { guessInWords } from './guess-words';
import { problemsIn } from './draft-problem';
import { placesIn } from './places';
import { plainWords } from './plain-words';

const FILES: ModuleFiles = new Map([
  ['module.yaml', 'title: A\n# Aims\nobjectives:\n  - id: a\n    text: b\n    screens: []\nduties: [1]\n'],
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

// Read anew for each it takes longer than a test may.
it('places thousands of problems of one screen, and reads it once', () => {
  const path = '01-long.md';
  const placeOf = placesIn(new Map([[path, `# Long\n\n${'::: nothing\n\nx\n\n:::\n\n'.repeat(8000)}`]]));
  for (let nth = 0; nth < 8000; nth += 1)
    expect(placeOf({ file: path, line: 3 + nth * 6 })).toEqual({ at: 'screen', screen: 'long', part: nth });
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
  ['1 checks, at least 3', 'The module has 1 knowledge check. It needs at least 3.'],
  ['1 scenarios, at least 2', 'Of situations that ask “What would you do?”, the module has 1. It needs at least 2.'],
  [
    'test › draw: Each try draws more questions than there are',
    'Each try at the test asks more questions than are written yet. Write more, or let each try ask fewer, in the details.',
  ],
  [
    'There is no source "Standing Orders 2014" in content/law.yaml: write it like [s31 Children Act 1989]',
    '“Standing Orders 2014” is none of the laws that can stand in square brackets. Choose one under “Insert a source of law” below the text; or write it without brackets, or as a link: [words](https://address).',
  ],
  ['title: Write a title', 'Write a title.'],
  ['"leverage" is jargon: use', '"leverage" is jargon: use.'],
  [
    "A guesser's rule. right is longest: 80% of 20, by chance 30%; so do 33, 44",
    'Somebody could guess without having read the module: the right choice is the longest in 16 of 20 questions with one right answer; by chance it would be about 6. Make another one the longest in some, for example here.',
  ],
])('says “%s” in plain words', (message, words) => {
  expect(plainWords(message)).toBe(words);
});

const rule = (name: string, file = 'questions.yaml', line = 4) => ({
  severity: 'error' as const,
  file,
  line,
  message: `A guesser's rule. ${name}: 80% of 20, by chance 30%`,
});

it.each([
  'right is shortest',
  'wise is longest',
  'several: longest is right',
  'several: one wrong',
  'statement is false',
  'absolute word is wrong',
  'bot: longest',
  'bot: false',
])('has plain words for what the kit calls “%s”', (name) => {
  const words = guessInWords(rule(name).message)!;
  expect(words).toContain('16');
  expect(words).not.toMatch(/%|undefined/);
  expect(words).not.toContain(name);
});

it('says nothing of places, which the player mixes for everybody, and nothing twice', () => {
  const places = [
    'right is first',
    'right is fourth',
    'wise is second',
    'bot: A',
    'bot: second',
    'several: A is right',
  ];
  const rules = [...places, 'right is longest', 'bot: longest', 'bot: shortest', 'wise is longest'];
  // The first is no rule of a guesser, and says nothing about the rules.
  const said = problemsIn(FILES, [{ ...rule(''), message: 'Write a title' }, ...rules.map((name) => rule(name))]);
  expect(
    said.map(({ words }) => /Write a title|\w+ choice is the longest|the shortest choice/.exec(words)?.[0]),
  ).toEqual(['Write a title', 'right choice is the longest', 'the shortest choice', 'wise choice is the longest']);
});

it.each([
  ['2 checks, at least 3', 4, { at: 'questions', list: 'checks' }],
  ['The bank has 3 questions, at least 20', 11, { at: 'questions', list: 'test' }],
  ['3 of 20 questions ask to use what was read: mark at least half', 11, { at: 'questions', list: 'test' }],
])('says of the whole list, and not of its first question: %s', (message, line, place) => {
  const [problem] = problemsIn(FILES, [{ severity: 'error', file: 'questions.yaml', line, message }]);
  expect(problem!.place).toEqual(place);
});

it('calls an aim by its words and a screen by its title', () => {
  const message = '".+" sends to "welcome", which "a" does not name among its screens'.replace('.+', 'two');
  const [problem] = problemsIn(FILES, [{ severity: 'error', file: 'questions.yaml', line: 11, message }]);
  expect(problem).toEqual({
    isError: true,
    stops: false,
    place: { at: 'question', list: 'test', id: 'two' },
    words:
      'This question sends people back to the screen “Welcome”, which does not serve its aim “b”. Choose another screen or aim here, or tick the aim on the page of that screen.',
  });
});
