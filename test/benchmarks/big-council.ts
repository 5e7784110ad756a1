import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { aTree } from '../support/given-learning';
import { publishedByRows } from '../support/through-the-gate';

export const MEMBERS = 10_000;
export const COURSES = 10;
export const GROUPS = ['Conservative', 'Green', 'Independent', 'Labour', 'Liberal Democrat'];

/** A council far larger than any: 10,000 members, ten published modules, four in five of all pairs begun. */
export async function aBigCouncil(source: DataSource): Promise<{ officerId: string; memberIds: string[] }> {
  await source.query(
    `insert into person (id, name, email, political_group, district, created_at)
     select gen_random_uuid(),
            (array['Amara', 'Bernard', 'Catrin', 'Dev', 'Elin', 'Farah', 'Gareth', 'Hanna'])[1 + i % 8] || ' '
              || (array['Whitfield', 'Osei', 'Prosser', 'Mehta', 'Okafor', 'Ellison', 'Ferris'])[1 + i % 7] || ' ' || i,
            'member' || i || '@northmoor.example', ($2::text[])[1 + i % cardinality($2::text[])],
            'District ' || i % 12, now()
       from generate_series(1, $1::int) i`,
    [MEMBERS, GROUPS],
  );
  await source.query(`insert into person_role (person_id, role) select id, 'member' from person`);
  const officerId = randomUUID();
  await source.query(
    `insert into person (id, name, email, created_at) values ($1, 'Olive Officer', 'officer@northmoor.example', now())`,
    [officerId],
  );
  await source.query(`insert into person_role (person_id, role, confirms_from) values ($1, 'officer', '2025-05-01')`, [
    officerId,
  ]);
  await tenModules(source, officerId);
  await source.query(
    `insert into registration (id, person_id, course_id, completion, success, score, progress, learning_seconds,
       started_at, recorded_at, completed_at, completed_score)
     select gen_random_uuid(), p.id, c.id, case when draw < 0.5 then 'completed' else 'incomplete' end,
            case when draw < 0.4 then 'passed' when draw < 0.5 then 'failed' else 'unknown' end,
            case when draw < 0.5 then round((draw * 200)::numeric) end, draw, 1200,
            now() - interval '60 days', now() - draw * interval '50 days', case when draw < 0.4 then now() end,
            case when draw < 0.4 then round((draw * 200)::numeric) end
       from person p join person_role r on r.person_id = p.id and r.role = 'member'
      cross join course c
      cross join lateral (select random() + 0 * length(p.name) as draw) d
      where draw < 0.8`,
  );
  await source.query(
    `insert into attempt (id, registration_id, version_id, number, journal_key, completion, success, score, progress,
       learning_seconds, started_at, recorded_at, completed_at)
     select gen_random_uuid(), r.id, c.published_version_id, 1, '\\x00', r.completion, r.success, r.score, r.progress,
            r.learning_seconds, r.started_at, r.recorded_at, r.completed_at
       from registration r join course c on c.id = r.course_id`,
  );
  await aRetake(source, 'module-1', 60);
  await aRetake(source, 'module-6', -5);
  const rows = await source.query<{ id: string }[]>(
    `select person_id as id from person_role where role = 'member' order by random() limit 200`,
  );
  return { officerId, memberIds: rows.map(({ id }) => id) };
}

/** Ten published modules, the first five of them core. @param officerId who uploaded them */
export async function tenModules(source: DataSource, officerId: string): Promise<void> {
  await source.query(
    `insert into course (id, slug, title, summary, minutes, core, created_at)
     select gen_random_uuid(), 'module-' || i, 'Module ' || i, 'What every member should know about ' || i, 25, i <= 5, now()
       from generate_series(1, $1::int) i`,
    [COURSES],
  );
  await source.query(
    `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count, bytes,
       package_sha256, uploaded_by, uploaded_at)
     select gen_random_uuid(), id, 1, 'draft', slug, 'scorm_12', '1.2', title, $1::jsonb, 1, 1000, '\\x00', $2, now()
       from course`,
    [JSON.stringify(aTree({ one: {} })), officerId],
  );
  const versions = await source.query<{ courseId: string; versionId: string }[]>(
    'select course_id as "courseId", id as "versionId" from course_version',
  );
  for (const version of versions) await publishedByRows(source, version);
}

/** A module that was renewed: everybody who had completed it takes it again, and a third have. @param days until it is due */
async function aRetake(source: DataSource, slug: string, days: number): Promise<void> {
  const versionId = randomUUID();
  const [course] = await source.query<[{ id: string; retakeBy: string }]>(
    `select id, (current_date + $2::int)::text as "retakeBy" from course where slug = $1`,
    [slug, days],
  );
  await source.query(
    `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count, bytes,
       package_sha256, uploaded_by, uploaded_at)
     select $1, course_id, 2, 'draft', $2, standard, edition, title, manifest, 1, 1000, $3, uploaded_by, now()
       from course_version where course_id = $4`,
    [versionId, versionId, randomBytes(32), course.id],
  );
  const publicationId = await publishedByRows(source, {
    courseId: course.id,
    versionId,
    at: new Date(),
    policy: 'retake',
    changeNote: 'Renewed.',
    retakeBy: course.retakeBy,
  });
  await source.query(
    `insert into renewal (publication_id, person_id, course_id, due_on)
     select $1, person_id, course_id, $3 from registration where course_id = $2 and completed_at is not null`,
    [publicationId, course.id, course.retakeBy],
  );
  await source.query(
    `insert into attempt (id, registration_id, version_id, number, journal_key, completion, success, learning_seconds,
       started_at, recorded_at, completed_at)
     select gen_random_uuid(), id, $1, 2, '\\x00', 'completed', 'passed', 600, now(), now(), now() + interval '1 minute'
       from registration where course_id = $2 and completed_at is not null and random() < 0.33`,
    [versionId, course.id],
  );
}
