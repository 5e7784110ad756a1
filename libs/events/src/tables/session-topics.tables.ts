import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDING = `
  select s.id, s.state, s.place, s.districts, e.id as event_id, e.slug as event_slug, e.title as event_title, e.kind as event_kind, e.mandatory, e.body_id,
         first."on" as first_day, first.starts_at, last.ends_at`;
const FROM = `
    from programme_session s left join programme_event e on e.id = s.event_id
    left join lateral (
      select p."on", p.starts_at from session_part p where p.session_id = s.id order by p.number limit 1) first on true
    left join lateral (
      select p.ends_at from session_part p where p.session_id = s.id order by p.number desc limit 1) last on true`;
const TOPICS = `array(select distinct unnest(p.topics) from session_part p where p.session_id = s.id) as topics`;

/** What the sessions of the programme are about, for whoever asks whether anybody is asked for it. */
export class SessionTopics1797000000313 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create or replace view session_standing as ${STANDING}, ${TOPICS} ${FROM}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view session_standing;
      create view session_standing as ${STANDING} ${FROM};
      comment on view session_standing is 'sessions of the programme, what they are about and when'`);
  }
}
