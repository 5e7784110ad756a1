import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Publications, and the wall behind them: whatever program writes, a version that members see was published, and its
 * publication is the course's newest. Whether the publication had a right to be is checked by libs/steering.
 */
export class Course1795000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table publication (
        id uuid primary key,
        course_id uuid not null references course,
        version_id uuid not null references course_version,
        number integer not null,
        ground text not null check (ground in ('round', 'override')),
        round_id uuid,
        override_id uuid unique,
        policy text not null check (policy in ('nothing', 'note', 'retake')),
        change_note text not null default '',
        retake_by date,
        half_way text not null default 'finish_old' check (half_way in ('finish_old', 'choice')),
        published_by uuid not null,
        published_at timestamptz not null,
        unique (course_id, number),
        check ((ground = 'round') = (round_id is not null) and (ground = 'override') = (override_id is not null)),
        check ((policy = 'retake') = (retake_by is not null))
      );
      comment on table publication is 'each time a version became the one that members see; never changed';
      comment on column publication.policy is 'what it asks of people who had completed the course';
      comment on column publication.half_way is 'what people half-way on an older version may do';
      create index publication_version on publication (version_id);

      create function publication_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'publications are never changed or deleted'; end $$;
      create trigger publication_is_for_ever before update or delete on publication
        for each row execute function publication_is_for_ever();

      -- Looked at when the transaction ends: what counts is what it leaves behind.
      create function version_is_published_rightly() returns trigger language plpgsql as $$
        begin
          if exists (
            select from course_version v where v.id = new.id and v.state = 'published' and v.id is distinct from (
              select p.version_id from publication p where p.course_id = v.course_id order by p.number desc limit 1)
          ) then
            raise exception 'version % is published, but it is not what was published last', new.id
              using errcode = 'check_violation', constraint = 'version_is_published_rightly';
          end if;
          if exists (
            select from course c join course_version v on v.id = c.published_version_id
            where c.id = new.course_id and (v.state <> 'published' or v.course_id <> c.id)
          ) then
            raise exception 'members would see version %, which is not published', new.id
              using errcode = 'check_violation', constraint = 'version_is_published_rightly';
          end if;
          return null;
        end $$;
      create constraint trigger version_is_published_rightly after insert or update of state, course_id on course_version
        deferrable initially deferred for each row execute function version_is_published_rightly();

      create function course_shows_published() returns trigger language plpgsql as $$
        begin
          if exists (
            select from course c join course_version v on v.id = c.published_version_id
            where c.id = new.id and (v.state <> 'published' or v.course_id <> c.id)
          ) then
            raise exception 'course % would show a version that is not published', new.id
              using errcode = 'check_violation', constraint = 'course_shows_published';
          end if;
          return null;
        end $$;
      create constraint trigger course_shows_published after insert or update of published_version_id on course
        deferrable initially deferred for each row execute function course_shows_published();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger course_shows_published on course; drop function course_shows_published;
      drop trigger version_is_published_rightly on course_version; drop function version_is_published_rightly;
      drop table publication; drop function publication_is_for_ever
    `);
  }
}
