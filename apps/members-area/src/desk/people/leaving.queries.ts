import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import type { RoundStanding } from '@induct/steering';
import { DataSource } from 'typeorm';

/** What somebody's leaving means for others. */
export interface Consequences {
  rounds: (Pick<RoundStanding, 'id' | 'number'> & Pick<CourseCurrent, 'title'>)[];
  /** Proposals of theirs, and about them, that wait. */
  proposals: number;
  overrides: number;
  revocations: number;
}

@Injectable()
export class LeavingQueries {
  constructor(private readonly source: DataSource) {}

  async of(personId: string): Promise<Consequences> {
    const [row] = await this.source.query<[Consequences]>(
      `select
         (select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'title', c.title) order by r.deadline), '[]')
            from round_tester t join round_standing r on r.id = t.round_id and r.state = 'open'
            join course_current c on c.id = r.course_id where t.person_id = $1) as rounds,
         (select count(*)::int from proposal_standing
           where waits and (proposed_by = $1 or person_id = $1)) as proposals,
         (select count(*)::int from override_standing
           where proposed_by = $1 and waits) as overrides,
         (select count(*)::int from revocation_standing
           where proposed_by = $1 and waits) as revocations`,
      [personId],
    );
    return row;
  }
}
