import type { Day } from '@induct/platform';
import type { PlannedSession } from '../programme/programme.repository';
import type { EventKind } from '../programme/programme.words';

/** A stretch of a day. Times are `09:30`; null: not known yet. */
export interface FrozenPart {
  on: Day;
  from: string | null;
  to: string | null;
}

/** A session as everybody may read it: no link, no note, and nobody's name. */
export interface FrozenSession {
  id: string;
  title: string;
  kind: EventKind;
  about: string;
  format: string | null;
  series: string | null;
  outcomes: string[];
  /** What whoever comes is to bring. Versions that were frozen before this was kept do not say. */
  bring?: string | null;
  mandatory: boolean;
  /** Of the body whose members it is for; null: for everyone. */
  body: string | null;
  /** Whose districts it is for; none: for all. */
  districts: string[];
  state: 'provisional' | 'confirmed';
  place: string | null;
  isOnline: boolean;
  /** In their order; none: the day is to be confirmed. */
  parts: FrozenPart[];
}

/** A programme as it is planned at one moment: by day, what has no day yet last. */
export interface ProgrammeFacts {
  title: string;
  firstDay: Day;
  lastDay: Day;
  sessions: FrozenSession[];
}

/** What is said of events beside their rows. */
export interface AboutEvents {
  /** Names of bodies, by id. */
  bodies: ReadonlyMap<string, string>;
  /** Planned outcomes, by event. */
  outcomes: ReadonlyMap<string, readonly string[]>;
}

/** What members are told (1107), the public is told: an idea or a date kept free is nobody's promise. What took place was confirmed. */
const SHOWN: Partial<Record<PlannedSession['state'], FrozenSession['state']>> = {
  provisional: 'provisional',
  confirmed: 'confirmed',
  delivered: 'confirmed',
};

/** @param sessions of those days, and what has no day yet */
export function factsOf(
  { title, firstDay, lastDay }: Pick<ProgrammeFacts, 'title' | 'firstDay' | 'lastDay'>,
  sessions: readonly PlannedSession[],
  about: AboutEvents,
): ProgrammeFacts {
  const isInside = ({ parts }: PlannedSession) =>
    parts.length === 0 || parts.some(({ on }) => on >= firstDay && on <= lastDay);
  const frozen = sessions.filter(isInside).flatMap((session) => frozenSession(session, about) ?? []);
  return { title, firstDay, lastDay, sessions: frozen.toSorted(byBeginning) };
}

function frozenSession(
  { id, event, state, place, onlineUrl, districts, parts }: PlannedSession,
  { bodies, outcomes }: AboutEvents,
): FrozenSession | undefined {
  const shown = SHOWN[state];
  if (!event || !shown) return undefined;
  return {
    id,
    title: event.title,
    kind: event.kind,
    about: event.about,
    format: event.format,
    series: event.series,
    outcomes: [...(outcomes.get(event.id) ?? [])],
    bring: event.bring,
    mandatory: event.mandatory,
    body: (event.bodyId && bodies.get(event.bodyId)) ?? null,
    districts,
    state: shown,
    place,
    isOnline: onlineUrl !== null,
    parts: parts.map(({ on, from, to }) => ({ on, from, to })),
  };
}

function byBeginning(one: FrozenSession, other: FrozenSession): number {
  const [a, b] = [beginning(one), beginning(other)];
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
}

const beginning = ({ parts: [first], title }: FrozenSession): string =>
  first ? `${first.on} ${first.from ?? ''}` : `without a day ${title}`;
