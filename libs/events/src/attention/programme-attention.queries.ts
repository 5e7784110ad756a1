import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';

/** How much of a thing waits, and since when the oldest of it does; null: nothing waits. */
export interface Waiting {
  count: number;
  since: string | null;
}

/** What of the programme waits for an officer. */
export interface ProgrammeAttention {
  /** What people want to see in it, and nobody has answered. */
  proposals: Waiting;
  /** Versions that the steering group has approved, and nobody has published. */
  approved: Waiting;
  /** Sessions whose day is over, and of which nobody has said that they took place; a day of talks is one. */
  unsaid: Waiting & { firstDay: Day | null };
}

@Injectable()
export class ProgrammeAttentionQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<ProgrammeAttention> {
    const [row] = await this.source.query<ProgrammeAttention[]>(
      `select
         (select json_build_object('count', count(*), 'since', min(proposed_at))
            from event_proposal where state = 'new') as proposals,
         (select json_build_object('count', count(*), 'since', min(d.confirmed_at))
            from programme_version v left join programme_decision d on d.version_id = v.id and d.withdrawn_at is null
           where v.state = 'approved') as approved,
         (select json_build_object(
                   'count', count(distinct case s.event_kind when 'one-to-one' then s.event_id || ' ' || s.first_day else s.id::text end),
                   'since', min(s.ends_at), 'firstDay', min(s.first_day))
            from session_standing s
           where s.state = 'confirmed' and (s.ends_at at time zone 'Europe/London')::date < $1) as unsaid`,
      [dayInLondon(this.clock.now())],
    );
    return row!;
  }
}
