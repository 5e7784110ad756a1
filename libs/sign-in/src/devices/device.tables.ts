import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices that people said are their own. */
export class Devices1798000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table device (
        hash bytea primary key,
        id uuid not null unique,
        person_id uuid not null references person on delete cascade,
        user_agent text,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        until timestamptz not null
      );
      comment on table device is 'a device that its owner said is theirs alone: one press signs in, weakly';
      comment on column device.hash is 'SHA-256 of the cookie';
      create index device_person on device (person_id);
      create index device_until on device (until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table device');
  }
}
