import { type Day, daysLater } from '@induct/platform';

/** Who hears at a rung that something is to be met. */
export const READERS = ['person', 'champion', 'officer', 'monitoring_officer'] as const;
export type Reader = (typeof READERS)[number];

/** A rung of the ladder, by its days before (negative) or after the due day. */
export const STEPS = [-28, -14, -3, 0, 7, 14, 28] as const;
export type Step = (typeof STEPS)[number];

/** Everybody but the person. */
export const ABOVE_THEM: readonly Exclude<Reader, 'person'>[] = ['champion', 'officer', 'monitoring_officer'];

/** Somebody hears something on a day. */
export interface Rung {
  step: Step;
  reader: Reader;
  on: Day;
}

/** Beside the person, who hears it at all seven. */
const ABOVE: readonly { step: Step; reader: Exclude<Reader, 'person'> }[] = [
  { step: 7, reader: 'champion' },
  { step: 14, reader: 'officer' },
  { step: 28, reader: 'monitoring_officer' },
];

/** Nobody is told of what was due longer ago than this: whoever was away for months writes no old letters. */
export const TOO_LATE = 60;

/** What a ladder is made for. */
export interface Asked {
  dueOn: Day;
  /** The day it was first asked. */
  madeOn: Day;
  /** What a political group asks stays in the group: nobody above its champion hears of it. */
  staysInGroup: boolean;
}

/**
 * Every rung, the earliest first. When it is asked late, what is past is skipped: the person hears of it once, on the day it
 * is asked, and nobody above them hears of it on or before that day.
 */
export function ladder({ dueOn, madeOn, staysInGroup }: Asked): Rung[] {
  const day = (step: Step) => daysLater(dueOn, step);
  const ahead = STEPS.filter((step) => day(step) >= madeOn);
  const missed = STEPS.findLast((step) => day(step) < madeOn);
  const late = missed !== undefined && ahead[0] !== undefined && day(ahead[0]) === madeOn ? undefined : missed;
  const person = [
    ...(late === undefined ? [] : [{ step: late, reader: 'person' as const, on: madeOn }]),
    ...ahead.map((step) => ({ step, reader: 'person' as const, on: day(step) })),
  ];
  const above = ABOVE.filter(({ step, reader }) => day(step) > madeOn && (!staysInGroup || reader === 'champion'));
  const last = daysLater(dueOn, TOO_LATE);
  return [...person, ...above.map((rung) => ({ ...rung, on: day(rung.step) }))]
    .filter(({ on }) => on <= last)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * What is to be said on a day: to each reader the last rung that is reached. What was missed is not said later: the last says all.
 * @param said rungs that were said before
 * @param readers of whom it is asked
 */
export function toSay(
  asked: Asked,
  said: readonly Pick<Rung, 'step' | 'reader'>[],
  today: Day,
  readers: readonly Reader[] = READERS,
): Pick<Rung, 'step' | 'reader'>[] {
  if (today > daysLater(asked.dueOn, TOO_LATE)) return [];
  const rungs = ladder(asked);
  return readers.flatMap((reader) => {
    const last = rungs.findLast((rung) => rung.reader === reader && rung.on <= today);
    if (!last || said.some((one) => one.reader === reader && one.step >= last.step)) return [];
    return [{ step: last.step, reader }];
  });
}

/** The next day on which there is something to say; null when there is none any more. It may be past: then it is today's. */
export function nextDay(
  asked: Asked,
  said: readonly Pick<Rung, 'step' | 'reader'>[],
  today: Day,
  readers: readonly Reader[] = READERS,
): Day | null {
  if (toSay(asked, said, today, readers).length > 0) return today;
  return ladder(asked).find(({ on, reader }) => on > today && readers.includes(reader))?.on ?? null;
}
