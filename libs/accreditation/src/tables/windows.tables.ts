import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others may read of certificates. */
export class Accreditation1796000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The rule of validityOf in validity.ts.
      create function certificate_validity(state text, valid_until date, day date) returns text
        language sql immutable parallel safe as $$
          select case when state <> 'issued' then state when valid_until < day then 'expired' else 'valid' end
        $$;

      -- Left joins: a page that does not ask for the scheme does not read it.
      create view certificate_standing as
        select c.id, c.person_id, c.number, s.name as scheme, e.edition, a.awarded_at, c.issued_at, a.valid_until,
               c.state, c.rendered_at is not null as rendered,
               c.state = 'issued' and c.rendered_at is null and c.render_error is not null as failed
          from certificate c
          left join award a on a.id = c.award_id
          left join scheme s on s.id = a.scheme_id
          left join scheme_version e on e.id = a.scheme_version_id;
      comment on view certificate_standing is 'certificates, and where they stand';

      create view revocation_standing as
        select id, certificate_id, reason, proposed_by, proposed_at, confirmed_at is null and withdrawn_at is null as waits
          from revocation;
      comment on view revocation_standing is 'that a certificate is to be revoked';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop view revocation_standing; drop view certificate_standing; drop function certificate_validity(text, date, date)',
    );
  }
}
