import { takeQuestion, markOf, screenOf } from './edits';
import {
  ABOUT_FILE,
  changed,
  changesTo,
  type FileChanges,
  type ModuleFiles,
  QUESTIONS_FILE,
  removeScreen,
  textOf,
} from './folder';
import { readBlock } from './block-fields';
import { type Objective, readDetails, setDetails } from './module-text';
import type { Question } from './question-fields';
import { questionPlaces, readQuestions } from './questions-text';
import { parseScreen } from './screen-text';

/** What would point at a screen that is not there any more. */
export interface HangsOnScreen {
  /** Aims that name it, and others beside it. */
  aims: readonly Objective[];
  /** Aims that name it alone: without it nothing teaches them. */
  onlyAims: readonly Objective[];
  /** Knowledge checks that stand on it. */
  checks: readonly Question[];
  /** Questions of the final test that send people there. */
  test: readonly Question[];
}

/** @throws PartNotFound, YamlUnreadable */
export function hangsOnScreen(files: ModuleFiles, id: string): HangsOnScreen {
  const shown = parseScreen(screenOf(files, id).source).blocks.flatMap(({ source }) => {
    const fields = readBlock(source);
    return fields.kind === 'check' ? [fields.question] : [];
  });
  const questions = readQuestions(textOf(files, QUESTIONS_FILE));
  const naming = readDetails(textOf(files, ABOUT_FILE)).objectives.filter(({ screens }) => screens.includes(id));
  return {
    aims: naming.filter(({ screens }) => screens.length > 1),
    onlyAims: naming.filter(({ screens }) => screens.length === 1),
    checks: questions.checks.filter((question) => shown.includes(question.id)),
    test: questions.test.filter(({ screen }) => screen === id),
  };
}

/**
 * A screen goes, and aims that name others beside it name it no more; an aim that names it alone is left as it is, and is said to be
 * mended.
 * @param withQuestions its knowledge checks and the questions that send people there go, too
 * @throws PartNotFound, YamlUnreadable
 */
export function takeScreen(files: ModuleFiles, id: string, withQuestions: boolean): FileChanges {
  const { aims, checks, test } = hangsOnScreen(files, id);
  let now = files;
  if (withQuestions)
    for (const [list, question] of [
      ...checks.map((one) => ['checks', one] as const),
      ...test.map((one) => ['test', one] as const),
    ]) {
      const place = questionPlaces(textOf(now, QUESTIONS_FILE)).find(
        (one) => one.list === list && one.id === question.id,
      )!;
      now = changed(now, takeQuestion(now, { list, id: question.id, seen: markOf(place.source) }));
    }
  now = changed(now, removeScreen(now, id));
  if (aims.length > 0) {
    const about = textOf(now, ABOUT_FILE);
    const objectives = readDetails(about).objectives.map((aim) =>
      aim.screens.length > 1 ? { ...aim, screens: aim.screens.filter((screen) => screen !== id) } : aim,
    );
    now = changed(now, new Map([[ABOUT_FILE, setDetails(about, { objectives })]]));
  }
  return changesTo(files, now);
}
