import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Further walls: a round asks for two sign-offs or more, whoever signs off has really opened the module, and nobody's word
 * counts within a day of getting the role it needs. They look at what is written from now on.
 */
export class SecondWalls1795000000862 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index preview_call_opened on preview_call (preview_id, sco) where call = 'opened';

      create function test_round_asks_for_enough() returns trigger language plpgsql as $$
        declare least_quorum integer;
        begin
          select greatest(2, (value ->> 'least')::integer) into least_quorum from setting where key = 'steering.quorum';
          if new.quorum < coalesce(least_quorum, 2) then
            raise exception 'a round asks for at least % sign-offs', coalesce(least_quorum, 2)
              using errcode = 'check_violation', constraint = 'test_round_asks_for_enough';
          end if;
          return new;
        end $$;
      create trigger test_round_asks_for_enough before insert on test_round
        for each row execute function test_round_asks_for_enough();

      create function sign_off_is_of_a_looker() returns trigger language plpgsql as $$
        begin
          if not exists (
            select from test_round r
            join preview w on w.version_id = r.version_id and w.person_id = new.person_id
            join preview_call k on k.preview_id = w.id and k.call = 'opened'
            where r.id = new.round_id
          ) then
            raise exception 'nobody signs off what they have not opened'
              using errcode = 'check_violation', constraint = 'sign_off_is_of_a_looker';
          end if;
          if exists (
            select from person_role where person_id = new.person_id and role = 'tester' and confirms_from > new.at
          ) then
            raise exception 'a new tester does not sign off yet'
              using errcode = 'check_violation', constraint = 'sign_off_is_of_a_looker';
          end if;
          return new;
        end $$;
      create trigger sign_off_is_of_a_looker before insert or update on sign_off
        for each row when (new.decision = 'signed_off') execute function sign_off_is_of_a_looker();

      create function publish_override_is_confirmed_rightly() returns trigger language plpgsql as $$
        begin
          if not exists (
            select from person_role
            where person_id = new.confirmed_by and role = 'officer' and confirms_from <= new.confirmed_at
          ) then
            raise exception 'an override is confirmed by somebody who has been an officer for a day'
              using errcode = 'check_violation', constraint = 'publish_override_is_confirmed_rightly';
          end if;
          return new;
        end $$;
      create trigger publish_override_is_confirmed_rightly after insert or update of confirmed_by on publish_override
        for each row when (new.confirmed_by is not null) execute function publish_override_is_confirmed_rightly();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger publish_override_is_confirmed_rightly on publish_override;
      drop function publish_override_is_confirmed_rightly;
      drop trigger sign_off_is_of_a_looker on sign_off; drop function sign_off_is_of_a_looker;
      drop trigger test_round_asks_for_enough on test_round; drop function test_round_asks_for_enough;
      drop index preview_call_opened
    `);
  }
}
