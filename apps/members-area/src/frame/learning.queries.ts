import { Injectable } from '@nestjs/common';
import { LearningActivity } from '@induct/sign-in';
import { DataSource } from 'typeorm';

/** When a person last opened a module, or a module last saved something; looking at one in a preview counts as well. */
@Injectable()
export class LearningQueries extends LearningActivity {
  constructor(private readonly source: DataSource) {
    super();
  }

  async lastLearnedAt(personId: string): Promise<Date | undefined> {
    const [row] = await this.source.query<[{ at: Date | null }]>(
      `select greatest(
         (select max(greatest(l.opened_at, l.last_commit_at))
            from registration_standing r join attempt_standing a on a.registration_id = r.id join launch l on l.attempt_id = a.id
           where r.person_id = $1),
         (select max(last_seen_at) from preview where person_id = $1)) as at`,
      [personId],
    );
    return row.at ?? undefined;
  }
}
