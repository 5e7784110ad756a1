import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a refreshed module asks of people: taking it again, reading what changed, or choosing how to go on. */
export class Progress1795000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table renewal (
        publication_id uuid not null,
        person_id uuid not null,
        course_id uuid not null,
        due_on date not null,
        primary key (publication_id, person_id)
      );
      comment on table renewal is
        'who had completed the course when a publication asked to take it again';
      create index renewal_person on renewal (person_id);

      create table note_read (
        publication_id uuid not null,
        person_id uuid not null,
        read_at timestamptz not null,
        primary key (publication_id, person_id)
      );

      create table half_way_choice (
        publication_id uuid not null,
        person_id uuid not null,
        choice text not null check (choice in ('finish_old', 'start_again')),
        chosen_at timestamptz not null,
        primary key (publication_id, person_id)
      );
      comment on table half_way_choice is
        'what somebody half-way on an older version said when this publication let them choose: asked once';

      -- Met by an attempt completed since, on that version or on one published later. Later is by publication, not by
      -- the version's number: an older version may have come back.
      create function completed_since(person uuid, course uuid, publication_number integer, since timestamptz)
        returns boolean language sql stable as $$
          select exists (
            select from registration g join attempt a on a.registration_id = g.id
            where g.person_id = person and g.course_id = course and a.completed_at > since and exists (
              select from publication q
              where q.course_id = course and q.number >= publication_number and q.version_id = a.version_id))
        $$;

      create view due_renewal as
        select r.person_id, r.course_id, r.publication_id, r.due_on, p.number, p.version_id, p.published_at, p.change_note
        from renewal r join publication p on p.id = r.publication_id
        where not completed_since(r.person_id, r.course_id, p.number, p.published_at);

      create view due_note as
        select g.person_id, g.course_id, p.id as publication_id, p.number, p.version_id, p.published_at, p.change_note
        from publication p join registration g on g.course_id = p.course_id
        where p.policy = 'note' and g.completed_at is not null
          and not exists (select from note_read n where n.publication_id = p.id and n.person_id = g.person_id)
          and not completed_since(g.person_id, g.course_id, p.number, p.published_at);
      comment on view due_note is 'change notes that people who completed an older version have not read';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view due_note; drop view due_renewal; drop function completed_since; drop table half_way_choice;
      drop table note_read; drop table renewal
    `);
  }
}
