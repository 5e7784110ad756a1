import { ChangedMeanwhile, PartNotFound } from '../authoring.errors';
import {
  addPart,
  changePart,
  changeQuestion,
  markOf,
  movePart,
  putQuestion,
  questionOf,
  removePart,
  shiftQuestion,
  takeQuestion,
} from './edits';
import { changed, type ModuleFiles } from './folder';
import { parseScreen } from './screen-text';

const FILES: ModuleFiles = new Map([
  [
    'questions.yaml',
    'checks:\n  - id: how-many\n    objective: a\n    kind: number\n    question: How many?\n    answer: 1\ntest:\n  draw: 1\n  questions: []\n',
  ],
  ['01-one.md', '# One\n\nFirst.\n\n## Two\n\n::: check how-many\n\n:::\n'],
]);
const seen = (files: ModuleFiles, part: number) => ({
  screen: 'one',
  part,
  seen: markOf(parseScreen(files.get('01-one.md') as string).blocks[part]!.source),
});
const screen = (files: ModuleFiles) => files.get('01-one.md');

describe('two people at one screen', () => {
  it('lose nothing when they change different parts', () => {
    const first = changed(FILES, changePart(FILES, seen(FILES, 0), 'Mine.'));
    const both = changed(first, changePart(first, seen(FILES, 1), '## Theirs'));
    expect(screen(both)).toBe('# One\n\nMine.\n\n## Theirs\n\n::: check how-many\n\n:::\n');
  });

  it('find their part again when the other has put one before it', () => {
    const first = changed(FILES, addPart(FILES, { screen: 'one', at: 0 }, '## New'));
    expect(screen(changed(first, changePart(first, seen(FILES, 1), '## Mine')))).toBe(
      '# One\n\n## New\n\nFirst.\n\n## Mine\n\n::: check how-many\n\n:::\n',
    );
  });

  it('are told when they change the same part', () => {
    const first = changed(FILES, changePart(FILES, seen(FILES, 0), 'Theirs.'));
    for (const late of [
      () => changePart(first, seen(FILES, 0), 'Mine.'),
      () => removePart(first, seen(FILES, 0)),
      () => movePart(first, seen(FILES, 0), 1),
    ])
      expect(late).toThrow(expect.objectContaining({ now: 'Theirs.' }));
  });

  it('are told when the screen is gone', () => {
    expect(() => changePart(new Map(), seen(FILES, 0), 'Mine.')).toThrow(PartNotFound);
  });
});

describe('a question', () => {
  const place = questionOf(FILES, 'checks', 'how-many');
  const question = { objective: 'a', kind: 'number', question: 'How many days are there?', answer: 5 } as const;
  const now = { list: 'checks', id: 'how-many', seen: markOf(place.source) } as const;

  it('is filed under its words, and shown where it was added', () => {
    const next = changed(FILES, putQuestion(FILES, 'checks', question, { screen: 'one', at: 1 }));
    expect(questionOf(next, 'checks', 'how-many-days-are-there').at).toBe(1);
    expect(screen(next)).toContain('First.\n\n::: check how-many-days-are-there\n\n:::\n\n## Two');
    expect(changed(FILES, putQuestion(FILES, 'test', question)).get('questions.yaml')).toContain(
      'id: test-how-many-days-are-there',
    );
  });

  it('goes with what shows it', () => {
    const next = changed(FILES, takeQuestion(FILES, now));
    expect(screen(next)).toBe('# One\n\nFirst.\n\n## Two\n');
    expect(() => questionOf(next, 'checks', 'how-many')).toThrow(PartNotFound);
  });

  it('that somebody else has changed is not written over', () => {
    const theirs = changed(FILES, changeQuestion(FILES, now, { ...question, id: 'x' }));
    expect(questionOf(theirs, 'checks', 'how-many').id).toBe('how-many');
    expect(() => changeQuestion(theirs, now, { ...question, id: 'how-many', answer: 7 })).toThrow(ChangedMeanwhile);
  });

  it('changes its place', () => {
    const two = changed(FILES, putQuestion(FILES, 'checks', question));
    expect(questionOf(changed(two, shiftQuestion(two, 'checks', 'how-many', 1)), 'checks', 'how-many').at).toBe(1);
  });
});
