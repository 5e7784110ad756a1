import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody came in. */
export class SignInWay1798000000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Whoever is signed in now came by a letter, or by what counts as one; it is over within 12 hours.
    await runner.query(`
      alter table sign_in add column way text not null default 'letter'
        constraint sign_in_way check (way in ('letter', 'passkey', 'council', 'persona', 'device', 'first administrator'));
      alter table sign_in alter column way drop default;
      comment on column sign_in.way is 'how its person came in';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sign_in drop column way');
  }
}
