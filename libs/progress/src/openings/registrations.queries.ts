import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { RegistrationEntity } from '../attempt/registration.entity';

/** A person on a course, as pages put it into words. */
export interface RegistrationSummary extends Pick<
  RegistrationEntity,
  | 'personId'
  | 'courseId'
  | 'completion'
  | 'success'
  | 'learningSeconds'
  | 'startedAt'
  | 'recordedAt'
  | 'completedAt'
  | 'completedVersionId'
> {
  registrationId: string;
  /** Per cent, 0 to 100. */
  score: number | null;
  /** Share done, 0 to 1, as far as the package reports it. */
  progress: number | null;
  /** The last attempt's, which "Continue" opens. */
  currentVersionId: string;
  /** Parts (SCOs) of the course completed in the last attempt; the version's manifest says how many there are. */
  partsCompleted: number;
  /** False while the course was opened, but nothing of it has been recorded. */
  hasCommits: boolean;
}

/** What pages ask about progress. Reads only. */
@Injectable()
export class Registrations {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Everything a person has begun, the newest first. */
  ofPerson(personId: string): Promise<RegistrationSummary[]> {
    return this.summaries('registration.person_id = $1', [personId]);
  }

  async ofPersonOnCourse(personId: string, courseId: string): Promise<RegistrationSummary | undefined> {
    const [row] = await this.summaries('registration.person_id = $1 and registration.course_id = $2', [
      personId,
      courseId,
    ]);
    return row;
  }

  /** When the person last opened a module, or a module last saved something. */
  async lastLearnedAt(personId: string): Promise<Date | undefined> {
    const [row] = await this.source.query<{ at: Date | null }[]>(
      `select max(greatest(l.opened_at, l.last_commit_at)) as at
         from registration r join attempt a on a.registration_id = r.id join launch l on l.attempt_id = a.id
        where r.person_id = $1`,
      [personId],
    );
    return row?.at ?? undefined;
  }

  private summaries(where: string, values: unknown[]): Promise<RegistrationSummary[]> {
    return this.source.query<RegistrationSummary[]>(
      `select registration.id as "registrationId", person_id as "personId", course_id as "courseId",
         registration.completion, registration.success, registration.score::float8 as score,
         registration.progress::float8 as progress, registration.learning_seconds as "learningSeconds",
         registration.started_at as "startedAt", registration.recorded_at as "recordedAt",
         registration.completed_at as "completedAt", completed_version_id as "completedVersionId",
         last.version_id as "currentVersionId", parts.completed as "partsCompleted", parts.known > 0 as "hasCommits"
       from registration
       join lateral (
         select id, version_id from attempt where registration_id = registration.id order by number desc limit 1
       ) last on true
       join lateral (
         select count(*) filter (where result ->> 'completion' = 'completed')::int as completed, count(*) as known
         from sco_state where attempt_id = last.id
       ) parts on true
       where ${where}
       order by registration.recorded_at desc, registration.id`,
      values,
    );
  }
}
