import { Injectable } from '@nestjs/common';
import type { AwardWaiting } from '@induct/accreditation';
import { DataSource } from 'typeorm';

@Injectable()
export class WaitingCertificatesQueries {
  constructor(private readonly source: DataSource) {}

  /** What somebody was awarded and an officer has still to issue: the newest first. */
  of(personId: string): Promise<Pick<AwardWaiting, 'scheme' | 'awardedAt'>[]> {
    return this.source.query<Pick<AwardWaiting, 'scheme' | 'awardedAt'>[]>(
      'select scheme, awarded_at as "awardedAt" from award_waiting where person_id = $1 order by awarded_at desc, id',
      [personId],
    );
  }
}
