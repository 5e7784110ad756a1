const LEAST = { bank: 20, checks: 3 };
const DRAW = 10;
/** Shares of the single-choice questions. */
const MOST = { sameLetter: 0.5, longestIsRight: 0.6 };
/** More does not fit beside its item on a phone. */
const LONGEST_MATCH = 60;

/** The knowledge checks and the bank: enough of them, and no pattern that gives the answers away. */
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
  const singles = test.questions.filter(({ kind }) => kind === 'single');
  notePatterns(
    singles,
    (message) => problems.warn(file, lineOf(['test', 'questions']), message),
    () => problems.add(file, lineOf(['test', 'questions']), 'The right answer has the same letter in every question'),
  );
  const statements = test.questions.filter(({ kind }) => kind === 'true-false');
  if (statements.length > 3 && new Set(statements.map(({ answer }) => answer)).size === 1)
    problems.warn(file, lineOf(['test', 'questions']), `Every statement of the bank is ${statements[0].answer}`);
  noteLongMatches(questions, problems);
}

function notePatterns(singles, warn, sameLetter) {
  if (singles.length < 4) return;
  const places = singles.map(({ choices }) => choices.findIndex(({ right }) => right));
  const most = Math.max(...[0, 1, 2, 3, 4, 5].map((place) => places.filter((at) => at === place).length));
  if (most === singles.length) sameLetter();
  else if (most / singles.length > MOST.sameLetter)
    warn(`${most} of ${singles.length} single choices have the right answer in the same place: spread it`);
  const longest = singles.filter(({ choices }) => {
    const lengths = choices.map(({ text }) => text.length).toSorted((a, b) => b - a);
    return choices.find(({ right }) => right).text.length === lengths[0] && lengths[0] > lengths[1];
  });
  if (longest.length / singles.length > MOST.longestIsRight)
    warn(`The right choice is the longest in ${longest.length} of ${singles.length} single choices: a guesser's rule`);
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
