import { said } from '@induct/platform';
import { type ShownChoice, WEEKDAYS } from '@induct/letters';
import type { Role } from '@induct/people';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { choiceInWords, DAYS, HOW } from '../../words/letter-choice';
import { weekdayAndDate } from '../../words/session-times';

/** What asks something of somebody, and what says that something has happened: by what they are here. */
function kinds(roles: readonly Role[]): { always: string[]; lists: string[] } {
  const has = (...some: Role[]) => roles.some((role) => some.includes(role));
  return {
    always: [
      said('Your link to sign in, and changes to your account'),
      said(
        'Your bookings: a place, the waiting list, what is changed or cancelled, and the day before that it is tomorrow',
      ),
      said('A date for an event that you wanted to be told of'),
      said('Your certificates, your claims, and what was decided about them'),
      ...(has('tester') ? [said('Test rounds: an invitation, a new last day, and how it ended')] : []),
      ...(has('officer', 'administrator')
        ? [said('Changes that take two people, and what waits for you at the desk')]
        : []),
    ],
    lists: [
      ...(has('champion') ? [said('As champion, once a week, who in your group has not completed what was due')] : []),
      ...(has('officer', 'administrator')
        ? [said('At the desk, one a day at most, what is overdue, where you are told of it')]
        : []),
    ],
  };
}

/** The letters that somebody gets, and how often they want to be asked. */
export function lettersView(choice: ShownChoice, roles: readonly Role[], form: Fields, problems: FormProblems) {
  const how = form.how ?? choice.how;
  const on = form.on ?? String(choice.weekday ?? 1);
  return {
    now: choiceInWords(choice),
    next: weekdayAndDate(choice.nextOn),
    choices: Object.entries(HOW).map(([value, { text, hint }]) => ({
      value,
      text: said(text),
      hint: { text: said(hint) },
      checked: value === how,
    })),
    days: WEEKDAYS.map((day) => ({ value: String(day), text: said(DAYS[day]), selected: String(day) === on })),
    ...kinds(roles),
    ...problems,
  };
}
