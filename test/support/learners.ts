import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { aPerson } from './given-person';
import { publishedByRows } from './through-the-gate';

/** Rows of other libs as accreditation finds them: people, published core modules and what people have completed. */
export class Learners {
  constructor(private readonly source: DataSource) {}

  /** @returns the member's id */
  aMember(name = 'Siân Rees-Pritchard'): Promise<string> {
    return aPerson(this.source, { name, since: new Date() });
  }

  /** @param since from when on they confirm */
  async anOfficer(id: string, since?: Date): Promise<void> {
    await aPerson(this.source, { id, name: 'Olive Officer', roles: ['officer'], ...(since && { since }) });
  }

  /** @param minutes what it is said to take @returns the course's id */
  async aPublishedCoreModule(title = 'The code of conduct', { minutes = null as number | null } = {}): Promise<string> {
    const [course, version] = [randomUUID(), randomUUID()];
    await this.source.query(
      `insert into course (id, slug, title, core, minutes, created_at) values ($1, $2, $3, true, $4, now())`,
      [course, course, title, minutes],
    );
    await this.source.query(
      `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
                                   bytes, package_sha256, uploaded_by, uploaded_at)
       values ($1, $2, 1, 'draft', $3, 'scorm_12', '1.2', $4, '{}', 1, 1, $5, $2, now())`,
      [version, course, randomBytes(16).toString('base64url'), title, randomBytes(32)],
    );
    await publishedByRows(this.source, { courseId: course, versionId: version });
    return course;
  }

  /** Only the row: what the tracker writes before it announces. */
  async hasCompleted(
    personId: string,
    courseId: string,
    { at = new Date('2026-11-22T14:32:00Z'), tx = this.source.manager }: { at?: Date; tx?: EntityManager } = {},
  ): Promise<void> {
    await tx.query(
      `insert into registration (id, person_id, course_id, completion, success, score, completed_score, learning_seconds,
                                 started_at, recorded_at, completed_at)
       values ($1, $2, $3, 'completed', 'passed', 90, 90, 1500, $4, $4, $4)`,
      [randomUUID(), personId, courseId, at],
    );
  }

  /** A further attempt at what was completed before. */
  async takesAgain(personId: string, courseId: string, at: Date, { doubted = false } = {}): Promise<void> {
    await this.source.query(
      `with again as (
         insert into attempt (id, registration_id, version_id, number, journal_key, completion, success, score,
                              learning_seconds, started_at, recorded_at, completed_at)
         select gen_random_uuid(), r.id, c.published_version_id,
                1 + (select count(*) from attempt a where a.registration_id = r.id), '\\x00', 'completed', 'passed', 95, 600,
                $3, $3, $3
           from registration r join course c on c.id = r.course_id where r.person_id = $1 and r.course_id = $2
         returning id)
       insert into doubtful_completion (attempt_id, doubts, recorded_at) select id, '{quick}', $3 from again where $4`,
      [personId, courseId, at, doubted],
    );
  }

  /** What was completed is hard to believe. @returns the attempt */
  async isDoubted(personId: string, courseId: string): Promise<string> {
    const id = randomUUID();
    await this.source.query(
      `insert into attempt (id, registration_id, version_id, number, journal_key, completion, started_at, recorded_at,
                            completed_at)
       select $1, r.id, c.published_version_id, 1, '\\x00', 'completed', r.started_at, r.recorded_at, r.completed_at
         from registration r join course c on c.id = r.course_id where r.person_id = $2 and r.course_id = $3`,
      [id, personId, courseId],
    );
    await this.source.query(
      `insert into doubtful_completion (attempt_id, doubts, recorded_at) values ($1, '{quick}', now())`,
      [id],
    );
    return id;
  }
}
