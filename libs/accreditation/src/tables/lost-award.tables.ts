import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Awards that wait for an officer and rest on what counts no more: no certificate is issued of them. See docs/decisions/1128. */
export class LostAwards1797000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lost_award (
        award_id uuid primary key references award,
        lost_at timestamptz not null,
        certificate_id uuid references certificate,
        evidence_id uuid references evidence,
        check (num_nonnulls(certificate_id, evidence_id) = 1)
      );
      comment on table lost_award is 'awards without a certificate that rest on what counts no more: nothing is issued of them';
      comment on column lost_award.certificate_id is 'that was revoked';
      comment on column lost_award.evidence_id is 'that was withdrawn';

      create or replace view award_waiting as
        select a.id, a.person_id, a.scheme_id, s.name as scheme, a.awarded_at
          from award a join scheme s on s.id = a.scheme_id
         where not exists (select from certificate c where c.award_id = a.id)
           and not exists (select from lost_award l where l.award_id = a.id)
           and (a.valid_until is null or a.valid_until >= (now() at time zone 'Europe/London')::date);

      insert into lost_award (award_id, lost_at, certificate_id)
      with recursive rests (id, person_id, scheme_id, awarded_at, because, lost_at) as (
        select a.id, a.person_id, a.scheme_id, a.awarded_at, c.id, c.revoked_at
          from certificate c join award a on a.id = c.award_id where c.state = 'revoked'
         union
        select b.id, b.person_id, b.scheme_id, b.awarded_at, r.because, r.lost_at
          from rests r join award b on b.person_id = r.person_id and exists (
               select from jsonb_array_elements(b.evidence) as shown
                where shown ->> 'kind' = 'award' and shown ->> 'schemeId' = r.scheme_id::text
                  and ((shown ->> 'completedAt')::timestamptz at time zone 'Europe/London')::date
                    = (r.awarded_at at time zone 'Europe/London')::date)
         where not exists (select from certificate c where c.award_id = b.id)
      )
      select distinct on (id) id, lost_at, because from rests r
       where not exists (select from certificate c where c.award_id = r.id) order by id, lost_at
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view award_waiting as
        select a.id, a.person_id, a.scheme_id, s.name as scheme, a.awarded_at
          from award a join scheme s on s.id = a.scheme_id
         where not exists (select from certificate c where c.award_id = a.id)
           and (a.valid_until is null or a.valid_until >= (now() at time zone 'Europe/London')::date);
      drop table lost_award
    `);
  }
}
