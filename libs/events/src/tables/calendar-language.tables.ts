import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language our own words stand in a calendar: that of the day on which a booking first came into it. */
export class CalendarLanguage1798000000186 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table calendar_entry add language text not null default 'en' check (language in ('en', 'cy'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table calendar_entry drop language');
  }
}
