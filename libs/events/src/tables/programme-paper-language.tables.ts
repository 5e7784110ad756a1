import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version of the programme is printed in each language of the council. What was printed before is English, and keeps its key. */
export class ProgrammePaperLanguage1798000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme_paper
        add id uuid,
        add language text not null default 'en' check (language in ('en', 'cy'));
      update programme_paper set id = version_id;
      alter table programme_paper drop constraint programme_paper_pkey, add primary key (id),
        add constraint programme_paper_is_one unique (version_id, language);
      alter table programme_paper alter language drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from programme_paper where language = 'cy';
      alter table programme_paper drop constraint programme_paper_is_one, drop constraint programme_paper_pkey;
      alter table programme_paper drop id, drop language, add primary key (version_id);
    `);
  }
}
