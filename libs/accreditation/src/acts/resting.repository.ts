import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CertificateEntity } from '../certificate/certificate.entity';
import { HAS_NO_CERTIFICATE, MADE_OF } from '../awards/lost-awards.repository';
import { REVOCATION_WAITS, SUSPENSION_WAITS } from '../certificate/certificate';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { AwardWaiting } from '../windows/award-waiting.window';

/** A certificate whose award was made of the award of another. */
export interface RestingCertificate extends Pick<CertificateEntity, 'id' | 'number' | 'state'> {
  /** The scheme's. */
  scheme: SchemeEntity['name'];
  /** On that one itself; else on what rests on it. */
  directly: boolean;
  /** It is proposed to revoke it. */
  revoking: boolean;
  /** It is proposed to suspend it. */
  suspending: boolean;
}

/** An award that waits for an officer, and was made of the award of a certificate. */
export type RestingAward = Pick<AwardWaiting, 'scheme' | 'awardedAt'>;

/** What rests on a certificate, itself or with what rests on it. Of awards the table `award b`, of what they rest on `r`. */
const RESTS = `with recursive r (id, person_id, scheme_id, awarded_at, far) as (
  select a.id, a.person_id, a.scheme_id, a.awarded_at, 0
    from certificate c join award a on a.id = c.award_id where c.id = $1
   union
  select b.id, b.person_id, b.scheme_id, b.awarded_at, r.far + 1 from r join award b on ${MADE_OF})`;

/** Which certificates rest on others: an award keeps what it was made of by scheme and day. */
@Injectable()
export class RestingRepository {
  constructor(private readonly source: DataSource) {}

  /** Those in force, or suspended, that rest on a certificate, whatever its own state: the nearest first. */
  on(certificateId: string, tx: EntityManager = this.source.manager): Promise<RestingCertificate[]> {
    return tx.query<RestingCertificate[]>(
      `${RESTS}
       select c.id, c.number, c.state, s.name as scheme, min(r.far) = 1 as directly,
              ${REVOCATION_WAITS} as revoking,
              ${SUSPENSION_WAITS} as suspending
         from r
         join certificate c on c.award_id = r.id and c.state in ('issued', 'suspended')
         join scheme s on s.id = r.scheme_id
        where r.far > 0
        group by c.id, s.name order by min(r.far), s.name, c.number`,
      [certificateId],
    );
  }

  /** Awards that rest on it and wait for an officer, the oldest first; those that are lost already are not among them. */
  waitingOn(certificateId: string): Promise<RestingAward[]> {
    return this.source.query<RestingAward[]>(
      `${RESTS}
       select distinct s.name as scheme, a.awarded_at as "awardedAt"
         from r a join scheme s on s.id = a.scheme_id
        where a.far > 0 and ${HAS_NO_CERTIFICATE} and not exists (select from lost_award l where l.award_id = a.id)
        order by 2, 1`,
      [certificateId],
    );
  }
}
