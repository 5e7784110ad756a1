import { createHash } from 'node:crypto';
import { ChangedMeanwhile, PartNotFound } from '../authoring.errors';
import {
  changed,
  type FileChanges,
  idFor,
  type ModuleFiles,
  QUESTIONS_FILE,
  type ScreenFile,
  screensOf,
  textOf,
} from './folder';
import { readBlock, writeBlock } from './block-fields';
import type { Question, QuestionList } from './question-fields';
import {
  addQuestion,
  moveQuestion,
  type QuestionPlace,
  questionPlaces,
  removeQuestion,
  replaceQuestion,
} from './questions-text';
import { insertBlock, moveBlock, parseScreen, removeBlock, replaceBlock } from './screen-text';

/** Tells whether a text is still what somebody has seen. */
export const markOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @throws PartNotFound */
export function screenOf(files: ModuleFiles, id: string): ScreenFile {
  const screen = screensOf(files).find((one) => one.id === id);
  if (!screen) throw new PartNotFound();
  return screen;
}

/** A part of a screen, as who asks has seen it. */
export interface SeenPart {
  screen: string;
  /** From 0. */
  part: number;
  /** `markOf` its text. */
  seen: string;
}

/**
 * Where the part is now: others may have put parts before it, or taken some away.
 * @throws PartNotFound when its screen is gone, ChangedMeanwhile with what stands in its place
 */
function found(files: ModuleFiles, { screen, part, seen }: SeenPart): { screen: ScreenFile; at: number } {
  const there = screenOf(files, screen);
  const { blocks } = parseScreen(there.source);
  const isIt = (at: number) => blocks[at] !== undefined && markOf(blocks[at].source) === seen;
  if (isIt(part)) return { screen: there, at: part };
  const alike = blocks.flatMap((_, at) => (isIt(at) ? [at] : []));
  if (alike.length !== 1) throw new ChangedMeanwhile(blocks[part]?.source);
  return { screen: there, at: alike[0]! };
}

const one = (path: string, text: string): FileChanges => new Map([[path, text]]);

export function changePart(files: ModuleFiles, part: SeenPart, text: string): FileChanges {
  const { screen, at } = found(files, part);
  return one(screen.path, replaceBlock(screen.source, at, text));
}

export function removePart(files: ModuleFiles, part: SeenPart): FileChanges {
  const { screen, at } = found(files, part);
  return one(screen.path, removeBlock(screen.source, at));
}

export function movePart(files: ModuleFiles, part: SeenPart, by: -1 | 1): FileChanges {
  const { screen, at } = found(files, part);
  return one(screen.path, moveBlock(screen.source, at, by));
}

/** @param at how many parts stand before it; behind the last when there are fewer by now */
export function addPart(files: ModuleFiles, { screen, at }: { screen: string; at: number }, text: string): FileChanges {
  const there = screenOf(files, screen);
  const { blocks } = parseScreen(there.source);
  return one(there.path, insertBlock(there.source, Math.min(at, blocks.length), text));
}

/** The folder with a screen that begins with one of its parts: what is written at its foot need not be looked for. */
export function screenFrom(files: ModuleFiles, screen: string, part: number): ModuleFiles {
  const { path, source } = screenOf(files, screen);
  const before = Math.min(part, parseScreen(source).blocks.length);
  return changed(
    files,
    one(
      path,
      Array.from({ length: before }).reduce((text: string) => removeBlock(text, 0), source),
    ),
  );
}

/** The ids of the situations of a module. */
export const scenarioIds = (files: ModuleFiles): string[] =>
  screensOf(files).flatMap(({ source }) => [...source.matchAll(/^::: *scenario +([a-z0-9-]+)/gm)].map(([, id]) => id!));

/** @throws PartNotFound, YamlUnreadable */
export function questionOf(files: ModuleFiles, list: QuestionList, id: string): QuestionPlace {
  const asked = questionPlaces(textOf(files, QUESTIONS_FILE)).find((place) => place.list === list && place.id === id);
  if (!asked) throw new PartNotFound();
  return asked;
}

/** A question, as who asks has seen it. */
export interface SeenQuestion {
  list: QuestionList;
  id: string;
  /** `markOf` its text. */
  seen: string;
}

function seenQuestion(files: ModuleFiles, { list, id, seen }: SeenQuestion): QuestionPlace {
  const place = questionOf(files, list, id);
  if (markOf(place.source) !== seen) throw new ChangedMeanwhile(place.source);
  return place;
}

const inQuestions = (files: ModuleFiles, edit: (text: string) => string): FileChanges =>
  one(QUESTIONS_FILE, edit(textOf(files, QUESTIONS_FILE)));

export function changeQuestion(files: ModuleFiles, seen: SeenQuestion, question: Question): FileChanges {
  const place = seenQuestion(files, seen);
  return inQuestions(files, (text) => replaceQuestion(text, place, { ...question, id: place.id }));
}

/** One question more, filed under its words. @param on where a knowledge check is shown */
export function putQuestion(
  files: ModuleFiles,
  list: QuestionList,
  question: Omit<Question, 'id'>,
  on?: { screen: string; at: number },
): FileChanges {
  const taken = questionPlaces(textOf(files, QUESTIONS_FILE)).map(({ id }) => id);
  const words = question.question.split(/\s+/).slice(0, 5).join(' ');
  const id = idFor(list === 'test' ? `test ${words}` : words, taken, 'question');
  const changes = new Map(inQuestions(files, (text) => addQuestion(text, list, { ...question, id })));
  if (on)
    for (const [path, text] of addPart(files, on, writeBlock({ kind: 'check', question: id }))) changes.set(path, text);
  return changes;
}

/** The question, and what shows it on a screen. */
export function takeQuestion(files: ModuleFiles, seen: SeenQuestion): FileChanges {
  const place = seenQuestion(files, seen);
  const changes = new Map(inQuestions(files, (text) => removeQuestion(text, place)));
  if (seen.list === 'checks')
    for (const { path, source } of screensOf(files)) {
      const at = parseScreen(source).blocks.findIndex((block) => {
        const fields = readBlock(block.source);
        return fields.kind === 'check' && fields.question === seen.id;
      });
      if (at >= 0) changes.set(path, removeBlock(source, at));
    }
  return changes;
}

export function shiftQuestion(files: ModuleFiles, list: QuestionList, id: string, by: -1 | 1): FileChanges {
  const place = questionOf(files, list, id);
  return inQuestions(files, (text) => moveQuestion(text, place, by));
}
