/** "A guesser's rule. right is longest: 60% of 20, by chance 25%; so do 33, 44" */
const RULE = /^A guesser's rule\. (.+): (\d+)% of (\d+), by chance (\d+)%/;

/**
 * Rules of a guesser who counts places. The player mixes the choices for everybody (docs/decisions/1400), so where the right one was
 * written helps nobody; those who write files are asked to spread them all the same, those who write in forms are not (1367).
 */
const OF_PLACES = /^(?:(?:right|wise) is (?:first|second|third|fourth)|bot: (?:A|second)|several: A is right)$/;

/** A guesser who always takes it has the same share as the rule says that it is right: one of the two is enough. */
const SAME: Readonly<Record<string, string>> = {
  'bot: longest': 'right is longest',
  'bot: shortest': 'right is shortest',
};

const SHOWS: Readonly<Record<string, string>> = { longest: 'the longest', shortest: 'the shortest' };

const TAKES: Readonly<Record<string, string>> = {
  longest: 'the longest choice',
  shortest: 'the shortest choice',
  false: '“false”',
};

const SEVERAL: Readonly<Record<string, string>> = {
  'longest is right': 'the longest is one of the right ones',
  'one wrong': 'only one choice is wrong',
};

/** Without what says nothing to those who write in forms, or says it twice. */
export function withoutEchoes<T extends { message: string }>(problems: readonly T[]): T[] {
  const ruleOf = ({ message }: T) => RULE.exec(message)?.[1];
  const rules = new Set(problems.map(ruleOf));
  return problems.filter((problem) => {
    const rule = ruleOf(problem);
    if (rule === undefined) return true;
    const same = SAME[rule];
    return !OF_PLACES.test(rule) && (same === undefined || !rules.has(same));
  });
}

/** What gives answers away to somebody who has not read the module, in plain words. Undefined: it is another remark. */
export function guessInWords(message: string): string | undefined {
  const [, name, share, count, chance] = RULE.exec(message) ?? [];
  if (!name) return undefined;
  const of = (percent: string) => Math.round((Number(percent) / 100) * Number(count));
  return `Somebody could guess without having read the module: ${whatOf(name, { often: of(share!), by: of(chance!), count: count! })}`;
}

/** So many of so many, and so many by chance. */
interface Often {
  often: number;
  by: number;
  count: string;
}

function whatOf(name: string, { often, by, count }: Often): string {
  const inSome = (where: string, mend: string) =>
    `in ${often} of ${count} ${where}; by chance it would be about ${by}. ${mend}, for example here.`;
  const [, whose, shape = ''] = /^(right|wise) is (\w+)$/.exec(name) ?? [];
  if (whose && SHOWS[shape]) {
    const where = whose === 'wise' ? 'situations' : 'questions with one right answer';
    const mend = often > by ? 'Make another one' : `Make the ${whose} one`;
    return `the ${whose} choice is ${SHOWS[shape]} ${inSome(where, `${mend} ${SHOWS[shape]} in some`)}`;
  }
  const [, bot = ''] = /^bot: (\w+)$/.exec(name) ?? [];
  if (TAKES[bot]) return `whoever always takes ${TAKES[bot]} is right ${inSome('questions', 'Change that in some')}`;
  const [, several = ''] = /^several: (.+)$/.exec(name) ?? [];
  if (SEVERAL[several])
    return `where several are right, ${SEVERAL[several]} ${inSome('questions', 'Change that in some')}`;
  if (name === 'statement is false')
    return `${often} of ${count} statements are false. Let about half of them be: turn one round, for example this one.`;
  if (name === 'absolute word is wrong')
    return `of ${count} choices with words like “always”, “never” or “only”, ${often} are wrong; by chance it would be about ${by}. Leave such words out, for example here, or use them in right ones, too.`;
  return `${name} ${inSome('cases', 'Change that in some')}`;
}
