const LEAST = { bank: 20, checks: 3 };
const DRAW = 10;
/** More does not fit beside its item on a phone. */
const LONGEST_MATCH = 60;

/** The knowledge checks and the bank: enough of them, and readable on a phone. For what gives answers away see guessing.mjs. */
export function checkBank({ questions }, problems) {
  if (!questions) return;
  const { value, file, lineOf } = questions;
  const { checks, test } = value;
  if (checks.length < LEAST.checks)
    problems.add(file, lineOf(['checks']), `${checks.length} checks, at least ${LEAST.checks}`);
  if (!checks.some(({ kind }) => ['matching', 'ordering', 'number'].includes(kind)))
    problems.warn(file, lineOf(['checks']), 'No check is of the kind matching, ordering or number');
  if (test.questions.length < LEAST.bank)
    problems.add(
      file,
      lineOf(['test', 'questions']),
      `The bank has ${test.questions.length} questions, at least ${LEAST.bank}`,
    );
  if (test.draw !== DRAW)
    problems.add(file, lineOf(['test', 'draw']), `Each try draws ${test.draw} questions; draw ${DRAW}`);
  noteLongMatches(questions, problems);
}

function noteLongMatches({ value: { checks, test }, file, lineOf }, problems) {
  for (const [path, list] of [
    [['checks'], checks],
    [['test', 'questions'], test.questions],
  ]) {
    list.forEach((question, index) => {
      question.pairs?.forEach(({ match }, place) => {
        if (match.length > LONGEST_MATCH)
          problems.warn(
            file,
            lineOf([...path, index, 'pairs', place, 'match']),
            `A match of ${match.length} letters; keep it under ${LONGEST_MATCH} for a phone`,
          );
      });
    });
  }
}
