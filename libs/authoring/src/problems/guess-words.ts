/** "A guesser's rule. right is longest: 60% of 20, by chance 25%; so do 33, 44" */
const RULE = /^A guesser's rule\. (.+): (\d+%) of (\d+), by chance (\d+%)/;

const SHOWS: Readonly<Record<string, string>> = {
  longest: 'is the longest',
  shortest: 'is the shortest',
  first: 'stands first',
  second: 'stands second',
  third: 'stands third',
  fourth: 'stands fourth',
};

const TAKES: Readonly<Record<string, string>> = {
  longest: 'Whoever always takes the longest choice',
  shortest: 'Whoever always takes the shortest choice',
  A: 'Whoever always takes the first choice',
  second: 'Whoever always takes the second choice',
  false: 'Whoever always says “false”',
};

const SEVERAL: Readonly<Record<string, string>> = {
  'A is right': 'Where several choices are right, the first is one of them',
  'longest is right': 'Where several choices are right, the longest is one of them',
  'one wrong': 'Where several choices are right, only one is wrong',
};

/** What gives answers away to somebody who has not read the module, in plain words. Undefined: it is another remark. */
export function guessInWords(message: string): string | undefined {
  const [, name, share, count, chance] = RULE.exec(message) ?? [];
  if (!name) return undefined;
  const often = `in ${share} of ${count}, and by chance it would be ${chance}`;
  return `Somebody could guess here without having read the module. ${whatOf(name, often, { share: share!, chance: chance! })}`;
}

function whatOf(name: string, often: string, { share, chance }: { share: string; chance: string }): string {
  const [, whose, shape] = /^(right|wise) is (\w+)$/.exec(name) ?? [];
  if (shape && SHOWS[shape]) {
    const where = whose === 'wise' ? 'situation' : 'question';
    return `The ${whose} choice ${SHOWS[shape]} ${often}: change that in some ${where}s.`;
  }
  const [, bot] = /^bot: (\w+)$/.exec(name) ?? [];
  if (bot && TAKES[bot]) return `${TAKES[bot]} gets ${share} of the test right, and by chance it would be ${chance}.`;
  const [, several] = /^several: (.+)$/.exec(name) ?? [];
  if (several && SEVERAL[several]) return `${SEVERAL[several]} ${often}.`;
  if (name === 'statement is false') return `Of the statements, ${share} are false: let about half of them be.`;
  if (name === 'absolute word is wrong')
    return `Choices with words like “always”, “never” and “only” are wrong ${often}: use such words in right ones, too.`;
  return `${name}: ${often}.`;
}
