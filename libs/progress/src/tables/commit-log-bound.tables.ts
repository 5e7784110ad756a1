import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing was committed before there was an Induct, and every month ahead is a table that commits walk past. */
const BOUND = `
  if (months between 1 and 6 and first_month between date '2026-01-01' and current_date + interval '1 year'
      and first_month + make_interval(months => months) <= current_date + interval '13 months') is not true then
    raise exception 'The commit log is prepared for the next months only' using errcode = 'insufficient_privilege';
  end if;`;

const prepares = (bound: string) => `
  create or replace function prepare_commit_log(first_month date, months integer) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      month date := date_trunc('month', first_month);
      name text;
    begin
      ${bound}
      for i in 1..months loop
        name := to_char(month, '"commit_log_"YYYY_MM');
        if to_regclass(name) is null then
          perform pg_advisory_xact_lock(hashtext('prepare_commit_log'));
          -- A month that has already begun in the default partition stays there.
          if to_regclass(name) is null and not exists (
            select from commit_log_other where opened_on >= month and opened_on < month + interval '1 month'
          ) then
            execute format('create table %I partition of commit_log for values from (%L) to (%L)',
              name, month, (month + interval '1 month')::date);
          end if;
        end if;
        month := month + interval '1 month';
      end loop;
    end $$`;

/** The function makes tables with its owner's rights: whoever calls it gets the months that commits can fall into, no more. */
export class Progress1796000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(prepares(BOUND));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(prepares(''));
  }
}
