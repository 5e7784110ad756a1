import { type Day, daysLater } from '@induct/platform';
import { TimeIsTwice, TimesAreWrong } from './programme.errors';

/** A stretch of a day, as it is planned. */
export interface PlannedPart {
  on: Day;
  /** `09:30`; null: not known yet. */
  from: string | null;
  to: string | null;
  topics: readonly string[];
}

/** `09:30:00` as the database writes it becomes `09:30`. */
const shortTime = (time: string): string => time.slice(0, 5);

/**
 * They follow each other: none begins before the one before it has ended.
 * @throws TimesAreWrong, TimeIsTwice
 */
export function mustFollow(parts: readonly PlannedPart[]): void {
  let before = '';
  for (const [at, { on, from, to }] of parts.entries()) {
    const [begins, ends] = [`${on} ${from ?? ''}`, `${on} ${to ?? from ?? ''}`];
    if ((to !== null && (from === null || to <= from)) || begins < before) throw new TimesAreWrong(at + 1);
    if ([from, to].some((time) => time !== null && isTwiceOrNever(on, time))) throw new TimeIsTwice();
    before = ends;
  }
}

/**
 * Marks of a register go by the number of their part. Where parts are added or taken away, one that has marks must be the same
 * still: of the same day, and of times that meet. While there are as many as before, anything of them is put right.
 * @param marked the numbers of the parts that have marks @returns whether any of those would become another
 */
export function changesWhatIsMarked(
  before: readonly PlannedPart[],
  after: readonly PlannedPart[],
  marked: readonly number[],
): boolean {
  if (before.length === after.length) return false;
  return marked.some((number) => {
    const [was, is] = [before[number - 1], after[number - 1]];
    return !was || !is || was.on !== is.on || !meet(was, is);
  });
}

type Stretch = Pick<PlannedPart, 'from' | 'to'>;

/** Whether two stretches of one day meet; one that ends when the other begins does not. What is not known is all of the day. */
export function meet(one: Stretch, other: Stretch): boolean {
  const [starts, ends] = [(part: Stretch) => part.from ?? '00:00', (part: Stretch) => part.to ?? '24:00'];
  return shortTime(starts(one)) < shortTime(ends(other)) && shortTime(starts(other)) < shortTime(ends(one));
}

/** As they are planned, with what an event asks for by itself. @param topic null: it asks for nothing */
export const namingAlso = <Part extends PlannedPart>(parts: readonly Part[], topic: string | null): Part[] =>
  parts.map((part) =>
    topic === null || part.topics.includes(topic) ? part : { ...part, topics: [...part.topics, topic] },
  );

/**
 * Whether the clocks of London are changed in that hour: what is written could be two moments, or none (1100).
 * @param time `01:30`
 */
export function isTwiceOrNever(on: Day, time: string): boolean {
  const month = on.slice(5, 7);
  if ((month !== '03' && month !== '10') || !time.startsWith('01:')) return false;
  const isSunday = new Date(`${on}T12:00Z`).getUTCDay() === 0;
  return isSunday && daysLater(on, 7).slice(5, 7) !== month;
}
