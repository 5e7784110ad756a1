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
const OF_PARTS = `array(select distinct unnest(p.topics) from session_part p where p.session_id = s.id) as topics`;
/** Also of what has no day yet. */
const OF_ALL = `array(select unnest(p.topics) from session_part p where p.session_id = s.id union select e.own_topic where e.own_topic is not null) as topics`;

/** To be at an event can be asked for by itself: it has a topic of its own, which every part of its sessions names. */
export class OwnTopic1797000000315 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table programme_event add own_topic text unique;
      comment on column programme_event.own_topic is 'the slug of a requirement that is met by being at all of a session of it, and at nothing else';
      create or replace view session_standing as ${STANDING}, ${OF_ALL} ${FROM}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view session_standing as ${STANDING}, ${OF_PARTS} ${FROM};
      alter table programme_event drop own_topic`);
  }
}
