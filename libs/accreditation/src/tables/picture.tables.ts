import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that stand on certificates: as long as those are checked, that is for ever. */
export class Pictures1797000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table picture (
        id text primary key check (id ~ '^[0-9a-f]{64}$' and id = encode(sha256(bytes), 'hex')),
        type text not null check (type in ('image/png', 'image/jpeg')),
        width integer not null check (width between 1 and 2000),
        height integer not null check (height between 1 and 2000),
        bytes bytea not null check (length(bytes) between 1 and 2097152),
        added_at timestamptz not null
      );
      comment on table picture is 'arms and signatures on certificates, drawn anew when they were sent in';
      create function picture_is_for_ever() returns trigger language plpgsql as $$
        begin raise exception 'pictures of certificates are never changed or deleted'; end $$;
      create trigger picture_is_for_ever before update or delete on picture
        for each row execute function picture_is_for_ever();
      create trigger picture_is_never_emptied before truncate on picture
        for each statement execute function picture_is_for_ever();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table picture; drop function picture_is_for_ever');
  }
}
