import type { WhyClosed } from '@induct/scorm';
import { say, spokenLanguage } from '../speech/say';

/** What a reason means for whoever learns; the codes are those of SCORM's Sequencing and Navigation. */
const WORDS: Readonly<Record<string, () => string>> = {
  'NB.2.1-4': () => say('This module moves on by itself'),
  'NB.2.1-5': () => say('You cannot go back here'),
  'NB.2.1-6': () => say('There is nothing before this part'),
  'NB.2.1-8': () => say('Finish the part that is open first'),
  'NB.2.1-10': () => say('The module opens this part itself'),
  'SB.2.1-3': () => say('There is nothing before this part'),
  'SB.2.1-4': () => say('You cannot go back here'),
  'SB.2.2-1': () => say('The module opens this part itself'),
  'SB.2.2-2': () => say('Not open to you now'),
  'SB.2.4-1': () => say('Finish what comes before it first'),
  'SB.2.4-2': () => say('You cannot go back to this part'),
  'SB.2.4-3': () => say('Open what comes before it first'),
  'SB.2.9-4': () => say('The module opens this part itself'),
  'SB.2.9-6': () => say('Open what comes before it first'),
  'SB.2.9-7': () => say('Not open to you now'),
  'SB.2.9-8': () => say('Finish what comes before it first'),
};

/** Reasons for which a part is no line of the contents: it was not drawn for this learner, or is hidden until it is due. */
const NOT_SHOWN: readonly string[] = ['SB.2.9-2', 'SB.2.9-3'];

/** @param code why it cannot be opened */
export const reasonInWords = (code: string): string => WORDS[code]?.() ?? say('Not open to you now');

const MOST_NAMED = 3;

/** What there is to do about a part that is closed; undefined when nothing is known to do. */
export function toOpenIt(why: WhyClosed | undefined, title: (activity: string) => string): string | undefined {
  if (why?.kind === 'attempts')
    return why.limit === 1
      ? say('You have used your one try at this')
      : say('You have used your ⟨0⟩ tries at this', why.limit);
  if (why?.kind === 'duration') return say('The time for this part is over');
  if (why?.kind === 'begin') return say('This part opens on ⟨0⟩ at ⟨1⟩', ...dayAndTime(why.at));
  if (why?.kind === 'end') return say('This part closed on ⟨0⟩ at ⟨1⟩', ...dayAndTime(why.at));
  if (why?.kind !== 'waits') return undefined;
  const titles = why.activities.map((activity) => `“${title(activity)}”`);
  const more = titles.length - MOST_NAMED;
  const named = more > 1 ? [...titles.slice(0, MOST_NAMED), say('⟨0⟩ other parts', more)] : titles;
  const list = new Intl.ListFormat(spokenLanguage()).format(named);
  return why.for === 'passed' ? say('Pass ⟨0⟩ first', list) : say('Finish ⟨0⟩ first', list);
}

function dayAndTime(at: number): [day: string, time: string] {
  const said = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(spokenLanguage(), { ...parts, timeZone: 'Europe/London' }).format(at);
  return [
    said({ day: 'numeric', month: 'long', year: 'numeric' }),
    said({ hour: '2-digit', minute: '2-digit', hour12: false }),
  ];
}

/** Why "Continue" leads nowhere: the next part is the one that is not open, and nothing of it can be seen. */
export const whyNotOn = (code: string): string =>
  code.startsWith('SB.2.2-')
    ? say('The next part is not open yet: it may open when you have finished this one')
    : reasonInWords(code);

export const isNotShown = (code: string): boolean => NOT_SHOWN.includes(code);
