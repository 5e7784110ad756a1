import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What candidates and newly elected members do first, in versions that a second person confirms; and the days of elections. */
export class FirstSteps1798000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table first_step (
        id uuid primary key,
        usual text unique,
        added_at timestamptz not null,
        added_by uuid not null references person
      );
      comment on column first_step.usual is 'which of the steps that come with Induct it began as';

      create table first_step_version (
        id uuid primary key,
        step_id uuid not null references first_step,
        number integer not null check (number >= 1),
        is_withdrawn boolean not null,
        stage text not null check (stage in ('before', 'standing', 'first_day', 'first_week', 'first_month')),
        position smallint not null check (position between 1 and 999),
        title text not null check (title <> ''),
        title_cy text,
        about text not null,
        about_cy text,
        anchor text check (anchor in ('poll', 'declared', 'office')),
        other_anchor text check (other_anchor in ('poll', 'declared', 'office')),
        count smallint check (count between 0 and 999),
        unit text check (unit in ('days', 'months')),
        is_first_counted boolean,
        closed text check (closed in ('stay', 'sundays', 'weekends')),
        law text check (law <> ''),
        form_title text,
        form_title_cy text,
        form_url text,
        at_once_because text check (at_once_because <> ''),
        recorded_at timestamptz not null,
        recorded_by uuid not null references person,
        unique (step_id, number),
        unique (id, recorded_by),
        constraint first_step_version_rule_is_whole check (num_nonnulls(anchor, count, unit, is_first_counted, closed) in (0, 5)),
        constraint first_step_version_first_day_is_one check (not (is_first_counted and count = 0)),
        constraint first_step_version_other_differs check (other_anchor is null or (anchor is not null and other_anchor <> anchor)),
        constraint first_step_version_form_is_whole check ((form_title is null) = (form_url is null)),
        constraint first_step_version_form_leads check (form_url ~ '^(https://|/)')
      );
      comment on column first_step_version.at_once_because is 'why it is shown before the poll, though what is shown is frozen';

      create table first_step_confirmation (
        version_id uuid primary key,
        recorded_by uuid not null references person,
        confirmed_by uuid not null references person,
        confirmed_at timestamptz not null,
        is_alone boolean not null,
        foreign key (version_id, recorded_by) references first_step_version (id, recorded_by),
        constraint first_step_confirmation_takes_two check (is_alone = (recorded_by = confirmed_by))
      );
      comment on column first_step_confirmation.is_alone is 'there was nobody else at the desk';

      create table election_days (
        election_id uuid primary key references election,
        declared_on date not null,
        in_office_on date,
        recorded_at timestamptz not null,
        recorded_by uuid references person
      );
      comment on column election_days.in_office_on is 'of a by-election: the day on which who won came into office';

      create function first_step_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'first steps are changed by a further version'; end $$;
      create trigger first_step_version_is_for_ever before update or delete on first_step_version
        for each row execute function first_step_is_for_ever();
      create trigger first_step_version_is_never_emptied before truncate on first_step_version
        for each statement execute function first_step_is_for_ever();
      create trigger first_step_confirmation_is_for_ever before update or delete on first_step_confirmation
        for each row execute function first_step_is_for_ever();
      create trigger first_step_confirmation_is_never_emptied before truncate on first_step_confirmation
        for each statement execute function first_step_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table election_days; drop table first_step_confirmation; drop table first_step_version; drop table first_step;
      drop function first_step_is_for_ever;
    `);
  }
}
