const LEAST_QUESTIONS = 3;

/**
 * Every objective is taught by a screen, and tested by at least three questions of the bank. Whoever writes names aims before there
 * are screens, so it builds without them. That the screens that it names exist is the build's concern.
 */
export function checkObjectives({ about, questions, screens }, problems) {
  if (!about || !questions) return;
  const { objectives } = about.value;
  const bank = questions.value.test.questions;
  objectives.forEach(({ id, screens: taught }, index) => {
    const asked = bank.filter(({ objective }) => objective === id);
    const line = about.lineOf(['objectives', index]);
    if (taught.length === 0) problems.add(about.file, line, `No screen is named that teaches "${id}"`);
    if (asked.length < LEAST_QUESTIONS)
      problems.add(
        about.file,
        line,
        `The bank tests "${id}" with ${asked.length} questions, at least ${LEAST_QUESTIONS}`,
      );
    for (const { id: question, screen } of asked) {
      if (taught.includes(screen)) continue;
      const at = questions.lineOf(['test', 'questions', bank.findIndex((given) => given.id === question), 'screen']);
      problems.warn(
        questions.file,
        at,
        `"${question}" sends to "${screen}", which "${id}" does not name among its screens`,
      );
    }
  });
  for (const { id, file } of screens.slice(1)) {
    if (objectives.some(({ screens: taught }) => taught.includes(id))) continue;
    problems.warn(file, 1, 'No objective names this screen: does it have to be there?');
  }
}
