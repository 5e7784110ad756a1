import { Injectable } from '@nestjs/common';
import { PublicRegisters } from '@induct/accreditation';
import { DataSource } from 'typeorm';

/** What an auditor reads first: how often somebody stepped in where certificates and roles usually come by themselves. */
export interface Controls {
  revoked: number;
  suspended: number;
  /** Certificates that two officers decided on, without what is usually shown. */
  byHand: number;
  /** Changes to people, roles and the quorum that wait for a second person. */
  waiting: number;
  /** Roles that one person alone has given, and that are still held. */
  grantedAlone: number;
  /** How often a version became the one that members see: with the sign-offs of a round, or without. */
  publishedByRound: number;
  publishedWithout: number;
  /** When the record of who did what was written to last; null: never. */
  recordedAt: Date | null;
  /** The public can read who may take part in planning. */
  hasRegister: boolean;
}

@Injectable()
export class ForAuditorsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly registers: PublicRegisters,
  ) {}

  async controls(): Promise<Controls> {
    const hasRegister = this.registers.isKept();
    const [row] = await this.source.query<Omit<Controls, 'hasRegister'>[]>(
      `select
         (select count(*)::int from certificate_standing where state = 'revoked') as revoked,
         (select count(*)::int from certificate_standing where state = 'suspended') as suspended,
         (select count(*)::int from by_hand_standing where certificate_id is not null) as "byHand",
         (select count(*)::int from proposal_standing where waits) as waiting,
         (select count(*)::int from role_held where granted_alone) as "grantedAlone",
         (select count(*)::int from publication_made where ground = 'round') as "publishedByRound",
         (select count(*)::int from publication_made where ground = 'override') as "publishedWithout",
         (select at from audit_entry order by id desc limit 1) as "recordedAt"`,
    );
    return { ...row!, hasRegister: await hasRegister };
  }
}
