import { asTyped, britishTime, readerDate, readerTimeAndDate, said, w } from '@induct/platform';
import type { AttemptTimeline, Moment, Opening, PartNow, Saves, Turn } from '@induct/progress';
import { type Activity, passMark, percentInWords, scos } from '@induct/scorm';
import { counted } from './counted';

/** To whom it is told: to whoever did it, or to somebody else. */
export type Told = 'you' | 'they';

/** One line: "14:10 You closed the module. It asks for 80%; you had 70%." */
export interface TimelineLine {
  at: string;
  words: string;
}

interface Voice {
  told: Told;
  parts: ReadonlyMap<string, Activity>;
}

/** What happened in an attempt, in the order in which it happened. @returns words for one moment of it */
export function momentsInWords({ tree }: Pick<AttemptTimeline, 'tree'>, told: Told) {
  const voice: Voice = { told, parts: new Map(scos(tree).map((part) => [part.id, part])) };
  return (moment: Moment): TimelineLine => {
    if (moment.kind === 'opening') return { at: britishTime(moment.at), words: opening(moment, voice) };
    if (moment.kind === 'saves') return { at: stretch(moment), words: saves(moment, voice) };
    return { at: britishTime(moment.at), words: turn(moment, voice) };
  };
}

/** What an attempt has come to: what counts. */
export function standsInWords({ stored, completedAt }: Pick<AttemptTimeline, 'stored' | 'completedAt'>): string {
  const { completion, success, score, progress } = stored;
  const scored = score === undefined ? '' : w`, with ${percentInWords(score)}`;
  if (completedAt) return w`Complete since ${readerTimeAndDate(completedAt)}${scored}.`;
  if (success === 'failed') return w`Not complete: the test is not passed${scored}.`;
  if (completion === 'not_attempted') return said('Opened. The module has not saved yet that it was begun.');
  return progress === undefined
    ? said('Not complete yet.')
    : w`Not complete yet: ${percentInWords(progress * 100)} is done.`;
}

const subject = ({ told }: Voice) => (told === 'you' ? said('You') : said('They'));

function opening({ isKept }: Opening, voice: Voice): string {
  const opened = w`${subject(voice)} opened the module.`;
  return isKept
    ? opened
    : w`${opened} What was saved then is no longer kept save by save. What it came to still counts.`;
}

function stretch({ at, until }: Saves): string {
  const [from, to] = [britishTime(at), britishTime(until)];
  if (readerDate(at) !== readerDate(until)) return w`${from} to ${readerTimeAndDate(until)}`;
  return from === to ? from : w`${from} to ${to}`;
}

const titleOf = (sco: string, { parts }: Voice) => `“${asTyped(parts.get(sco)?.title ?? sco)}”`;

function saves({ count, sco, before, after }: Saves, voice: Voice): string {
  const where = voice.parts.size > 1 ? w` in ${titleOf(sco, voice)}` : '';
  return `${counted(count, 'save')}${where}${range(before, after)}`;
}

/** ", from 20% to 70%": of what is done, or of the score where the module does not say what is done. */
function range(before: PartNow, after: PartNow): string {
  const done = (part: PartNow) => (part.progress === undefined ? undefined : percentInWords(part.progress * 100));
  const score = (part: PartNow) => (part.score === undefined ? undefined : percentInWords(part.score));
  const to = done(after);
  if (to !== undefined) {
    const from = done(before);
    return from === undefined || from === to ? w`, ${to} done` : w`, from ${from} to ${to}`;
  }
  const scored = score(after);
  if (scored === undefined) return '';
  const from = score(before);
  return from === undefined || from === scored ? w`, score ${scored}` : w`, score from ${from} to ${scored}`;
}

function turn(step: Turn, voice: Voice): string {
  const { closed, completes } = step;
  const news = [outcome(step, voice), completes && said('With this the module was complete.')].filter(Boolean);
  const part = voice.parts.size > 1 ? titleOf(step.sco, voice) : said('the module');
  if (!closed) return news.join(' ');
  return [w`${subject(voice)} closed ${part}.`, ...(news.length > 0 ? news : [stillOpen(step)])].join(' ');
}

/** What became of the part with it. */
function outcome({ sco, before, after, closed, wasComplete }: Turn, voice: Voice): string {
  const several = voice.parts.size > 1;
  const it = several && !closed ? titleOf(sco, voice) : said('It');
  if (after.success === 'passed' && before?.success !== 'passed') {
    const what = several ? titleOf(sco, voice) : said('the test');
    return w`${subject(voice)} passed ${what}${after.score === undefined ? '' : w` with ${percentInWords(after.score)}`}.`;
  }
  if (after.success === 'failed' && wasComplete)
    return said('The test was not passed. The module was complete before: that stays.');
  if (after.success === 'failed') return notPassed(it, after.score, voice, sco);
  if (after.awaitsResult) return said('Its end was reached, but its test has no result yet.');
  if (several && after.completion === 'completed' && before?.completion !== 'completed') return w`${it} was finished.`;
  return '';
}

function notPassed(it: string, had: number | undefined, { told, parts }: Voice, sco: string): string {
  const part = parts.get(sco);
  const mark = part && passMark(part);
  if (mark === undefined)
    return had === undefined ? w`${it} was not passed.` : w`${it} was not passed, with ${percentInWords(had)}.`;
  const asks = percentInWords(mark);
  if (had === undefined) return w`${it} asks for ${asks}, and was not passed.`;
  return told === 'you'
    ? w`${it} asks for ${asks}; you had ${percentInWords(had)}.`
    : w`${it} asks for ${asks}; they had ${percentInWords(had)}.`;
}

/** Why closing it ended nothing. */
function stillOpen({ after, wasComplete }: Turn): string {
  if (wasComplete) return said('It was complete before.');
  if (after.completion === 'completed') return said('It was finished before.');
  return after.progress === undefined
    ? said('It had not said that it was finished.')
    : w`${percentInWords(after.progress * 100)} of it was done.`;
}
