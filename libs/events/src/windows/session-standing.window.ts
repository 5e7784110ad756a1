import type { Day } from '@induct/platform';
import { ViewColumn, ViewEntity } from 'typeorm';
import type { EventKind, SessionState } from '../programme/programme.words';

/** A session of the programme, what it is about and when. */
@ViewEntity({ name: 'session_standing', synchronize: false })
export class SessionStanding {
  @ViewColumn()
  id: string;

  @ViewColumn()
  state: SessionState;

  @ViewColumn()
  place: string | null;

  /** Whose districts it is for; none: for all. */
  @ViewColumn()
  districts: string[];

  /** Null of a date kept free; so is all that is said of the event. */
  @ViewColumn()
  eventId: string | null;

  @ViewColumn()
  eventSlug: string | null;

  @ViewColumn()
  eventTitle: string | null;

  @ViewColumn()
  eventKind: EventKind | null;

  @ViewColumn()
  mandatory: boolean | null;

  /** Whose members it is for; null: for all. */
  @ViewColumn()
  bodyId: string | null;

  /** `2017-05-08`, as text in SQL; null: the date is to be confirmed. */
  @ViewColumn()
  firstDay: Day | null;

  @ViewColumn()
  startsAt: Date | null;

  /** Of the last part. */
  @ViewColumn()
  endsAt: Date | null;

  /** Of all its parts: slugs of requirements. */
  @ViewColumn()
  topics: string[];
}
