import { Injectable } from '@nestjs/common';
import type { SuspensionStanding } from '@induct/accreditation';
import { DataSource } from 'typeorm';

/** A certificate waits to be suspended, or is. */
export type SuspensionRow = Pick<SuspensionStanding, 'id' | 'reason' | 'proposedBy' | 'proposedAt' | 'since'> & {
  proposedByName: string;
};

@Injectable()
export class SuspensionQueries {
  constructor(private readonly source: DataSource) {}

  /** Undefined when nothing waits and nothing is in effect. */
  async open(certificateId: string): Promise<SuspensionRow | undefined> {
    const [row] = await this.source.query<SuspensionRow[]>(
      `select s.id, s.reason, s.proposed_by as "proposedBy", coalesce(p.name, 'Somebody who has left') as "proposedByName",
              s.proposed_at as "proposedAt", s.since
         from suspension_standing s left join person_current p on p.id = s.proposed_by
        where s.certificate_id = $1 and (s.waits or s.since is not null)`,
      [certificateId],
    );
    return row;
  }
}
