import { Injectable } from '@nestjs/common';
import { prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { RegistrationEntity } from '../attempt/registration.entity';
import type { LaunchEntity } from '../attempt/launch.entity';

export type NewAttempt = Pick<AttemptEntity, 'id' | 'versionId' | 'number' | 'journalKey'>;

export interface NewLaunch extends Pick<LaunchEntity, 'id' | 'attemptId' | 'tokenHash' | 'liveUntil'> {
  registrationId: string;
  now: Date;
}

/** Every write of registrations, attempts and launches that is not a commit's. A member waits for each: there are two. */
@Injectable()
export class LaunchRepository {
  /**
   * The registration of a person on a course, made when there is none, and locked: two openings at once come one after
   * the other. Whoever remembers it as it was has to read it again.
   * @param id for a new one
   */
  async register(tx: EntityManager, id: string, personId: string, courseId: string, now: Date): Promise<string> {
    const [row] = await prepared<Pick<RegistrationEntity, 'id'>>(
      tx,
      'register',
      `insert into registration (id, person_id, course_id, started_at, recorded_at) values ($1, $2, $3, $4, $4)
       on conflict (person_id, course_id) do update set revision = registration.revision + 1
       returning id`,
      [id, personId, courseId, now],
    );
    return row!.id;
  }

  /**
   * Whatever else the person has open of the course is told at its next commit that it was opened elsewhere.
   * @param attempt when the launch begins a new one
   * @returns its number within its attempt
   */
  async addLaunch(tx: EntityManager, launch: NewLaunch, attempt?: NewAttempt): Promise<number> {
    const [added] = await prepared<Pick<LaunchEntity, 'number'>>(
      tx,
      'add-launch',
      `with older as (
         update launch set superseded_at = $5 from attempt
         where attempt.registration_id = $2 and launch.attempt_id = attempt.id and launch.superseded_at is null
       ), begun as (
         insert into attempt (id, registration_id, version_id, number, journal_key, started_at, recorded_at)
         select $3::uuid, $2::uuid, $7::uuid, $8::int, $9::bytea, $5::timestamptz, $5 where $7::uuid is not null
       )
       insert into launch (id, attempt_id, number, token_hash, opened_at, live_until)
       select $1::uuid, $3, coalesce(max(number), 0) + 1, $4::bytea, $5, $6::timestamptz from launch where attempt_id = $3
       returning number`,
      [
        launch.id,
        launch.registrationId,
        launch.attemptId,
        launch.tokenHash,
        launch.now,
        launch.liveUntil,
        attempt?.versionId ?? null,
        attempt?.number ?? null,
        attempt?.journalKey ?? null,
      ],
    );
    return added!.number;
  }
}
