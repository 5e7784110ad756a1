import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who signs certificates, from when to when. What was recorded is never changed: a correction takes its place. */
export class Signatories1797000000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signatory (
        id uuid primary key,
        name text not null check (name <> ''),
        office text not null check (office <> ''),
        office_cy text check (office_cy <> ''),
        signature text check (signature ~ '^[a-z0-9-]+$'),
        picture text references picture,
        place integer not null check (place in (1, 2)),
        during daterange not null check (not isempty(during) and isfinite(lower(during))
          and (upper_inf(during) or isfinite(upper(during)))),
        recorded_by uuid,
        recorded_at timestamptz not null,
        superseded_by uuid,
        superseded_at timestamptz,
        check (num_nonnulls(signature, picture) <= 1),
        check (superseded_at >= recorded_at),
        constraint signatory_one_a_place exclude using gist (place with =, during with &&) where (superseded_at is null)
      );
      comment on table signatory is 'who signs certificates: at most two on a day, one in each place';
      comment on column signatory.signature is 'a drawing in content/certificates/signatures, which ships';
      create index signatory_history on signatory (upper(during) desc nulls first, place);

      create function signatory_stays() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE' or old.superseded_at is not null or new.superseded_at is null
            or to_jsonb(old) - '{superseded_by,superseded_at}'::text[]
              is distinct from to_jsonb(new) - '{superseded_by,superseded_at}'::text[]
          then
            raise exception 'who signed is superseded once, and else stays'
              using errcode = 'check_violation', constraint = 'signatory_stays';
          end if;
          return new;
        end $$;
      create trigger signatory_stays before update or delete on signatory
        for each row execute function signatory_stays();
      create trigger signatory_is_never_emptied before truncate on signatory
        for each statement execute function signatory_stays();

      -- The setting they were until now. What could not be read was not printed either.
      insert into signatory (id, name, office, signature, place, during, recorded_at)
      select gen_random_uuid(), s.value ->> 'name', s.value ->> 'office',
             case when s.value ->> 'signature' ~ '^[a-z0-9-]+$' then s.value ->> 'signature' end,
             s.place, daterange('2000-01-01', null), k.changed_at
        from setting k,
             jsonb_array_elements(case jsonb_typeof(k.value) when 'array' then k.value else '[]' end)
               with ordinality as s (value, place)
       where k.key = 'certificate.signatories' and jsonb_array_length(k.value) <= 2
         and s.value ->> 'name' <> '' and s.value ->> 'office' <> '';
      delete from setting where key = 'certificate.signatories';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into setting (key, value, changed_at)
      select 'certificate.signatories',
             jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', name, 'office', office, 'signature', signature)) order by place),
             max(recorded_at)
        from signatory
       where superseded_at is null and during @> (now() at time zone 'Europe/London')::date
      having count(*) > 0;
      drop table signatory; drop function signatory_stays;
    `);
  }
}
