import type { NewBodyTraining, WouldSit } from '@induct/accreditation';
import { britishDate, type Day } from '@induct/platform';
import { counted } from '../../words/counted';
import { wouldSitView } from '../sit/would-sit.view';
import type { RegisterSettings } from './register.queries';

interface Looked {
  would: WouldSit;
  /** On which it was looked at who may sit. */
  day: Day;
  today: Day;
}

/** What follows when a body asks something from a day on, before it is asked. */
export function askedFollowsView(
  { askable, bodies }: Pick<RegisterSettings, 'askable' | 'bodies'>,
  { bodyId, what, from }: Pick<NewBodyTraining, 'bodyId' | 'what' | 'from'>,
  { would, day, today }: Looked,
) {
  const title = askable.find(({ id, kind }) => id === what.id && kind === what.kind)?.title ?? '';
  const states = would.after.map(({ asked }) => asked.find(({ id, kind }) => id === what.id && kind === what.kind));
  const met = states.filter((state) => state?.met).length;
  return {
    body: bodies.find(({ id }) => id === bodyId)?.name ?? '',
    title,
    from: britishDate(from),
    asked: askedWords(states.length, met, day),
    ...wouldSitView(would, { from, day, today, noPlace: 'Has no place on it' }),
  };
}

/** `17 people are asked: whoever has a seat or may stand in on 1 December 2026. 9 have shown it, 8 have not.` */
function askedWords(all: number, met: number, day: Day): string {
  if (all === 0) return `Nobody has a seat on it on ${britishDate(day)}: nobody is asked yet.`;
  const who = `${counted(all, 'person is', 'people are')} asked: whoever has a seat or may stand in on ${britishDate(day)}.`;
  if (met === all) return `${who} ${all === 1 ? 'They have' : 'All of them have'} shown it.`;
  if (met === 0) return `${who} ${all === 1 ? 'They have' : 'None of them has'} shown it for that day.`;
  return `${who} ${counted(met, 'has', 'have')} shown it for that day, ${counted(all - met, 'has', 'have')} not.`;
}
