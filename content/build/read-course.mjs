import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ModuleFile, QuestionsFile } from './course.schema.mjs';
import { renderInline, renderMarkdown } from './markdown.mjs';
import { Problems } from './problems.mjs';
import { readingMinutes, testMinutes } from './reading-time.mjs';
import { readYaml } from './read-yaml.mjs';

/** Reads and checks the folder of one module. Throws CourseSourcesInvalid with everything that is wrong. */
export function readCourse(folder) {
  const problems = new Problems();
  const about = readYaml(join(folder, 'module.yaml'), ModuleFile, problems);
  const questionsFile = join(folder, 'questions.yaml');
  const questions = readYaml(questionsFile, QuestionsFile, problems);
  problems.throwIfAny();

  const checks = questions.value.checks.map(withLetters);
  const test = { ...questions.value.test, questions: questions.value.test.questions.map(withLetters) };
  const screens = readScreens(folder, checks, problems);

  const used = new Set(screens.flatMap((screen) => screen.checks));
  checks.forEach(({ id }, index) => {
    if (!used.has(id))
      problems.add(questionsFile, questions.lineOf(['checks', index]), `No screen shows the check "${id}"`);
  });
  test.questions.forEach(({ screen }, index) => {
    if (screens.some(({ id }) => id === screen)) return;
    problems.add(
      questionsFile,
      questions.lineOf(['test', 'questions', index, 'screen']),
      `There is no screen "${screen}"`,
    );
  });
  for (const id of twice([...checks, ...test.questions].map((question) => question.id))) {
    problems.add(questionsFile, undefined, `Two questions have the id "${id}"`);
  }
  for (const id of twice(screens.flatMap(({ scenarios }) => scenarios))) {
    problems.add(folder, undefined, `Two scenarios have the id "${id}"`);
  }
  test.minutes = testMinutes(test.questions.length);
  const { minutes } = about.value;
  const estimate = [test, ...screens].reduce((sum, part) => sum + part.minutes, 0);
  if (Math.abs(estimate - minutes) > minutes / 3) {
    const message = `It says ${minutes} minutes but reads as about ${Math.round(estimate)}`;
    problems.add(join(folder, 'module.yaml'), about.lineOf(['minutes']), message);
  }
  problems.throwIfAny();
  // The parts add up to what the module promises.
  for (const part of [test, ...screens]) part.minutes *= minutes / estimate;
  return { slug: basename(folder), ...about.value, screens, checks, test };
}

/** The screens in the order of their numbers: 01-welcome.md, 02-principles.md … */
function readScreens(folder, checks, problems) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted();
  if (names.length === 0) problems.add(folder, undefined, 'There are no screens: write files like 01-welcome.md');
  return names.flatMap((name, index) => {
    const file = join(folder, name);
    const [, id] = /^\d\d-([a-z][a-z0-9-]*)\.md$/.exec(name) ?? [];
    if (!id) return problems.add(file, undefined, 'Name a screen like 01-welcome.md') ?? [];
    const source = readFileSync(file, 'utf8');
    const [, title] = /^# (.+)$/m.exec(source.split('\n')[0]) ?? [];
    if (!title) return problems.add(file, 1, 'The first line is the title of the screen, like "# Welcome"') ?? [];
    const env = {
      firstLine: 0,
      checks: [],
      scenarios: [],
      checkById: (wanted) => checks.find((check) => check.id === wanted),
    };
    try {
      // The title's line stays, empty, so that line numbers are those of the file.
      const html = renderMarkdown(source.replace(/^.*/, ''), env);
      return {
        id,
        number: index + 1,
        title,
        html,
        checks: env.checks,
        scenarios: env.scenarios,
        minutes: readingMinutes(html, env.checks.length),
      };
    } catch (error) {
      if (error.line === undefined) throw error;
      return problems.add(file, error.line + 1, error.message) ?? [];
    }
  });
}

/** Every kind of question as the player sees it: choices with letters, and the letters of the right ones. */
function withLetters(question) {
  const given =
    question.kind === 'true-false'
      ? [
          { text: 'True', right: question.answer, feedback: question.ifTrue },
          { text: 'False', right: !question.answer, feedback: question.ifFalse },
        ]
      : question.choices;
  const choices = given.map((choice, index) => ({
    letter: 'abcdef'[index],
    text: choice.text,
    right: choice.right === true,
    feedback: choice.feedback && renderInline(choice.feedback),
  }));
  return { ...question, choices, right: choices.filter(({ right }) => right).map(({ letter }) => letter) };
}

const twice = (ids) => new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
