import { textsOf } from './texts.mjs';

/** What one part of a module says about another: screens, checks and objectives that are named must be there. */
export function noteReferences({ folder, about, questions, screens }, problems) {
  noteTwice(
    screens.flatMap(({ scenarios }) => scenarios),
    (id) => problems.add(folder, undefined, `Two scenarios have the id "${id}"`),
  );
  noteTwice(
    screens.map(({ id }) => id),
    (id) => problems.add(folder, undefined, `Two screens have the name "${id}"`),
  );
  for (const source of [about, questions].filter(Boolean)) {
    for (const { path, text } of textsOf(source.value)) {
      if (text.includes('{{'))
        problems.add(source.file, source.lineOf(path), '{{…}} is filled only in a block "council"');
    }
  }
  const isScreen = (wanted) => screens.some(({ id }) => id === wanted);
  const objectives = about?.value.objectives;
  objectives?.forEach((objective, index) => {
    objective.screens.forEach((screen, place) => {
      if (isScreen(screen)) return;
      problems.add(about.file, about.lineOf(['objectives', index, 'screens', place]), `There is no screen "${screen}"`);
    });
  });
  noteTwice(objectives?.map(({ id }) => id) ?? [], (id) =>
    problems.add(about.file, undefined, `Two objectives have the id "${id}"`),
  );
  if (questions) noteQuestions(questions, { objectives, isScreen, screens }, problems);
}

function noteQuestions({ value: { checks, test }, file, lineOf }, { objectives, isScreen, screens }, problems) {
  const shown = screens.flatMap((screen) => screen.checks);
  const noteObjective = ({ objective }, path) => {
    if (!objectives || objectives.some(({ id }) => id === objective)) return;
    problems.add(file, lineOf([...path, 'objective']), `module.yaml has no objective "${objective}"`);
  };
  checks.forEach((check, index) => {
    noteObjective(check, ['checks', index]);
    const times = shown.filter((id) => id === check.id).length;
    if (times === 0) problems.add(file, lineOf(['checks', index]), `No screen shows the check "${check.id}"`);
    if (times > 1) problems.add(file, lineOf(['checks', index]), `The check "${check.id}" is shown more than once`);
  });
  test.questions.forEach((question, index) => {
    noteObjective(question, ['test', 'questions', index]);
    if (isScreen(question.screen)) return;
    problems.add(file, lineOf(['test', 'questions', index, 'screen']), `There is no screen "${question.screen}"`);
  });
  noteTwice(
    [...checks, ...test.questions].map(({ id }) => id),
    (id) => problems.add(file, undefined, `Two questions have the id "${id}"`),
  );
}

function noteTwice(ids, note) {
  for (const id of new Set(ids.filter((candidate, index) => ids.indexOf(candidate) !== index))) note(id);
}
