import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A revocation is confirmed by somebody who has been an officer for a day. */
export class SecondWalls1795000000863 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function revocation_is_confirmed_rightly() returns trigger language plpgsql as $$
        begin
          if not exists (
            select from person_role
            where person_id = new.confirmed_by and role = 'officer' and confirms_from <= new.confirmed_at
          ) then
            raise exception 'a revocation is confirmed by somebody who has been an officer for a day'
              using errcode = 'check_violation', constraint = 'revocation_is_confirmed_rightly';
          end if;
          return new;
        end $$;
      create trigger revocation_is_confirmed_rightly after insert or update of confirmed_by on revocation
        for each row when (new.confirmed_by is not null) execute function revocation_is_confirmed_rightly();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger revocation_is_confirmed_rightly on revocation; drop function revocation_is_confirmed_rightly
    `);
  }
}
