import { britishDate, type Day, daysLater } from '@induct/platform';
import { counted } from '../../../words/counted';
import { capacityName } from '../../../words/held-seats';
import type { SaidOfTerm } from './term.queries';
import type { TermEnding } from './ending.queries';

/** Whether what is said from now on ends the term sooner than what is said now: seats and days hang on it. */
export const endsSooner = (now: Pick<SaidOfTerm, 'until'>, given: { takesOfficeOn: Day; until: Day | null }): boolean =>
  given.until !== null && given.until > given.takesOfficeOn && (now.until === null || given.until < now.until);

/** What follows when a term ends, before it does. */
export function endingView({ seats, asked, isChampion }: TermEnding, until: Day) {
  const group = seats.find(({ kind }) => kind === 'group');
  return {
    lastDay: britishDate(daysLater(until, -1)),
    seats: seats.map(({ id, body, kind, capacity }) => ({
      value: id,
      text: body,
      hint: { text: capacityName(capacity, kind) },
      checked: true,
    })),
    sees:
      isChampion && group
        ? `They are a champion: if ${group.body} ends with it, they no longer see from then on who of it has completed what.`
        : undefined,
    asked:
      asked === 0
        ? 'Nothing is asked of them by a day.'
        : `${counted(asked, 'thing is', 'things are')} asked of them by a day. What is asked for this term, or for a seat that ends, is asked no more after ${britishDate(daysLater(until, -1))}.`,
  };
}
