import type { CalendarState, CalendarWay } from '@induct/events';
import { readerTimeAndDate, said } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';

const WAYS: readonly { value: CalendarWay; text: string; hint: string }[] = [
  {
    value: 'letters',
    text: 'By letter',
    hint: 'Letters about a booking bring an invitation. Your calendar takes it, changes it when the date is changed, and ends it when it is cancelled.',
  },
  {
    value: 'feed',
    text: 'By a private address that my calendar looks at',
    hint: 'All your bookings are there. Letters still tell you what happens, and bring no invitations.',
  },
];
const DONE: Record<string, string> = {
  saved: 'It is saved, and counts from the next booking on.',
  revoked: 'The address answers nothing any more. Letters bring invitations again.',
};

/** The address of a feed, and the same as programs for calendars open it. @param origin of the site */
export const addressesOf = (token: string, origin: string) => {
  const https = `${origin}/calendar/${token}.ics`;
  return { https, webcal: https.replace(/^https?:/, 'webcal:') };
};

/**
 * @param address that was made a moment ago: it is shown this once
 * @param done what was just done
 */
export function calendarView(
  { way, madeAt, revokedAt }: CalendarState,
  form: Fields,
  problems: FormProblems,
  { address, done }: { address?: ReturnType<typeof addressesOf>; done?: unknown } = {},
) {
  const chosen = 'way' in form ? form.way : way;
  return {
    ways: WAYS.map(({ value, text, hint }) => ({
      value,
      text: said(text),
      hint: { text: said(hint) },
      checked: value === chosen,
    })),
    made: madeAt && readerTimeAndDate(madeAt),
    revoked: madeAt === null && revokedAt !== null ? readerTimeAndDate(revokedAt) : null,
    hasBoth: madeAt !== null && way === 'letters',
    address,
    done: typeof done === 'string' ? DONE[done] : undefined,
    ...problems,
  };
}
