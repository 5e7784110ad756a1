import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a passkey let somebody into ends with it. */
export class PasskeyBegan1798000000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in add column passkey_id uuid references passkey (id) on delete set null;
      alter table device add column passkey_id uuid references passkey (id) on delete set null;
      comment on column sign_in.passkey_id is 'with which it was made: it ends with that';
      comment on column device.passkey_id is 'of the sign-in in which it was remembered: it ends with that';
      create index sign_in_passkey on sign_in (passkey_id) where passkey_id is not null;
      create index device_passkey on device (passkey_id) where passkey_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table device drop column passkey_id; alter table sign_in drop column passkey_id');
  }
}
