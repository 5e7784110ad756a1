import { randomBytes, randomUUID } from 'node:crypto';
import type { RefreshPolicy } from '@induct/course';
import type { DataSource } from 'typeorm';
import { aPublishedVersion, aTree } from './given-learning';
import { aPerson, type GivenPerson, LONG_AGO } from './given-person';
import { publishedByRows } from './through-the-gate';

/** What a certificate in both languages says, but for its number and days. */
export const FACTS = {
  version: 2,
  languages: 'both',
  council: 'Northmoor County Council',
  holder: 'Ada Fenwick',
  scheme: 'Core skills',
  schemeCy: 'Sgiliau craidd',
  edition: { number: 1, en: '2025 edition', cy: 'Argraffiad 2025' },
  requirements: [{ title: 'Code of conduct', titleCy: 'Cod ymddygiad', how: 'module', on: '2026-11-20', score: 90 }],
  learningSeconds: 3600,
  signatories: [],
} as const;

/** People, modules, results and certificates as rows: for tests of pages, which only read them. */
export class GivenCouncil {
  constructor(private readonly source: DataSource) {}

  aPerson(given: GivenPerson = {}): Promise<string> {
    return aPerson(this.source, { group: 'Green Valleys', district: 'Aldermere', ...given });
  }

  async aModule(given: { title: string; core?: boolean; minutes?: number; summary?: string; slug?: string }) {
    const id = randomUUID();
    const slug = given.slug ?? given.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    await this.source.query(
      'insert into course (id, slug, title, summary, minutes, core, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, slug, given.title, given.summary ?? '', given.minutes ?? 20, given.core ?? false, LONG_AGO],
    );
    const versionId = await aPublishedVersion(this.source, id, aTree({ one: {} }));
    return { id, slug, versionId };
  }

  /** What a person has done on a module: one attempt, and the registration that sums it up. */
  async aResult(
    personId: string,
    course: { id: string; versionId: string },
    given: {
      at: string;
      completion?: 'not_attempted' | 'incomplete' | 'completed';
      success?: 'unknown' | 'failed' | 'passed';
      score?: number;
      progress?: number;
      done?: boolean;
    },
  ): Promise<void> {
    const registrationId = randomUUID();
    const { at, completion = 'incomplete', success = 'unknown', score = null, progress = null } = given;
    const doneAt = given.done ? at : null;
    await this.source.query(
      `insert into registration (id, person_id, course_id, completion, success, score, progress, learning_seconds,
         started_at, recorded_at, completed_at, completed_version_id, completed_score)
       values ($1, $2, $3, $4, $5, $6, $7, 1260, $8, $8, $9, $10, $11)`,
      [
        registrationId,
        personId,
        course.id,
        completion,
        success,
        score,
        progress,
        at,
        doneAt,
        doneAt && course.versionId,
        doneAt && score,
      ],
    );
    await this.source.query(
      `insert into attempt (id, registration_id, version_id, number, journal_key, completion, success, score, progress,
         learning_seconds, started_at, recorded_at, completed_at)
       values ($1, $2, $3, 1, $4, $5, $6, $7, $8, 1260, $9, $9, $10)`,
      [
        randomUUID(),
        registrationId,
        course.versionId,
        randomBytes(32),
        completion,
        success,
        score,
        progress,
        at,
        doneAt,
      ],
    );
  }

  /** Another version of a module is published; who had completed it is asked to take it again where the policy says so. */
  async isRenewed(course: { id: string }, policy: Partial<RefreshPolicy>, at: Date) {
    const versionId = randomUUID();
    await this.source.query(
      `insert into course_version (id, course_id, number, state, key, standard, edition, title, manifest, file_count,
         bytes, package_sha256, uploaded_by, uploaded_at)
       select $1, $2, count(*) + 1, 'draft', $3, 'scorm_12', '1.2', 'Again', $4, 1, 1000, $5, $1, $6
       from course_version where course_id = $2`,
      [versionId, course.id, versionId, JSON.stringify(aTree({ one: {} })), randomBytes(32), at],
    );
    const publicationId = await publishedByRows(this.source, { courseId: course.id, ...policy, versionId, at });
    await this.source.query(
      `insert into renewal (publication_id, person_id, course_id, due_on)
       select p.id, r.person_id, r.course_id, p.retake_by from publication p join registration r on r.course_id = p.course_id
       where p.id = $1 and p.policy = 'retake' and r.completed_at is not null`,
      [publicationId],
    );
    return { versionId, publicationId };
  }

  /** A person completes a module again, on that version. @param at null: it is begun only */
  async isTakenAgain(personId: string, versionId: string, at: Date | null): Promise<void> {
    await this.source.query(
      `insert into attempt (id, registration_id, version_id, number, journal_key, completion, success, started_at,
         recorded_at, completed_at)
       select $1, r.id, v.id, 1 + (select max(number) from attempt where registration_id = r.id), $2, 'completed',
              'passed', coalesce($3, now()), coalesce($3, now()), $3
         from course_version v join registration r on r.course_id = v.course_id
        where v.id = $4 and r.person_id = $5`,
      [randomUUID(), randomBytes(32), at, versionId, personId],
    );
  }

  /** @param given.validUntil `2028-11-21` */
  async aCertificate(
    personId: string,
    given: {
      number: string;
      at: string;
      validUntil: string;
      state?: 'issued' | 'replaced' | 'revoked';
      rendered?: boolean;
      /** Otherwise complete ones. */
      facts?: object;
    },
  ): Promise<void> {
    const [schemeId, schemeVersionId, awardId] = [randomUUID(), randomUUID(), randomUUID()];
    const { number, at, validUntil } = given;
    await this.source.query(`insert into scheme values ($1, $2, 'Core skills')`, [
      schemeId,
      `core-${schemeId.slice(0, 8)}`,
    ]);
    await this.source.query(`insert into scheme_version values ($1, $2, 1, '2025 edition', '2025-05-01', 24, '{}')`, [
      schemeVersionId,
      schemeId,
    ]);
    await this.source.query(`insert into award values ($1, $2, $3, $4, 1, $5, $6, '[]')`, [
      awardId,
      schemeId,
      schemeVersionId,
      personId,
      given.at,
      given.validUntil,
    ]);
    await this.source.query(
      `insert into certificate (id, award_id, person_id, number, secret, holder_name, facts, template, issued_at, state, rendered_at)
       values ($1, $2, $3, $4, 'secret', 'Ada Fenwick', $8, 'core', $5, $6, $7)`,
      [
        randomUUID(),
        awardId,
        personId,
        given.number,
        given.at,
        given.state ?? 'issued',
        given.rendered === false ? null : given.at,
        JSON.stringify(given.facts ?? { ...FACTS, number, awardedOn: at.slice(0, 10), validUntil }),
      ],
    );
  }

  async aLetter(recipient: string, subject: string, at: string): Promise<string> {
    const id = randomUUID();
    await this.source.query(
      `insert into mail (id, dedupe_key, recipient, subject, body_text, body_html, created_at)
       values ($1::uuid, $1::uuid::text, $2, $3, 'Dear member,\n\nhttp://localhost:3000/modules\n', '<p>Dear member, <a href="http://localhost:3000/modules">your modules</a></p>', $4)`,
      [id, recipient, subject, at],
    );
    return id;
  }
}
