import type { Day } from '@induct/platform';
import type { EventEntity } from '../programme/event.entity';
import type { FixedDateEntity } from '../programme/fixed-date.entity';
import type { PlannedSession } from '../programme/programme.repository';
import { EVENT_KIND_NAMES, FIXED_DATE_KIND_NAMES, SESSION_STATE_NAMES } from '../programme/programme.words';
import { printTimes } from '../times/read-times';
import type { Cells } from './import-field';

/** What is said of events beside their rows. */
export interface EventWords {
  /** Names of bodies, by id. */
  bodies: ReadonlyMap<string, string>;
  /** Planned outcomes, by event. */
  outcomes: ReadonlyMap<string, readonly string[]>;
}

type Described = Omit<EventEntity, 'ownTopic' | 'recordedAt' | 'recordedBy'>;

/** A session as rows of a programme, one a day: what an import reads again as it was. */
export function sessionRows({ event, parts, pools, state, ...session }: PlannedSession, words: EventWords): Cells[] {
  const days: (Day | null)[] = parts.length === 0 ? [null] : [...new Set(parts.map(({ on }) => on))];
  return days.map((day) => {
    const its = parts.filter(({ on }) => on === day);
    const times = its.flatMap(({ from, to }) => (from === null ? [] : [{ from, to }]));
    return filled({
      date: day ?? 'tbc',
      time: printTimes(times),
      state: SESSION_STATE_NAMES[state],
      ...(event && eventCells(event, words)),
      places: pools.length === 1 ? String(pools[0]!.places) : undefined,
      place: session.place,
      link: session.onlineUrl,
      districts: session.districts.join('; '),
      topics: [...new Set(its.flatMap(({ topics }) => topics))].join('; '),
      note: session.note,
    });
  });
}

/** What is said of all sessions of an event: how many are promised. */
export const eventRow = (event: Described, words: EventWords): Cells =>
  filled({ date: 'tbc', ...eventCells(event, words), note: event.note });

export const fixedDateRow = ({ on, kind, title }: Pick<FixedDateEntity, 'on' | 'kind' | 'title'>): Cells => ({
  date: on,
  title,
  kind: FIXED_DATE_KIND_NAMES[kind],
});

function eventCells(event: Described, { bodies, outcomes }: EventWords): Record<string, string | null | undefined> {
  return {
    title: event.title,
    kind: EVENT_KIND_NAMES[event.kind],
    format: event.format,
    series: event.series,
    order: event.seriesOrder === null ? null : String(event.seriesOrder),
    promised: event.sessionsPromised === null ? null : String(event.sessionsPromised),
    facilitator: event.facilitator,
    officers: event.officers,
    bring: event.bring,
    mandatory: event.mandatory ? 'yes' : null,
    audience: event.bodyId && bodies.get(event.bodyId),
    about: event.about,
    outcomes: outcomes.get(event.id)?.join('; '),
  };
}

const filled = (cells: Record<string, string | null | undefined>): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text));
