import { inLanguage } from '@induct/platform';
import { speakWelsh } from '../../../../test/support/speaking';
import { questionInWords } from './question-words';

const TIME = { words: 'Was there time enough for questions?', options: ['Yes', 'Partly', 'No'] };
const OWN = { words: 'Was the room warm?', options: ['Yes', 'No'] };

beforeAll(speakWelsh);

it('is as it is kept to whoever reads English', () => {
  expect(questionInWords(TIME)).toEqual(TIME);
});

it('answers in Welsh as Welsh answers that question', () => {
  expect(inLanguage('cy', () => questionInWords(TIME))).toEqual({
    words: 'A oedd digon o amser i gwestiynau?',
    options: ['Oedd', 'Yn rhannol', 'Nac oedd'],
  });
});

it('leaves what a council asks itself as it was typed, with its answers', () => {
  const marked = inLanguage('cy', () => questionInWords(OWN, (text) => `[${text}]`));
  expect(marked).toEqual({ words: '[Was the room warm?]', options: ['[Yes]', '[No]'] });
});
