import { Injectable } from '@nestjs/common';
import type { RevocationStanding, SuspensionStanding } from '@induct/accreditation';
import { DataSource } from 'typeorm';
import type { CertificateAct } from './acts';

/** It is proposed to revoke a certificate, or to suspend it. */
export interface ProposalRow extends Pick<RevocationStanding, 'id' | 'reason' | 'proposedBy' | 'proposedAt'> {
  proposedByName: string;
  /** Of a suspension: since when it is in effect. */
  since?: SuspensionStanding['since'];
}

const FROM = {
  revoke: 'select v.* from revocation_standing v where v.waits',
  suspend: 'select v.* from suspension_standing v where (v.waits or v.since is not null)',
};

@Injectable()
export class ActQueries {
  constructor(private readonly source: DataSource) {}

  /** What waits for a second officer, or is in effect; undefined when nothing is. */
  async open(verb: CertificateAct['verb'], certificateId: string): Promise<ProposalRow | undefined> {
    const [row] = await this.source.query<ProposalRow[]>(
      `select v.id, v.reason, v.proposed_by as "proposedBy", coalesce(p.name, 'Somebody who has left') as "proposedByName",
              v.proposed_at as "proposedAt"${verb === 'suspend' ? ', v.since' : ''}
         from (${FROM[verb]} and v.certificate_id = $1) v left join person_current p on p.id = v.proposed_by`,
      [certificateId],
    );
    return row;
  }
}
