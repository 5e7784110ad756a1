import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOR_EVER = ['local_fact', 'local_paragraph', 'review_answer', 'review_date'];

/**
 * What a council says in modules that are signed off as they are, and what it has confirmed of them. Rows are never changed: the
 * newest of a fact is the one that is said. They go only with the module they belong to.
 */
export class Facts1798000000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course_version add column declared jsonb;
      comment on column course_version.declared is
        'induct.json of the package: where facts of the council stand, its screens, what is to be reviewed; null when it has none';

      create table local_fact (
        id bigint primary key generated always as identity,
        key text not null check (key ~ '^[a-z][a-z0-9_]*$' and length(key) <= 60),
        words text check (words <> '' and length(words) <= 1000),
        set_by uuid not null,
        set_at timestamptz not null
      );
      comment on table local_fact is 'what the council says where modules have a place for it: the newest row of a key';
      comment on column local_fact.words is 'null: what each module came with';
      create index local_fact_key on local_fact (key, id);

      create table local_paragraph (
        id bigint primary key generated always as identity,
        course_id uuid not null references course on delete cascade,
        screen text not null check (length(screen) between 1 and 100),
        words text check (words <> '' and length(words) <= 3000),
        set_by uuid not null,
        set_at timestamptz not null
      );
      comment on table local_paragraph is 'what the council says after a screen of a module: the newest row of a screen';
      comment on column local_paragraph.words is 'null: nothing';
      create index local_paragraph_screen on local_paragraph (course_id, screen, id);

      create table review_answer (
        id bigint primary key generated always as identity,
        course_id uuid not null references course on delete cascade,
        item text not null check (length(item) between 1 and 64),
        item_words text not null,
        answer text not null check (answer in ('confirmed', 'changed')),
        words text check (words <> '' and length(words) <= 3000),
        answered_by uuid not null,
        answered_at timestamptz not null,
        check ((answer = 'changed') = (words is not null))
      );
      comment on table review_answer is 'what somebody of the council has said of a fact that a module asks to confirm: the newest row of an item';
      comment on column review_answer.item is 'from its words: an item that is unchanged in a later version stays answered';
      create index review_answer_item on review_answer (course_id, item, id);

      create table review_date (
        id bigint primary key generated always as identity,
        version_id uuid not null references course_version on delete cascade,
        review_by date not null,
        set_by uuid not null,
        set_at timestamptz not null
      );
      comment on table review_date is 'by when a version is to be reviewed, where that is not what its package says: the newest row';
      create index review_date_version on review_date (version_id, id);
    `);
    for (const table of FOR_EVER)
      await runner.query(`
        create function ${table}_is_for_ever() returns trigger language plpgsql as $$
          begin raise exception 'what was said is never changed or deleted'; end $$;
        create trigger ${table}_is_for_ever before update on ${table}
          for each row execute function ${table}_is_for_ever();
        create trigger ${table}_goes_with_its_module before delete on ${table}
          for each row when (pg_trigger_depth() = 0) execute function ${table}_is_for_ever();
        create trigger ${table}_is_never_emptied before truncate on ${table}
          for each statement execute function ${table}_is_for_ever();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of FOR_EVER) await runner.query(`drop table ${table}; drop function ${table}_is_for_ever`);
    await runner.query('alter table course_version drop column declared');
  }
}
