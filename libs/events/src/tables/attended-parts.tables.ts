import type { MigrationInterface, QueryRunner } from 'typeorm';

const STANDING = 'select a.id, a.session_id, a.person_id, a.topic, a.met_on, a.recorded_at';
const FROM = 'from attended a where a.withdrawn_at is null';
/** Between two moments, and not two times of a day: the clocks change. */
const PARTS = `
  coalesce((select jsonb_agg(jsonb_build_object('part', p.number, 'seconds', extract(epoch from p.ends_at - p.starts_at)::integer) order by p.number)
    from session_part p where p.session_id = a.session_id and a.topic = any (p.topics) and p.ends_at is not null), '[]') as parts`;

/** How long the parts were that somebody has shown a topic by: what they have learned for it takes as long. */
export class AttendedParts1797000000314 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create or replace view attended_standing as ${STANDING}, ${PARTS} ${FROM}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view attended_standing;
      create view attended_standing as ${STANDING} ${FROM};
      comment on view attended_standing is 'topics of sessions that people were at, in every part that names them'`);
  }
}
