import { shippedFiles, starterFiles } from '../drafts/shipped-modules';
import { bringBack } from './bring-back';
import { movePart, removePart, markOf, takeQuestion } from './edits';
import { changed, type ModuleFiles, screensOf, textOf } from './folder';
import { readDetails } from './module-text';
import { questionPlaces, readQuestions } from './questions-text';
import { takeScreen } from './screen-removal';
import { parseScreen, withTitle } from './screen-text';

const ids = (files: ModuleFiles) => screensOf(files).map(({ id }) => id);
const written = (files: ModuleFiles): ModuleFiles =>
  changed(files, new Map([['01-welcome.md', withTitle(textOf(files, '01-welcome.md'), 'Written since')]]));

it('brings a screen back to its place with its questions and aims, and keeps what was written since', async () => {
  const before = await starterFiles();
  const after = changed(before, takeScreen(before, 'the-rule', true));
  const now = written(after);
  const back = changed(now, bringBack(now, before, after));
  expect(ids(back)).toEqual(ids(before));
  expect(textOf(back, '02-the-rule.md')).toBe(textOf(before, '02-the-rule.md'));
  expect(textOf(back, '01-welcome.md')).toMatch(/^# Written since\n/);
  const questions = (files: ModuleFiles) => readQuestions(textOf(files, 'questions.yaml'));
  for (const list of ['checks', 'test'] as const)
    expect(questions(back)[list]).toEqual(expect.arrayContaining([...questions(before)[list]]));
  expect(bringBack(back, before, after)).toEqual(new Map());
});

it('names it again at the aims that name others beside it', async () => {
  const before = await shippedFiles('scrutiny');
  const aims = (files: ModuleFiles) =>
    readDetails(textOf(files, 'module.yaml')).objectives.map(({ screens }) => screens.toSorted());
  const shared = readDetails(textOf(before, 'module.yaml')).objectives.find(({ screens }) => screens.length > 1)!;
  const after = changed(before, takeScreen(before, shared.screens[0]!, false));
  expect(aims(after)).not.toEqual(aims(before));
  expect(aims(changed(after, bringBack(after, before, after)))).toEqual(aims(before));
});

it('brings a knowledge check back, and its place on the screen', async () => {
  const before = await starterFiles();
  const place = questionPlaces(textOf(before, 'questions.yaml')).find(({ id }) => id === 'what-the-rule-says')!;
  const after = changed(before, takeQuestion(before, { ...place, seen: markOf(place.source) }));
  const now = written(after);
  const back = changed(now, bringBack(now, before, after));
  expect(textOf(back, '02-the-rule.md')).toContain('::: check what-the-rule-says');
  expect(readQuestions(textOf(back, 'questions.yaml')).checks.map(({ id }) => id)).toContain('what-the-rule-says');
});

it('brings a part back where it stood, also when the others have moved', async () => {
  const before = await starterFiles();
  const parts = (files: ModuleFiles) => parseScreen(textOf(files, '02-the-rule.md')).blocks.map(({ source }) => source);
  const seen = (files: ModuleFiles, part: number) => ({ screen: 'the-rule', part, seen: markOf(parts(files)[part]!) });
  const after = changed(before, removePart(before, seen(before, 1)));
  expect(parts(changed(after, bringBack(after, before, after)))).toEqual(parts(before));
  const now = changed(after, movePart(after, seen(after, 0), 1));
  const back = parts(changed(now, bringBack(now, before, after)));
  expect(back.toSorted()).toEqual(parts(before).toSorted());
  expect(back[1]).toBe(parts(before)[1]);
});
