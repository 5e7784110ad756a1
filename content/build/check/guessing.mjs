import { readFileSync } from 'node:fs';

/*
 * What somebody gets right who has not read the module. Every measure is a list of cases: how often the rule of a guesser
 * hits (`hit`), how often it would by chance (`chance`), and where the case stands. The measures are of the sources, as if
 * the player mixed nothing. See docs/decisions/1400.
 */

/** How far a measure may be from chance, in shares. With few cases it may be the whole number next to chance on either side. */
const BAND = 0.1;
const allowed = (cases) => Math.max(BAND, 0.999 / cases.length);

/** Words that a careful writer puts into wrong answers, and a guesser knows it. */
const ABSOLUTE =
  /\b(always|never|only|solely|nobody|no one|none|nothing|everybody|everyone|whatever|completely|entirely)\b/i;

/**
 * @param {{ questions: object, screens: object[] }} parts of openCourse
 * @returns {Record<string, { hit: number, chance: number, file: string, line: number }[]>} cases by the name of the measure
 */
export function guessesAt({ questions: { value, file, lineOf }, screens }) {
  const placed = (path, list) => list.map((question, index) => ({ ...question, file, line: lineOf([...path, index]) }));
  const test = placed(['test', 'questions'], value.test.questions);
  const all = [...placed(['checks'], value.checks), ...test];
  const singles = all.filter(({ kind }) => kind === 'single').map(oneRight);
  const multiples = all.filter(({ kind }) => kind === 'multiple');
  const statements = all.filter(({ kind }) => kind === 'true-false');
  const scenarios = screens.flatMap(scenariosOf);
  return {
    ...shapes('right', singles),
    'several: A is right': multiples.map((of) => at(of, Number(of.choices[0].right === true), rightShare(of))),
    'several: longest is right': multiples.map((of) => at(of, longestIsRight(of), rightShare(of))),
    'several: one wrong': multiples.map((of) => at(of, Number(wrongOf(of).length === 1), 1 / (of.choices.length - 1))),
    'statement is false': statements.map((of) => at(of, Number(!of.answer), 0.5)),
    'absolute word is wrong': absolutes([...singles, ...multiples], statements),
    ...shapes('wise', scenarios),
    ...Object.fromEntries(Object.entries(BOTS).map(([name, bot]) => [`bot: ${name}`, plays(bot, test)])),
  };
}

/** The measures that are outside the band. */
export const outside = (measures) =>
  Object.entries(measures)
    .map(([name, cases]) => ({ name, cases, ...sharesOf(cases) }))
    .filter(({ cases, share, chance }) => cases.length > 0 && Math.abs(share - chance) > allowed(cases));

/** @returns {{ share: number, chance: number }} NaN where there are no cases */
export function sharesOf(cases) {
  const mean = (by) => cases.reduce((sum, one) => sum + one[by], 0) / cases.length;
  return { share: mean('hit'), chance: mean('chance') };
}

/** How much longer than the shortest the longest of the choices may be, and how many letters of that nobody notices. */
const LIKE = { times: 2, letters: 20 };

/**
 * The single choices and scenarios in which one choice is so long or so short that it is seen at once.
 * @returns {{ file: string, line: number, lengths: number[] }[]}
 */
export function unlike({ questions: { value, file, lineOf }, screens }) {
  const singles = [
    ...value.checks.map((question, index) => ({ ...question, line: lineOf(['checks', index]) })),
    ...value.test.questions.map((question, index) => ({ ...question, line: lineOf(['test', 'questions', index]) })),
  ].filter(({ kind }) => kind === 'single');
  return [...singles.map((of) => ({ file, ...oneRight(of) })), ...screens.flatMap(scenariosOf)]
    .map(({ file: where, line, texts }) => ({ file: where, line, lengths: texts.map(({ length }) => length) }))
    .filter(({ lengths }) => {
      const [most, least] = [Math.max(...lengths), Math.min(...lengths)];
      return most > least * LIKE.times && most > least + LIKE.letters;
    });
}

const at = ({ file, line }, hit, chance) => ({ hit, chance, file, line });
const PLACES = ['first', 'second', 'third', 'fourth'];

