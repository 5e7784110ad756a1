import { ABOUT_FILE, type ModuleFiles, QUESTIONS_FILE, REVIEW_FILE, screensOf, textOf } from '../format/folder';
import type { QuestionList } from '../format/question-fields';
import { questionPlaces } from '../format/questions-text';
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

/** Where a file and a line are. */
export function placeOf({ file, line }: Pick<KitProblem, 'file' | 'line'>, files: ModuleFiles): Place {
  if (file === ABOUT_FILE) return { at: 'details', field: keyAt(textOf(files, file), line ?? 1) };
  if (file === QUESTIONS_FILE) return questionAt(textOf(files, file), line ?? 1);
  if (file === REVIEW_FILE) return { at: 'review' };
  if (file.startsWith('media/')) return { at: 'picture', file };
  const screen = screensOf(files).find(({ path }) => path === file);
  if (!screen) return { at: 'module' };
  const part = line === undefined || line < 2 ? -1 : partAt(screen.source, line);
  return part < 0 ? { at: 'screen', screen: screen.id } : { at: 'screen', screen: screen.id, part };
}

const partAt = (source: string, line: number): number =>
  parseScreen(source).blocks.findLastIndex((block) => block.line <= line);

/** The setting a line belongs to: the last that begins above it. */
const keyAt = (text: string, line: number): string =>
  text
    .split('\n')
    .slice(0, line)
    .map((one) => /^([a-zA-Z]+):/.exec(one)?.[1])
    .findLast((key) => key !== undefined) ?? 'title';

function questionAt(text: string, line: number): Place {
  try {
    const found = questionPlaces(text).find(({ lines: [first, last] }) => first <= line && line <= last);
    if (found) return { at: 'question', list: found.list, id: found.id };
  } catch {
    // What cannot be read has no questions.
  }
  const isTest = text
    .split('\n')
    .slice(0, line)
    .some((one) => one.startsWith('test:'));
  return { at: 'questions', list: isTest ? 'test' : 'checks' };
}
