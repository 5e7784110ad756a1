import { Injectable } from '@nestjs/common';
import type { Shared } from '@induct/scorm';
import { prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { SequencingEntity } from '../sequencing/sequencing.entity';

/** An attempt of a learner at a module whose parts have an order. */
export type OrderedAttemptRow = Pick<AttemptEntity, 'id' | 'versionId' | 'recordedAt'> &
  Pick<SequencingEntity, 'state' | 'open'>;

/** More than anybody has. */
const MOST_ATTEMPTS = 200;

/** What modules of a learner have shared, and what of it was told to a launch. */
@Injectable()
export class SharingRepository {
  /** This attempt and those at other courses, those last worked in first: an attempt from the beginning begins with nothing of its course. */
  attemptsBeside(tx: EntityManager, personId: string, attemptId: string): Promise<OrderedAttemptRow[]> {
    return prepared<OrderedAttemptRow>(tx, 'ordered-attempts', ATTEMPTS, [personId, attemptId]);
  }

  async tell(tx: EntityManager, attemptId: string, launch: number, shared: Shared): Promise<void> {
    const text = 'insert into sequencing_shared (attempt_id, launch, shared) values ($1, $2, $3::json)';
    await prepared(tx, 'tell-shared', text, [attemptId, launch, JSON.stringify(shared)]);
  }
}

// Nothing of the JSON is read here: PostgreSQL's own operators stop at an escaped NUL.
const ATTEMPTS = `
  select attempt.id, attempt.version_id as "versionId", attempt.recorded_at as "recordedAt", s.state, s.open
  from registration
  join attempt on attempt.registration_id = registration.id
  join sequencing s on s.attempt_id = attempt.id
  where registration.person_id = $1
    and (attempt.id = $2 or registration.course_id <> (
      select r.course_id from attempt a join registration r on r.id = a.registration_id where a.id = $2))
  order by attempt.recorded_at desc
  limit ${MOST_ATTEMPTS}`;
