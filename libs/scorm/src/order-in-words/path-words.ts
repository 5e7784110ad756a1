import { codeInWords } from './code-words';

type TitleOf = (activity: string) => string;

const REQUESTS: Readonly<Record<string, string>> = {
  start: 'the beginning',
  resumeAll: 'the place that was left',
  continue: 'the next part (Continue)',
  previous: 'the part before (Previous)',
  choice: 'a part from the contents',
  jump: 'a jump to a part',
  exit: 'the end of the open part',
  exitAll: 'the end of the attempt',
  abandon: 'the open part to be dropped',
  abandonAll: 'the attempt to be dropped',
  suspendAll: 'a break: to be gone on with later',
};

const ENDINGS: Readonly<Record<string, string>> = {
  exit: 'What is open has to end first.',
  exitAll: 'Everything that is open has to end.',
  abandon: 'What is open is dropped.',
  abandonAll: 'Everything that is open is dropped.',
  suspendAll: 'Everything that is open is put away.',
};

const SEARCHES: Readonly<Record<string, string>> = {
  start: 'Looking for the first part that can be opened.',
  resumeAll: 'Looking for the part that was put away.',
  continue: 'Looking for the next part that can be opened.',
  previous: 'Looking for the part before that can be opened.',
  choice: 'Looking whether what was chosen can be opened.',
  jump: 'Going straight to the part that was named.',
  exit: 'Looking whether anything is left open.',
  retry: 'Looking for the first part to be tried again.',
};

const AFTERWARDS: Readonly<Record<string, string>> = {
  exitParent: 'its group ends as well',
  exitAll: 'the whole attempt ends',
  retry: 'it is taken again',
  retryAll: 'everything is taken again from the start',
  continue: 'the next part follows',
  previous: 'the part before follows',
};

/** What each process of the book has to say, of what stands behind its name in a path. */
const PROCESSES: Readonly<Record<string, (rest: string, titleOf: TitleOf) => string | undefined>> = {
  'NB.2.1': (request) => REQUESTS[request] && `Asked for: ${REQUESTS[request]}.`,
  'TB.2.3': (request) => ENDINGS[request],
  'UP.4': (activity, titleOf) => `${titleOf(activity)} ends.`,
  'TB.2.1': (activity, titleOf) => `A rule of ${titleOf(activity)} says that it ends now.`,
  'TB.2.2': (rest, titleOf) => {
    const [, action = '', activity = ''] = /^(\S+) (.*)$/su.exec(rest) ?? [];
    return AFTERWARDS[action] && `A rule for when ${titleOf(activity)} has ended holds: ${AFTERWARDS[action]}.`;
  },
  'SB.2.12': (request) => SEARCHES[request],
  'SB.2.2': (rest, titleOf) => {
    const [, activity] = /^skips (.*)$/su.exec(rest) ?? [];
    return activity === undefined ? undefined : `A rule of ${titleOf(activity)} says that it is passed over.`;
  },
  'DB.1.1': (code) => `It cannot be opened: ${codeInWords(code)}.`,
  'DB.2': (activity, titleOf) => `${titleOf(activity)} opens.`,
};

/**
 * The way that a request went through the rules, a sentence for each step.
 * @param path as `navigate` gives it
 * @param titleOf in quotation marks, or as it is to be said
 */
export function pathInWords(path: readonly string[], titleOf: TitleOf): string[] {
  const sentences = path.map((step) => {
    const [, process = step, rest = ''] = /^(\S+) (.*)$/su.exec(step) ?? [];
    return PROCESSES[process]?.(rest, titleOf) ?? `It stops: ${codeInWords(step)}.`;
  });
  return sentences.filter((sentence, at) => sentence !== sentences[at - 1]);
}
