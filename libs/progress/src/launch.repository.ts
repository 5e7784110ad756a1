import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Every write of registrations, attempts and launches that is not a commit's. */
@Injectable()
export class LaunchRepository {
  /**
   * The registration of a person on a course, made when there is none, and locked: two openings at once come one after
   * the other.
   * @param id for a new one
   */
  async register(tx: EntityManager, id: string, personId: string, courseId: string, now: Date): Promise<string> {
    await tx.query(
      `insert into registration (id, person_id, course_id, started_at, recorded_at) values ($1, $2, $3, $4, $4)
       on conflict (person_id, course_id) do nothing`,
      [id, personId, courseId, now],
    );
    const [row] = await tx.query<{ id: string }[]>(
      'select id from registration where person_id = $1 and course_id = $2 for update',
      [personId, courseId],
    );
    return row!.id;
  }

  async addAttempt(
    tx: EntityManager,
    attempt: { id: string; registrationId: string; versionId: string; number: number; journalKey: Buffer; now: Date },
  ): Promise<void> {
    await tx.query(
      `insert into attempt (id, registration_id, version_id, number, journal_key, started_at, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [attempt.id, attempt.registrationId, attempt.versionId, attempt.number, attempt.journalKey, attempt.now],
    );
  }

  /** Whatever else the person has open of the course is told so at its next commit. */
  async supersedeOpenLaunches(tx: EntityManager, registrationId: string, now: Date): Promise<void> {
    await tx.query(
      `update launch set superseded_at = $2 from attempt
       where attempt.registration_id = $1 and launch.attempt_id = attempt.id and launch.superseded_at is null`,
      [registrationId, now],
    );
    // Whoever remembers the registration as it was has to read it again.
    await tx.query('update registration set revision = revision + 1 where id = $1', [registrationId]);
  }

  async addLaunch(
    tx: EntityManager,
    launch: { id: string; attemptId: string; tokenHash: Buffer; now: Date; liveUntil: Date },
  ): Promise<void> {
    await tx.query(
      `insert into launch (id, attempt_id, number, token_hash, opened_at, live_until)
       select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5 from launch where attempt_id = $2`,
      [launch.id, launch.attemptId, launch.tokenHash, launch.now, launch.liveUntil],
    );
  }
}
