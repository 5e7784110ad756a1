import type { WhyClosed } from '@induct/scorm';

/** What a reason means for whoever learns; the codes are those of SCORM's Sequencing and Navigation. */
const WORDS: Readonly<Record<string, string>> = {
  'NB.2.1-4': 'This module moves on by itself',
  'NB.2.1-5': 'You cannot go back here',
  'NB.2.1-6': 'There is nothing before this part',
  'NB.2.1-8': 'Finish the part that is open first',
  'NB.2.1-10': 'The module opens this part itself',
  'SB.2.1-3': 'There is nothing before this part',
  'SB.2.1-4': 'You cannot go back here',
  'SB.2.2-1': 'The module opens this part itself',
  'SB.2.2-2': 'Not open to you now',
  'SB.2.4-1': 'Finish what comes before it first',
  'SB.2.4-2': 'You cannot go back to this part',
  'SB.2.4-3': 'Open what comes before it first',
  'SB.2.9-4': 'The module opens this part itself',
  'SB.2.9-6': 'Open what comes before it first',
  'SB.2.9-7': 'Not open to you now',
  'SB.2.9-8': 'Finish what comes before it first',
};

/** Reasons for which a part is no line of the contents: it was not drawn for this learner, or is hidden until it is due. */
const NOT_SHOWN: readonly string[] = ['SB.2.9-2', 'SB.2.9-3'];

/** @param code why it cannot be opened */
export const reasonInWords = (code: string): string => WORDS[code] ?? 'Not open to you now';

const MOST_NAMED = 3;
const LIST = new Intl.ListFormat('en-GB');

/** What there is to do about a part that is closed; undefined when nothing is known to do. */
export function toOpenIt(why: WhyClosed | undefined, title: (activity: string) => string): string | undefined {
  if (why?.kind === 'attempts')
    return why.limit === 1 ? 'You have used your one try at this' : `You have used your ${why.limit} tries at this`;
  if (why?.kind !== 'waits') return undefined;
  const titles = why.activities.map((activity) => `“${title(activity)}”`);
  const more = titles.length - MOST_NAMED;
  const named = more > 1 ? [...titles.slice(0, MOST_NAMED), `${more} other parts`] : titles;
  return `${why.for === 'passed' ? 'Pass' : 'Finish'} ${LIST.format(named)} first`;
}

/** Why "Continue" leads nowhere: the next part is the one that is not open, and nothing of it can be seen. */
export const whyNotOn = (code: string): string =>
  code.startsWith('SB.2.2-')
    ? 'The next part is not open yet: it may open when you have finished this one'
    : reasonInWords(code);

export const isNotShown = (code: string): boolean => NOT_SHOWN.includes(code);
