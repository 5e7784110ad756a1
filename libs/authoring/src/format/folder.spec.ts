import {
  addScreen,
  changed,
  changesTo,
  idFor,
  kindOfPath,
  type ModuleFiles,
  moveScreen,
  removeScreen,
  screensOf,
} from './folder';
import { readDetails, setDetails } from './module-text';

const FILES: ModuleFiles = new Map<string, string | Buffer>([
  ['module.yaml', 'title: A\n'],
  ['01-welcome.md', '# Welcome\n'],
  ['02-rule.md', '# The rule\n'],
  ['03-case.md', '# A case\n'],
  ['media/a.png', Buffer.from('a')],
]);
const order = (files: ModuleFiles) => screensOf(files).map(({ path }) => path);

describe('the screens of a folder', () => {
  it('stand in the order of their numbers', () => {
    expect(screensOf(FILES).map(({ number, id, title }) => [number, id, title])).toEqual([
      [1, 'welcome', 'Welcome'],
      [2, 'rule', 'The rule'],
      [3, 'case', 'A case'],
    ]);
  });

  it('take one more anywhere, with a name that no other has', () => {
    const { id, changes } = addScreen(FILES, 1, 'The rule');
    expect(id).toBe('the-rule');
    expect(order(changed(FILES, changes))).toEqual(['01-welcome.md', '02-the-rule.md', '03-rule.md', '04-case.md']);
    expect(addScreen(FILES, 0, 'Rule').id).toBe('rule-2');
    expect(order(changed(FILES, addScreen(FILES, 3, '£ 3').changes)).at(-1)).toBe('04-screen.md');
  });

  it('move, and keep their words', () => {
    const next = changed(FILES, moveScreen(FILES, 'case', -1));
    expect(order(next)).toEqual(['01-welcome.md', '02-case.md', '03-rule.md']);
    expect(next.get('02-case.md')).toBe('# A case\n');
    expect(changed(next, moveScreen(next, 'case', 1))).toEqual(FILES);
    expect(moveScreen(FILES, 'welcome', -1).size).toBe(0);
  });

  it('go, and those behind move up', () => {
    expect(order(changed(FILES, removeScreen(FILES, 'welcome')))).toEqual(['01-rule.md', '02-case.md']);
  });
});

it('says what makes one folder of another', () => {
  const other = new Map(FILES).set('02-rule.md', '# Another\n').set('media/a.png', Buffer.from('a'));
  other.delete('03-case.md');
  expect([...changesTo(FILES, other)]).toEqual([
    ['03-case.md', null],
    ['02-rule.md', '# Another\n'],
  ]);
});

it.each([
  ['01-welcome.md', 'text'],
  ['REVIEW.md', 'text'],
  ['media/cycle.svg', 'media'],
  ['media/../x.svg', undefined],
  ['../module.yaml', undefined],
  ['run.js', undefined],
  ['media/x.html', undefined],
])('knows whether %s belongs into a folder', (path, kind) => {
  expect(kindOfPath(path)).toBe(kind);
});

it('makes ids that the kit takes', () => {
  expect(idFor('What’s a “bribe”?', [], 'x')).toBe('whats-a-bribe');
  expect(idFor('Sïan’s 3 rules', [], 'x')).toBe('sians-3-rules');
  expect(idFor('1972', [], 'screen')).toBe('screen');
  const long = idFor('A title that goes on and on and on until nobody can read it any more', [], 'x');
  expect(long).toMatch(/^[a-z][a-z0-9-]{1,39}$/);
});

it('changes the details of a module, and keeps the rest', () => {
  const text =
    "title: A\nminutes: 3 # by the clock\n# Each completes a sentence.\nobjectives:\n  - id: a\n    text: b\n    screens: [c]\nversion: '1.0'\n";
  expect(setDetails(text, readDetails(text))).toBe(text);
  expect(setDetails(text, { minutes: 12, title: 'No: yes' })).toBe(
    text.replace('title: A', "title: 'No: yes'").replace('3 #', '12 #'),
  );
  const objectives = [{ id: 'a', text: 'b', screens: ['c', 'd'] }];
  expect(readDetails(setDetails(text, { objectives }))).toMatchObject({ objectives, version: '1.0' });
  expect(setDetails(text, { objectives })).toContain('# Each completes');
});
