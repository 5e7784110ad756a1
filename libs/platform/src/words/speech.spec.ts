import { SHIPPED } from '../council/council-identity';
import { inLanguage } from './language';
import { speechKey, speechOf } from './speech';
import { speakInstead } from './word-list';

const WORDS: Record<string, string> = {
  'Ask Democratic Services': 'Gofynnwch i Gwasanaethau Democrataidd',
  'Back to the Members Area': 'Yn ôl i Ardal Aelodau',
  'Try again': 'Rhowch gynnig arall arni',
  'Not in it': 'Nid yno',
};
const SCRIPT = `say("Ask Democratic Services");say('Back to the Members Area');say(\`Try again\`)`;
const OWN = { ...SHIPPED, team: 'Clerks', teamCy: 'Clercod', area: 'Hub' };

let speakAgain: () => void;
beforeAll(() => {
  const list = { isReviewed: true, find: (english: string) => WORDS[english], keys: () => Object.keys(WORDS) };
  speakAgain = speakInstead('cy', list);
});
afterAll(() => speakAgain());

it('brings an English page nothing where the council says what we say', () => {
  expect(inLanguage('en', () => speechOf(SCRIPT))).toBeUndefined();
  expect(inLanguage('en', () => speechOf(SCRIPT), SHIPPED)).toBeUndefined();
});

it('brings an English page what the council says otherwise, and no more', () => {
  expect(inLanguage('en', () => speechOf(SCRIPT), OWN)).toEqual({
    language: 'en-GB',
    words: { 'Ask Democratic Services': 'Ask Clerks', 'Back to the Members Area': 'Back to the Hub' },
  });
});

it('brings a page in Welsh all of it, in the council’s words', () => {
  expect(inLanguage('cy', () => speechOf(SCRIPT), OWN)).toEqual({
    language: 'cy',
    words: {
      'Ask Democratic Services': 'Gofynnwch i Clercod',
      'Back to the Members Area': 'Yn ôl i Ardal Aelodau',
      'Try again': 'Rhowch gynnig arall arni',
    },
  });
});

it('is another for another language, and after the council has changed its words', () => {
  const keys = [
    inLanguage('en', speechKey),
    inLanguage('cy', speechKey),
    inLanguage('en', speechKey, SHIPPED),
    inLanguage('en', speechKey, OWN),
  ];
  expect(new Set(keys).size).toBe(4);
});
