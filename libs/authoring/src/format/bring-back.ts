import {
  ABOUT_FILE,
  changed,
  changesTo,
  type FileChanges,
  type ModuleFiles,
  putScreen,
  QUESTIONS_FILE,
  screensOf,
  textOf,
} from './folder';
import { readDetails, setAimsOf } from './module-text';
import { QUESTION_LISTS } from './question-fields';
import { addQuestion, readQuestions } from './questions-text';
import { insertBlock, parseScreen } from './screen-text';

/**
 * Brings back what a change took away, and leaves what was written since as it is. What is there already stays as it is.
 * @param before as it was before that change @param after as that change left it
 * @throws YamlUnreadable
 */
export function bringBack(now: ModuleFiles, before: ModuleFiles, after: ModuleFiles): FileChanges {
  const steps = [screensBack, questionsBack, partsBack, aimsBack];
  return changesTo(
    now,
    steps.reduce((files, step) => changed(files, step(files, before, after)), now),
  );
}

const missing = <T extends { id: string }>(before: readonly T[], after: readonly T[], now: readonly T[]): T[] =>
  before.filter(({ id }) => ![...after, ...now].some((one) => one.id === id));

function screensBack(now: ModuleFiles, before: ModuleFiles, after: ModuleFiles): FileChanges {
  const gone = missing(screensOf(before), screensOf(after), screensOf(now));
  return changesTo(
    now,
    gone.reduce((files, screen) => changed(files, putScreen(files, screen)), now),
  );
}

function questionsBack(now: ModuleFiles, before: ModuleFiles, after: ModuleFiles): FileChanges {
  const [was, left, is] = [before, after, now].map((files) => readQuestions(textOf(files, QUESTIONS_FILE)));
  let text = textOf(now, QUESTIONS_FILE);
  for (const list of QUESTION_LISTS)
    for (const question of missing(was![list], left![list], is![list])) text = addQuestion(text, list, question);
  return new Map([[QUESTIONS_FILE, text]]);
}

/** A part that was taken from a screen comes back to its place; a knowledge check takes its part along when it goes. */
function partsBack(now: ModuleFiles, before: ModuleFiles, after: ModuleFiles): FileChanges {
  const partsOf = (files: ModuleFiles, id: string) => {
    const screen = screensOf(files).find((one) => one.id === id);
    return screen && { ...screen, parts: parseScreen(screen.source).blocks.map(({ source }) => source) };
  };
  const back = screensOf(before).flatMap(({ id }): (readonly [string, string])[] => {
    const [was, left, is] = [partsOf(before, id)!, partsOf(after, id), partsOf(now, id)];
    if (!left || !is || was.parts.length !== left.parts.length + 1) return [];
    const at = was.parts.findIndex((part, index) => part !== left.parts[index]);
    const part = was.parts[at]!;
    return is.parts.includes(part) ? [] : [[is.path, insertBlock(is.source, Math.min(at, is.parts.length), part)]];
  });
  return new Map(back);
}

function aimsBack(now: ModuleFiles, before: ModuleFiles, after: ModuleFiles): FileChanges {
  const [was, left] = [before, after].map((files) => readDetails(textOf(files, ABOUT_FILE)).objectives);
  const there = screensOf(now).map(({ id }) => id);
  let text = textOf(now, ABOUT_FILE);
  for (const { id, screens } of was!) {
    const kept = left!.find((aim) => aim.id === id)?.screens ?? [];
    for (const screen of screens.filter((one) => !kept.includes(one) && there.includes(one)))
      text = setAimsOf(text, screen, { was: [], now: [id] });
  }
  return new Map([[ABOUT_FILE, text]]);
}
