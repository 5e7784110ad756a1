import type { Rule } from './rule';
import { ruleWords } from './rule-words';

const names = new Map([
  ['a', 'Planning'],
  ['b', 'Licensing'],
  ['c', 'Finance'],
  ['s', 'Core skills'],
]);
const [a, b, c] = ['a', 'b', 'c'].map((need) => ({ need })) as [Rule, Rule, Rule];

describe('a rule in words', () => {
  it.each<[string, Rule]>([
    ['“Planning”', a],
    ['the award “Core skills”', { award: 's' }],
    ['every core skill', { core: true }],
    ['all of “Planning”, “Licensing” and “Finance”', { all: [a, b, c] }],
    ['both “Planning” and the award “Core skills”', { all: [a, { award: 's' }] }],
    ['one of “Planning”, “Licensing” or “Finance”', { any: [a, b, c] }],
    ['“Planning”, then “Licensing”, then “Finance”', { path: [a, b, c] }],
    ['both every core skill and (“Planning”, then “Licensing”)', { all: [{ core: true }, { path: [a, b] }] }],
    ['2 of “Planning”, “Licensing” and “Finance”', { n: 2, of: [a, b, c] }],
    [
      'both every core skill and (2 of “Planning”, “Licensing” and “Finance”)',
      { all: [{ core: true }, { n: 2, of: [a, b, c] }] },
    ],
    ['“Planning”', { all: [{ any: [a] }] }],
    ['nothing, so that nobody meets it', { all: [] }],
    ['“a requirement that is gone”', { need: 'x' }],
  ])('is: %s', (words, rule) => expect(ruleWords(rule, names)).toBe(words));

  it('says what is missing in the same way', () => {
    expect(ruleWords({ n: 1, of: [{ need: 'a' }, { n: 2, of: [{ need: 'b' }, { award: 's' }] }] }, names)).toBe(
      'one of “Planning” or (both “Licensing” and the award “Core skills”)',
    );
  });
});
