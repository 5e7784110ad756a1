import {
  ASKED_WITHIN_DAYS,
  askedFrom,
  type Clash,
  type PlannedSession,
  type RegisterRow,
  type SessionBooking,
} from '@induct/events';
import { type Day, dayInLondon, daysLater } from '@induct/platform';
import { wholeListView } from '../../../lists/list';
import { counted, figure } from '../../../words/counted';
import { LEFT_WORDS, leftBehind } from '../left-behind';
import { actsFor, type SessionAct } from './session-acts';
import {
  clashInWords,
  eventHref,
  poolInWords,
  sessionHref,
  stateTag,
  sum,
  timesOf,
  titleOf,
  weekdayAndDate,
  whereInWords,
} from '../session.words';

interface SessionFacts {
  session: PlannedSession;
  clashes: readonly Clash[];
  /** Titles by slug. */
  topics: ReadonlyMap<string, string>;
  now: Date;
}

/** `A morning on conduct, Tuesday 12 January 2027`. */
export const calledSession = (session: PlannedSession): string =>
  `${titleOf(session)}, ${session.parts[0] ? weekdayAndDate(session.parts[0].on) : 'a date to be confirmed'}`;

/** The page of one session. */
export function sessionView({ session, clashes, topics, now }: SessionFacts) {
  const { id, event, state, parts, pools, districts, onlineUrl, note, cancelReason, endsAt } = session;
  const isOver = state === 'delivered' || state === 'cancelled';
  const left = leftBehind(session, dayInLondon(now));
  // What is still to come did not take place.
  const acts = actsFor(state).filter((act) => act !== 'deliver' || endsAt === null || endsAt <= now);
  const lines = (texts: readonly string[]) => texts.join('\n');
  return {
    href: sessionHref(id),
    title: titleOf(session),
    event: event && {
      title: event.title,
      href: eventHref(event.slug),
      another: `/admin/programme/sessions/new?event=${encodeURIComponent(event.slug)}`,
    },
    tag: stateTag(state),
    cancelReason,
    left: left && { text: LEFT_WORDS[left], isToSay: left === 'not said' },
    clashes: clashes.map(clashInWords),
    facts: [
      ['Where', whereInWords(session)],
      ['Link for those who join online', onlineUrl],
      ['Districts', districts.length > 0 ? lines(districts) : 'All'],
      ['Places', pools.length > 0 ? lines(pools.map(poolInWords)) : 'No limit'],
      ['Note', note],
    ].flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    parts:
      parts.length > 0
        ? wholeListView(
            [
              { head: 'Day', cell: ({ on }) => weekdayAndDate(on) },
              { head: 'Time', cell: timesOf },
              {
                head: 'Topics',
                cell: (part) => part.topics.map((slug) => topics.get(slug) ?? slug).join(', ') || 'None',
              },
            ],
            parts,
            'When, and about what',
          )
        : undefined,
    register: state === 'confirmed' || state === 'delivered' ? `${sessionHref(id)}/register` : undefined,
    /** Everybody could book the one talk that it is. */
    talks:
      event?.kind === 'one-to-one' && pools.length === 0 && !isOver
        ? `/admin/programme/one-to-one?of=${encodeURIComponent(id)}`
        : undefined,
    isToday: parts.some(({ on }) => on === dayInLondon(now)),
    said: state === 'delivered' ? `${sessionHref(id)}/results` : undefined,
    lessons: state === 'confirmed' || state === 'delivered' ? `${sessionHref(id)}/lessons` : undefined,
    mayChange: !isOver,
    acts: acts.map((act) => ({ href: `${sessionHref(id)}/${act}`, text: ACT_WORDS[act].link })),
    called: { id: calledSession(session) },
  };
}

interface ActWords {
  /** On the page of the session. */
  link: string;
  heading: string;
  /** What follows. */
  says: string;
  button: string;
  /** On the way back. */
  leave: string;
}

export const ACT_WORDS: Record<SessionAct, ActWords> = {
  'keep-free': {
    link: 'Keep its date free',
    heading: 'Keep the date free',
    says: 'Everybody who plans sees that something is to take place then. Members cannot book it.',
    button: 'Keep it free',
    leave: 'Leave it an idea',
  },
  plan: {
    link: 'Make it provisional',
    heading: 'Make it provisional',
    says: 'It is to take place, and not all is settled. Members cannot book it yet.',
    button: 'Make it provisional',
    leave: 'Leave it as it is',
  },
  confirm: {
    link: 'Confirm it',
    heading: 'Confirm the session',
    says: 'It takes place as it is planned here. Members may book it from then on.',
    button: 'Confirm it',
    leave: 'Do not confirm it yet',
  },
  postpone: {
    link: 'Postpone it',
    heading: 'Postpone the session',
    says: 'It is provisional again, and cannot be booked until it is confirmed for another day. Its day stays until you change it.',
    button: 'Postpone it',
    leave: 'Leave it confirmed',
  },
  deliver: {
    link: 'Say that it took place',
    heading: 'Say that it took place',
    says: 'It stays in the programme as it was. It is changed no more, and cannot be cancelled.',
    button: 'It took place',
    leave: 'Leave it as it is',
  },
  cancel: {
    link: 'Cancel it',
    heading: 'Cancel the session',
    says: 'It cannot be put back. You can plan another session of the event.',
    button: 'Cancel it',
    leave: 'Leave it in the programme',
  },
};

/** What comes of saying that it took place: whoever was there is asked about it. */
export function whoIsAsked(
  act: SessionAct,
  { parts }: Pick<PlannedSession, 'parts'>,
  register: readonly RegisterRow[],
  today: Day,
): string | undefined {
  if (act !== 'deliver') return undefined;
  const there = register.filter(({ marks }) => marks.some(({ value }) => value === 'present')).length;
  const last = parts.at(-1)?.on;
  if (last !== undefined && today > daysLater(askedFrom('after', last), ASKED_WITHIN_DAYS))
    return 'It was so long ago that nobody is asked how it was.';
  return there > 0
    ? `${counted(there, 'person is', 'people are')} written down as there: on the next working day they are asked how it was.`
    : 'Nobody is written down as there yet, so nobody is asked how it was. You can tick them before or after this.';
}

/** Who hears of it when it is postponed or cancelled. */
export function whoIsTold(
  act: SessionAct,
  { pools, state }: Pick<PlannedSession, 'pools' | 'state'>,
  bookings: readonly Pick<SessionBooking, 'state'>[],
): string | undefined {
  if (act !== 'cancel' && act !== 'postpone') return undefined;
  if (state !== 'confirmed') return 'It could not be booked: nobody has a place, and nobody is told.';
  const taken = sum(pools.map((pool) => pool.taken));
  const has = pools.length > 0 ? `Places taken so far: ${figure(taken)}. ` : '';
  const [booked, waiting] = [countOf(bookings, 'booked'), countOf(bookings, 'waiting')];
  const letters =
    booked + waiting > 0
      ? ` Letters that go: ${figure(booked + waiting)}, to ${counted(booked, 'person', 'people')} with a place and ${counted(waiting, 'person who waits', 'people who wait')}.`
      : '';
  return act === 'cancel'
    ? `${has}Whoever has a place is told, and reads your reason. So does everybody who looks at the session.${letters}`
    : `${has}Whoever has a place loses it and is told, and is told again when there is a date.${letters}`;
}

const countOf = (bookings: readonly Pick<SessionBooking, 'state'>[], state: SessionBooking['state']): number =>
  bookings.filter((one) => one.state === state).length;