/** Where the right one of several texts stands, and how long it is beside the others. */
function shapes(word, list) {
  const extreme = (best) => (of) => at(of, hits(of, best), 1 / of.texts.length);
  return {
    [`${word} is longest`]: list.map(extreme(Math.max)),
    [`${word} is shortest`]: list.map(extreme(Math.min)),
    ...Object.fromEntries(
      PLACES.map((place, index) => [
        `${word} is ${place}`,
        list
          .filter(({ texts }) => texts.length > index)
          .map((of) => at(of, Number(of.right === index), 1 / of.texts.length)),
      ]),
    ),
  };
}

/** Among equals a guesser takes any. */
function hits({ texts, right }, best) {
  const lengths = texts.map(({ length }) => length);
  const most = best(...lengths);
  return lengths[right] === most ? 1 / lengths.filter((length) => length === most).length : 0;
}

const oneRight = (question) => ({
  ...question,
  texts: question.choices.map(({ text }) => text),
  right: question.choices.findIndex(({ right }) => right),
});

const wrongOf = ({ choices }) => choices.filter(({ right }) => !right);
const rightShare = (question) => 1 - wrongOf(question).length / question.choices.length;

function longestIsRight({ choices }) {
  const most = Math.max(...choices.map(({ text }) => text.length));
  const longest = choices.filter(({ text }) => text.length === most);
  return longest.filter(({ right }) => right).length / longest.length;
}

function absolutes(choosing, statements) {
  const options = choosing.flatMap((of) =>
    of.choices.map(({ text, right }) => ({
      text,
      of,
      hit: Number(!right),
      chance: wrongOf(of).length / of.choices.length,
    })),
  );
  const said = statements.map((of) => ({ text: of.question, of, hit: Number(!of.answer), chance: 0.5 }));
  return [...options, ...said]
    .filter(({ text }) => ABSOLUTE.test(text))
    .map(({ of, hit, chance }) => at(of, hit, chance));
}

/** The scenarios of a screen, also those that follow in a choice; where several choices are wise, the last is looked for. */
function scenariosOf({ file }) {
  const scenarios = [];
  /** The blocks that are open, innermost last: their scenario, or that around them. */
  const open = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const [, name, words = ''] = /^:::\s*([a-z]+)\s*(.*)$/.exec(line) ?? [];
      if (/^:::\s*$/.test(line)) open.pop();
      if (!name) return;
      const within = open.at(-1);
      if (name === 'scenario') scenarios.push({ file, line: index + 1, texts: [], right: -1 });
      open.push(name === 'scenario' ? scenarios.at(-1) : within);
      const [, tone, text] = /^(wise|partly|unwise) (.+)$/.exec(name === 'choice' ? words : '') ?? [];
      if (!text || !within) return;
      if (tone === 'wise') within.right = within.texts.length;
      within.texts.push(text);
    });
  return scenarios.filter(({ right }) => right >= 0);
}

const longerThanMost = (texts) => texts.map(({ length }) => length > texts.join('').length / texts.length);
const only = (place) => (texts) => texts.map((_, index) => index === place);

/** Guessers: what each takes of a single choice (a place), ticks of several, and says to a statement. */
const BOTS = {
  longest: { takes: Math.max, ticks: longerThanMost, says: undefined },
  shortest: { takes: Math.min, ticks: (texts) => longerThanMost(texts).map((is) => !is), says: undefined },
  A: { takes: 0, ticks: (texts) => texts.map((_, index) => index < texts.length - 1), says: true },
  second: { takes: 1, ticks: only(1), says: false },
  false: { takes: undefined, ticks: undefined, says: false },
};

/** Plays the questions of a test that can be guessed; where a bot has no rule it is as good as chance. */
function plays({ takes, ticks, says }, test) {
  const play = {
    single(of) {
      const one = oneRight(of);
      const chance = 1 / of.choices.length;
      if (takes === undefined) return at(of, chance, chance);
      return at(of, typeof takes === 'number' ? Number(one.right === takes) : hits(one, takes), chance);
    },
    multiple(of) {
      // Anything but nothing and everything.
      const chance = 1 / (2 ** of.choices.length - 2);
      const ticked = ticks?.(of.choices.map(({ text }) => text));
      const right = ticked?.every((is, index) => is === (of.choices[index].right === true));
      return at(of, ticked ? Number(right) : chance, chance);
    },
    'true-false': (of) => at(of, says === undefined ? 0.5 : Number(says === of.answer), 0.5),
  };
  return test.filter(({ kind }) => play[kind]).map((question) => play[question.kind](question));
}
