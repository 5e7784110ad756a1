import { type Day, daysLater, isWorkingDay, weekday } from '@induct/platform';

/** Days from the start at which sessions of the demo council's year stand, or a little further away. */
const SESSIONS = {
  welcome: -150,
  conduct: -143,
  deciding: -120,
  officers: -92,
  talksBefore: -75,
  money: -60,
  safety: -33,
  information: -20,
  speaking: -12,
  parent: 6,
  scrutiny: 9,
  conductAgain: 13,
  answering: 16,
  talks: 20,
  chairing: 27,
  conductOnceMore: 33,
  scrutinyAgain: 38,
  keptFree: 130,
  commissioning: -9,
  contracts: 12,
  performance: 26,
} as const;

/** Days that others have set. */
const FIXED = { councilBefore: -40, council: 24 } as const;
const POLL = 100;
/** In the period before the election: the desk says so. */
const KEPT_FREE_BEFORE_POLL = -12;
const THURSDAY = 4;

export type ProgrammeDay = keyof typeof SESSIONS | keyof typeof FIXED | 'poll' | 'keptFreeBeforePoll';

/**
 * The year of the demo council round the day of its start: working days, each another, none from Christmas Eve to New Year.
 * What is past lies further back when its day is none of these, what is to come lies later.
 */
export function programmeDays(today: Day): Record<ProgrammeDay, Day> {
  const taken = new Set<Day>();
  const free = (from: Day, step: 1 | -1): Day => {
    let day = from;
    while (!isUsual(day) || taken.has(day)) day = daysLater(day, step);
    taken.add(day);
    return day;
  };
  let poll = daysLater(today, POLL);
  while (weekday(poll) !== THURSDAY || !isUsual(poll)) poll = daysLater(poll, 1);
  taken.add(poll);
  const days = Object.entries({ ...FIXED, ...SESSIONS }).map(
    ([name, away]) => [name, free(daysLater(today, away), away < 0 ? -1 : 1)] as const,
  );
  return {
    ...(Object.fromEntries(days) as Record<keyof typeof SESSIONS | keyof typeof FIXED, Day>),
    poll,
    keptFreeBeforePoll: free(daysLater(poll, KEPT_FREE_BEFORE_POLL), -1),
  };
}

const isUsual = (day: Day): boolean => isWorkingDay(day) && day.slice(5) < '12-24' && !day.endsWith('01-01');
