import { type Command, commandsOf } from './commands';
import { pairsOf, type Words, withoutEscapes } from './properties';

/** One time that an activity is delivered. */
export interface Visit {
  /** As the address of the SCO names it. */
  activity: string;
  /** What the tester is asked about the player before anything else happens: keys such as `continue.enabled`. */
  questions: string[];
  /** Y or N for each. */
  answers: string[];
  commands: Command[];
  /** What the tester is told at the end, by key; '' where the content goes on by itself. */
  instruction: string;
}

/** A case of the suite: what has to happen, in this order. */
export interface CaseScript {
  name: string;
  /** Title of the activity that the tester chooses first, name of a package, or '.' where nothing is to be chosen. */
  start: string;
  /** At the end the tester says whether the sequencing session has ended. */
  asksWhetherEnded: boolean;
  visits: Visit[];
}

/** @param words what the short names in commands stand for */
export function caseScriptOf(text: string, words: Words): CaseScript {
  const about = new Map<string, string>();
  const visits: Visit[] = [];
  let current = '';
  for (const [key, value] of pairsOf(text)) {
    const [visit = '', field = ''] = key.split('.');
    const activity = /^Act(.+)V\d+$/.exec(visit)?.[1];
    if (activity === undefined) {
      about.set(key, value);
      continue;
    }
    if (visit !== current) visits.push({ activity, questions: [], answers: [], commands: [], instruction: '' });
    current = visit;
    const latest = visits.at(-1)!;
    if (field === 'UIQ') latest.questions = value.split('~');
    else if (field === 'UIA') latest.answers = value.split('~');
    else if (field === 'CUI') latest.instruction = value;
    else if (field === 'commands') latest.commands.push(...commandsOf(withoutEscapes(value), words));
  }
  return {
    name: about.get('title') ?? '',
    start: about.get('start') ?? '.',
    asksWhetherEnded: (about.get('UserInterAct') ?? '') !== '',
    visits,
  };
}
