import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Award `b` of the same person was made of award `r`: it keeps what it rests on by scheme and day. */
export const MADE_OF = `b.person_id = r.person_id and exists (
  select from jsonb_array_elements(b.evidence) as shown
   where shown ->> 'kind' = 'award' and shown ->> 'schemeId' = r.scheme_id::text
     and ((shown ->> 'completedAt')::timestamptz at time zone 'Europe/London')::date
       = (r.awarded_at at time zone 'Europe/London')::date)`;

/** Award `a` was made of evidence `e`: it keeps it by course, or by kind and requirement, and by day. */
export const MADE_OF_EVIDENCE = `a.person_id = e.person_id and exists (
  select from jsonb_array_elements(a.evidence) as shown
   where ((shown ->> 'completedAt')::timestamptz at time zone 'Europe/London')::date = e.met_on
     and (shown ->> 'kind' = e.kind and shown ->> 'requirementId' = e.requirement_id::text
          or e.kind = 'module' and shown ->> 'courseId' in (
            select course_id::text from way where requirement_id = e.requirement_id and course_id is not null)))`;

/** Award `a` waits for an officer, who has issued no certificate of it. */
export const HAS_NO_CERTIFICATE = 'not exists (select from certificate c where c.award_id = a.id)';

/**
 * Awards that wait for an officer and rest on what counts no more are lost: nothing of them is in anybody's hands, so nothing
 * is left for a second officer to decide. Who shows what is missing is given another.
 */
@Injectable()
export class LostAwardRepository {
  /** Nobody makes or issues an award of the certificate's holder until the end of the transaction. */
  async takeAlone(tx: EntityManager, certificateId: string): Promise<void> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('award ' || person_id, 0)) from certificate where id = $1`,
      [certificateId],
    );
  }

  /** What rests on a certificate that was revoked. */
  async loseWith(tx: EntityManager, certificateId: string, at: Date): Promise<void> {
    await this.lose(
      tx,
      `select a.id, a.person_id, a.scheme_id, a.awarded_at from certificate c join award a on a.id = c.award_id where c.id = $1`,
      ['certificate_id', certificateId],
      at,
    );
  }

  /** What rests on evidence that was withdrawn. */
  async loseWithEvidence(tx: EntityManager, evidenceId: string, at: Date): Promise<void> {
    await this.lose(
      tx,
      `select a.id, a.person_id, a.scheme_id, a.awarded_at from evidence e join award a on ${MADE_OF_EVIDENCE} and ${HAS_NO_CERTIFICATE}
        where e.id = $1`,
      ['evidence_id', evidenceId],
      at,
    );
  }

  private async lose(
    tx: EntityManager,
    first: string,
    [column, because]: ['certificate_id' | 'evidence_id', string],
    at: Date,
  ): Promise<void> {
    await tx.query(
      `with recursive r (id, person_id, scheme_id, awarded_at) as (
         ${first}
          union
         select a.id, a.person_id, a.scheme_id, a.awarded_at
           from r join award a on ${MADE_OF.replaceAll('b.', 'a.')} and ${HAS_NO_CERTIFICATE}
       )
       insert into lost_award (award_id, lost_at, ${column})
       select a.id, $2, $1 from r a where ${HAS_NO_CERTIFICATE} on conflict (award_id) do nothing`,
      [because, at],
    );
  }
}
