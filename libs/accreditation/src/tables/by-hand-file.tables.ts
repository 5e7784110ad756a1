import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer saw who proposes a certificate by hand. Whatever else keeps a file goes on keeping it. */
export class ByHandFile1797000000140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table by_hand_file (
        by_hand_id uuid primary key references by_hand,
        sha256 bytea not null,
        bytes integer not null check (bytes between 1 and 10485760),
        content_type text not null check (content_type in ('application/pdf', 'image/png', 'image/jpeg'))
      );
      create index by_hand_file_sha256 on by_hand_file (sha256);

      alter function file_is_needed(bytea) rename to file_is_needed_beside_by_hand;
      create function file_is_needed(file bytea) returns boolean language plpgsql stable as $$
        begin
          return file_is_needed_beside_by_hand(file) or exists (select from by_hand_file where sha256 = file);
        end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function file_is_needed(bytea);
      alter function file_is_needed_beside_by_hand(bytea) rename to file_is_needed;
      drop table by_hand_file;
    `);
  }
}
