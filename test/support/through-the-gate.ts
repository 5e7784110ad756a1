import { randomBytes, randomUUID } from 'node:crypto';
import type { RefreshPolicy } from '@induct/course';
import type { DataSource, EntityManager } from 'typeorm';
import { LONG_AGO } from './given-person';

interface Given extends Partial<RefreshPolicy> {
  courseId: string;
  versionId: string;
  at?: Date;
}

/**
 * Publishes a version as rows, for tests of what comes after: a round of two testers who signed its bytes off, and the
 * publication. The database refuses anything less. @returns the publication's id
 */
export async function publishedByRows(source: DataSource, given: Given): Promise<string> {
  const { courseId, versionId, at = LONG_AGO, policy = 'nothing', changeNote = '', halfWay = 'finish_old' } = given;
  const publicationId = randomUUID();
  await source.transaction(async (tx) => {
    await tx.query('select from course where id = $1 for update', [courseId]);
    const roundId = await aPassedRound(tx, versionId, at);
    await tx.query(
      `insert into publication (id, course_id, version_id, number, ground, round_id, policy, change_note, retake_by,
         half_way, published_by, published_at)
       select $1, $2, v.id, 1 + (select coalesce(max(number), 0) from publication where course_id = $2), 'round', $4,
         $5, $6, $7, $8, v.uploaded_by, $9
       from course_version v where v.id = $3`,
      [publicationId, courseId, versionId, roundId, policy, changeNote, given.retakeBy ?? null, halfWay, at],
    );
    await tx.query(`update course_version set state = 'retired' where course_id = $1 and state = 'published'`, [
      courseId,
    ]);
    await tx.query(
      `update course_version set state = 'published', published_by = uploaded_by, published_at = $2 where id = $1`,
      [versionId, at],
    );
    await tx.query('update course set published_version_id = $2 where id = $1', [courseId, versionId]);
  });
  return publicationId;
}

/** A closed round of two testers who looked at a version and signed its bytes off. @returns its id */
export async function aPassedRound(tx: EntityManager, versionId: string, at = LONG_AGO): Promise<string> {
  const roundId = randomUUID();
  await tx.query(
    `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline,
       opened_by, opened_at)
     select $1, v.course_id, v.id, v.package_sha256,
       1 + (select coalesce(max(number), 0) from test_round where course_id = v.course_id),
       '', '[]', 2, $3::timestamptz + interval '7 days', v.uploaded_by, $3
     from course_version v where v.id = $2`,
    [roundId, versionId, at],
  );
  for (const testerId of [randomUUID(), randomUUID()]) {
    const previewId = randomUUID();
    await tx.query(
      `insert into preview (id, version_id, course_id, round_id, person_id, token_hash, journal_key, opened_at, live_until,
         last_seen_at, shown_ms)
       select $1, version_id, course_id, id, $3, $4, '\\x00', $5, $5, $5, 600000 from test_round where id = $2`,
      [previewId, roundId, testerId, randomBytes(32), at],
    );
    await hasOpened(tx, previewId);
    await tx.query('insert into test_round_tester (round_id, person_id, invited_at) values ($1, $2, $3)', [
      roundId,
      testerId,
      at,
    ]);
    await tx.query(
      `insert into sign_off (round_id, person_id, decision, checklist, preview_seconds, package_sha256, at)
       select id, $2, 'signed_off', '{}', 600, package_sha256, $3 from test_round where id = $1`,
      [roundId, testerId, at],
    );
  }
  await tx.query(`update test_round set state = 'closed', closed_at = $2, closed_why = 'quorum' where id = $1`, [
    roundId,
    at,
  ]);
  return roundId;
}

/** What the player says first. The run-time log counts from 1: it is not shown there. */
export async function hasOpened(tx: Pick<EntityManager, 'query'>, previewId: string, sco = 'one'): Promise<void> {
  await tx.query(
    `insert into preview_call (preview_id, n, sco, at_ms, call, element, value, answer, error)
     values ($1, 0, $2, 0, 'opened', 'sco', '', '', '')`,
    [previewId, sco],
  );
}
