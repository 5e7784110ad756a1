import type { Course, Question, QuestionKind } from '../browser/course';

export const question = (kind: QuestionKind, right: string, more: Partial<Question> = {}): Question => ({
  id: 'q',
  kind,
  objective: 'manners',
  right,
  ...more,
});

export const bank = ['q1', 'q2', 'q3'].map((id, index) => ({
  ...question('single', 'a', { id, objective: index === 0 ? 'greeting' : 'manners' }),
  explanation: '',
  screen: 'one',
}));

export const course: Course = {
  slug: 'manners',
  version: '1',
  standard: 'scorm_12',
  title: 'Manners',
  passMark: 80,
  testMinutes: 5,
  draw: 3,
  objectives: [
    { id: 'greeting', text: 'greet' },
    { id: 'manners', text: 'behave' },
    { id: 'untested', text: 'dream' },
  ],
  screens: [
    { id: 'one', title: 'One', minutes: 3 },
    { id: 'two', title: 'Two', minutes: 2 },
  ],
  checks: [],
  bank,
};

export const answers = (...given: string[]) =>
  given.map((letter, index) => ({ id: `q${index + 1}`, given: letter, seconds: 1 }));
export const handedIn = (...given: string[]) => ({ attempt: 1, answers: answers(...given) });
