import { Injectable } from '@nestjs/common';
import { StillMissing } from '@induct/accreditation';
import { type PlannedSession, Programme } from '@induct/events';
import { Clock, dayInLondon, daysLater } from '@induct/platform';
import { DataSource } from 'typeorm';
import { type Booked, type TopicNeeded, whoNeedsAPlace } from './who-needs-a-place';

/** How far ahead one looks. */
const AHEAD_DAYS = 400;

@Injectable()
export class PlacesNeeded {
  constructor(
    private readonly missing: StillMissing,
    private readonly programme: Programme,
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Topic by topic, by title. */
  async read(): Promise<TopicNeeded[]> {
    const now = this.clock.now();
    const today = dayInLondon(now);
    const [missing, planned, booked] = await Promise.all([
      this.missing.all(),
      this.programme.between(today, daysLater(today, AHEAD_DAYS)),
      this.source.query<Booked[]>(
        `select b.session_id as "sessionId", b.person_id as "personId"
           from booking_standing b join session_standing s on s.id = b.session_id
          where b.state <> 'cancelled' and b.person_id is not null and s.state = 'confirmed' and s.starts_at > $1`,
        [now],
      ),
    ]);
    const isOpen = ({ state, startsAt }: PlannedSession) =>
      state === 'confirmed' && startsAt !== null && startsAt > now;
    return whoNeedsAPlace(missing, planned.filter(isOpen), booked);
  }
}
