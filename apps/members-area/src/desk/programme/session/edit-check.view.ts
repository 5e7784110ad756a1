import type { PlannedSession } from '@induct/events';
import type { Fields } from '../../../forms/form-problems';
import { counted } from '../../../words/counted';
import type { Rehearsed } from '../../rehearsal/rehearsal';
import { calledSession } from './session.view';
import { sessionHref } from '../session.words';

/** What was typed, each name with each of its values: it is sent again as it was. */
const typedIn = (form: Fields) =>
  Object.entries(form)
    .filter(([name]) => name !== 'checked')
    .flatMap(([name, sent]) => [sent].flat().map((value) => ({ name, value: typeof value === 'string' ? value : '' })));

/** Before a change of a session is saved: the letters that it sends. */
export function editCheckView(
  session: PlannedSession,
  form: Fields,
  { letters, later }: Omit<Rehearsed<unknown>, 'result'>,
) {
  return {
    title: calledSession(session),
    href: sessionHref(session.id),
    says: `${counted(letters.length + later.length, 'letter goes', 'letters go')} because of it. Nothing is changed yet.`,
    typed: typedIn(form),
    letters,
    later,
  };
}
