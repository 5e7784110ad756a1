import type { TalkDay } from '@induct/events';
import type { Day } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { sessionHref, talksHref, weekdayAndDate } from '../programme/session.words';
import { VALUE_NAMES } from './register.view';
import { partWords } from './session-words';

const VALUES = Object.entries(VALUE_NAMES).map(([value, text]) => ({ value, text }));

export interface TalkDayDone {
  saved?: number | undefined;
  left?: number | undefined;
  took?: number | undefined;
}

/** The talks of a day with whoever has them, to be ticked on one page. @param reader the officer: their own talk another ticks */
export function talksView(slug: string, day: Day, { title, talks }: TalkDay, reader: string, now: Date) {
  const taken = talks.filter(({ people }) => people.length > 0);
  const free = talks.length - taken.length;
  const over = talks.filter(({ session: { state, endsAt } }) => state === 'confirmed' && endsAt && endsAt <= now);
  return {
    title,
    when: weekdayAndDate(day),
    href: talksHref(slug, day),
    rows: taken.flatMap(({ session, people }) =>
      people.map(({ id, name, politicalGroup, value }) => ({
        time: partWords(session.parts[0]!, session),
        register: `${sessionHref(session.id)}/register`,
        key: `${session.id}.${id}`,
        name,
        group: politicalGroup,
        value: value ?? '',
        says: value && VALUE_NAMES[value],
        isClosed: session.registerClosedAt !== null,
        isOwn: id === reader,
      })),
    ),
    values: VALUES,
    says: `${counted(talks.length, 'talk')}, ${figure(taken.length)} of them taken.`,
    free: free > 0 && taken.length > 0 ? `Nobody has the other ${free === 1 ? 'one' : figure(free)}.` : undefined,
    toSay: over.length > 0 ? counted(over.length, 'talk is', 'talks are') : undefined,
    called: { slug: title },
  };
}

/** What came of the press before. */
export function doneWords({ saved, left = 0, took = 0 }: TalkDayDone) {
  if (saved === undefined) return {};
  const done = [
    `${counted(saved, 'tick is', 'ticks are')} written down.`,
    took > 0 && `It is on record that ${counted(took, 'talk', 'talks')} took place.`,
  ];
  return {
    done: done.filter(Boolean).join(' '),
    left:
      left > 0
        ? `${counted(left, 'tick was', 'ticks were')} left out: another officer has ticked meanwhile, the register is closed, or it cannot be said of them. Below stands what is written down now.`
        : undefined,
  };
}
