import { ABOUT_FILE, type ModuleFiles, QUESTIONS_FILE, REVIEW_FILE, screensOf, textOf } from '../format/folder';
import type { QuestionList } from '../format/question-fields';
import { type QuestionPlace, questionPlaces } from '../format/questions-text';
import { parseScreen } from '../format/screen-text';
import type { KitProblem } from '../kit/kit.service';

/** Where in a module something is, as those who write it know it. */
export type Place =
  | { at: 'module' }
  /** `part` from 0; without it: the screen itself. */
  | { at: 'screen'; screen: string; part?: number }
  | { at: 'question'; list: QuestionList; id: string }
  | { at: 'questions'; list: QuestionList }
  /** A key of module.yaml. */
  | { at: 'details'; field: string }
  | { at: 'review' }
  | { at: 'picture'; file: string };

/** Of a whole list of questions: said at its first, it would look as if that one was wrong. */
const OF_LIST = /^(?:\d+ checks, at least|No check is of the kind|The bank has \d+ questions|\d+ of \d+ questions ask)/;

/** What the review of a source needs is mended where it is noted. */
const OF_SOURCES = /was last read on|Nobody has written down/;

/** Tells where a problem is. Each file is read once, however much is wrong with it. */
export function placesIn(
  files: ModuleFiles,
): (problem: Pick<KitProblem, 'file' | 'line'> & { message?: string }) => Place {
  const screens = new Map(screensOf(files).map((screen) => [screen.path, screen]));
  const blocks = keptByKey((path: string) => parseScreen(screens.get(path)!.source).blocks);
  const places = keptByKey((path: string) => placesOfQuestions(textOf(files, path)));
  return ({ file, line, message = '' }) => {
    if (file === ABOUT_FILE && OF_SOURCES.test(message) && keyOf(files, line) === 'reviewed')
      return { at: 'details', field: 'lawRead' };
    if (file === ABOUT_FILE) return { at: 'details', field: keyOf(files, line) };
    if (file === QUESTIONS_FILE) {
      const text = textOf(files, file);
      return OF_LIST.test(message) ? listAt(text, line ?? 1) : questionAt(places(file), text, line ?? 1);
    }
    if (file === REVIEW_FILE) return { at: 'review' };
    if (file.startsWith('media/')) return { at: 'picture', file };
    const screen = screens.get(file);
    if (!screen) return { at: 'module' };
    const part = line === undefined || line < 2 ? -1 : blocks(file).findLastIndex((block) => block.line <= line);
    return part < 0 ? { at: 'screen', screen: screen.id } : { at: 'screen', screen: screen.id, part };
  };
}

function keptByKey<T>(read: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    if (!kept.has(key)) kept.set(key, read(key));
    return kept.get(key)!;
  };
}

/** The setting a line belongs to: the last that begins above it. */
const keyAt = (text: string, line: number): string =>
  text
    .split('\n')
    .slice(0, line)
    .map((one) => /^([a-zA-Z]+):/.exec(one)?.[1])
    .findLast((key) => key !== undefined) ?? 'title';

const keyOf = (files: ModuleFiles, line?: number): string => keyAt(textOf(files, ABOUT_FILE), line ?? 1);

/** What cannot be read has none. */
function placesOfQuestions(text: string): QuestionPlace[] {
  try {
    return questionPlaces(text);
  } catch {
    return [];
  }
}

function questionAt(places: readonly QuestionPlace[], text: string, line: number): Place {
  const found = places.find(({ lines: [first, last] }) => first <= line && line <= last);
  return found ? { at: 'question', list: found.list, id: found.id } : listAt(text, line);
}

function listAt(text: string, line: number): Place {
  const isTest = text
    .split('\n')
    .slice(0, line)
    .some((one) => one.startsWith('test:'));
  return { at: 'questions', list: isTest ? 'test' : 'checks' };
}
