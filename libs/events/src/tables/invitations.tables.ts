import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Partners invited to sessions, guests who have not confirmed their address yet, and what guests need. */
export class Invitations1797000000241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid primary key,
        partner_id uuid not null references partner,
        session_id uuid not null references programme_session,
        token_hash bytea not null unique,
        view_hash bytea not null unique,
        made_at timestamptz not null,
        made_by uuid references person,
        revoked_at timestamptz,
        revoked_by uuid references person,
        check (revoked_by is null or revoked_at is not null)
      );
      create unique index invitation_once on invitation (session_id, partner_id) where revoked_at is null;
      create index invitation_partner on invitation (partner_id);
      comment on column invitation.token_hash is 'of the link that guests take a place by';
      comment on column invitation.view_hash is 'of the link by which the partner sees who of theirs has taken one';

      create table guest_request (
        id uuid primary key,
        invitation_id uuid not null references invitation,
        token_hash bytea not null unique,
        name text,
        email text,
        asked_at timestamptz not null,
        guest_id uuid references guest,
        check ((name is null) = (email is null)),
        check ((guest_id is null) = (name is not null))
      );
      create index guest_request_invitation on guest_request (invitation_id);
      create index guest_request_guest on guest_request (guest_id);
      comment on column guest_request.guest_id is 'null: they have not confirmed their address yet';

      alter table need add guest_id uuid unique references guest;
      alter table need add check (num_nonnulls(person_id, guest_id) = 1);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from need where person_id is null; alter table need drop guest_id;
      drop table guest_request; drop table invitation`);
  }
}
