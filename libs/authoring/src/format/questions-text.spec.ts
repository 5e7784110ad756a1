import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from './question-fields';
import {
  addQuestion,
  moveQuestion,
  questionPlaces,
  readQuestions,
  removeQuestion,
  replaceQuestion,
  setTest,
} from './questions-text';
import { setYaml } from './yaml-text';

const content = join(__dirname, '../../../../content');
const shipped = globSync('{courses/*,build/starter,player/specimen}/questions.yaml', { cwd: content }).map((path) =>
  readFileSync(join(content, path), 'utf8'),
);
const everyQuestion = shipped.flatMap((text) => {
  const read = readQuestions(text);
  return questionPlaces(text).map((place) => ({ text, place, question: read[place.list][place.at]! }));
});
const at = (text: string, { list, at: index }: { list: 'checks' | 'test'; at: number }) =>
  readQuestions(text)[list][index]!;
const others = (text: string, id: string) =>
  questionPlaces(text)
    .filter((place) => place.id !== id)
    .map(({ source }) => source);
/** Some of them: each is read with its whole file. */
const every = (nth: number) => everyQuestion.filter((_, index) => index % nth === 0);

describe('the questions of a module', () => {
  it('are found in all that ships, each with its own text', () => {
    expect(everyQuestion.length).toBeGreaterThan(400);
    for (const { text, place, question } of everyQuestion) {
      expect(place.id).toBe(question.id);
      expect(place.source).toMatch(new RegExp(`^-\\s+id: ${place.id}\\n`));
      expect(text.split('\n')[place.lines[0] - 1]).toContain(`id: ${place.id}`);
    }
  });

  it('keep every byte of the file when nothing of one is changed', () => {
    for (const { text, place, question } of every(40)) {
      expect(replaceQuestion(text, place, question)).toBe(text);
      const path = place.list === 'checks' ? ['checks', place.at] : ['test', 'questions', place.at];
      for (const [key, value] of Object.entries(question)) expect(setYaml(text, [...path, key], value)).toBe(text);
    }
  });

  it('keep the others byte for byte when one is changed, and hold what was said', () => {
    for (const { text, place, question } of every(31)) {
      const changed: Question = {
        ...question,
        question: 'Is it “so”: yes or no? # not a comment',
        objective: 'another',
      };
      const next = replaceQuestion(text, place, changed);
      expect(at(next, place)).toEqual(changed);
      expect(others(next, place.id)).toEqual(others(text, place.id));
    }
  });

  it('become another kind, without what belonged to the first', () => {
    for (const { text, place, question } of every(37)) {
      const { id, objective } = question;
      const number: Question = {
        id,
        objective,
        kind: 'number',
        question: 'How many?',
        answer: 28,
        unit: 'days',
        ifRight: 'Yes.',
        ifWrong: 'No.',
      };
      expect(at(replaceQuestion(text, place, number), place)).toEqual(number);
    }
  });

  it('take one more, and let it go again', () => {
    const question: Question = {
      id: 'a-new-one',
      objective: 'x',
      kind: 'ordering',
      question: 'Put them\nin order',
      order: ['- a', 'b: c', '"d"'],
      ifRight: 'a',
      ifWrong: 'b',
    };
    for (const text of shipped)
      for (const list of ['checks', 'test'] as const) {
        const more = addQuestion(text, list, question);
        const places = questionPlaces(more).filter((place) => place.list === list);
        expect(at(more, places.at(-1)!)).toEqual(question);
        expect(others(more, question.id)).toEqual(others(text, question.id));
        expect(removeQuestion(more, places.at(-1)!)).toBe(text);
      }
  });

  it('can all go, and come back', () => {
    const [text] = shipped as [string];
    let left = text;
    const { length } = readQuestions(text).checks;
    for (let nth = 0; nth < length; nth += 1) left = removeQuestion(left, { list: 'checks', at: 0 });
    expect(readQuestions(left).checks).toEqual([]);
    expect(readQuestions(left).test).toEqual(readQuestions(text).test);
    const [first] = readQuestions(text).checks;
    expect(readQuestions(addQuestion(left, 'checks', first!)).checks).toEqual([first]);
  });

  it('change places, and back', () => {
    for (const { text, place } of every(23)) {
      const next = moveQuestion(text, place, 1);
      if (next === text) continue;
      expect(questionPlaces(next).find(({ id }) => id === place.id)?.at).toBe(place.at + 1);
      expect(moveQuestion(next, { ...place, at: place.at + 1 }, -1)).toBe(text);
    }
  });

  it('keep their comments', () => {
    const text =
      '# Above\nchecks:\n  # Of the first\n  - id: one # here\n    objective: a\n    kind: number\n    question: Why?\n    # Why two\n    answer: 2\n\n  # Of the second\n  - id: two\n    objective: a\n    kind: number\n    question: How?\n    answer: 3\ntest:\n  draw: 1 # few\n  questions: []\n';
    const changed = replaceQuestion(text, { list: 'checks', at: 0 }, { ...readQuestions(text).checks[0]!, answer: 4 });
    expect(changed).toBe(text.replace('answer: 2', 'answer: 4'));
    expect(removeQuestion(text, { list: 'checks', at: 0 })).toContain('# Of the first\n  - id: two');
  });
});

it('changes how the test asks, and nothing else', () => {
  for (const text of shipped) {
    const { settings } = readQuestions(text);
    expect(setTest(text, settings)).toBe(text);
    const changed = setTest(text, { ...settings, draw: 7, attempts: 3, intro: 'One.\nTwo.' });
    expect(readQuestions(changed)).toEqual({
      ...readQuestions(text),
      settings: { ...settings, draw: 7, attempts: 3, intro: 'One.\nTwo.' },
    });
    expect(others(changed, '')).toEqual(others(text, ''));
  }
});
