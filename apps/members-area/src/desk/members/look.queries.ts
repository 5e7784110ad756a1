import { Injectable } from '@nestjs/common';
import type { CourseCurrent } from '@induct/course';
import type { PersonCurrent } from '@induct/people';
import type { AttemptStanding, DoubtStanding, RegistrationStanding } from '@induct/progress';
import { DataSource } from 'typeorm';

/** A completion that waits for an officer's look. */
export interface WaitingLook
  extends
    Pick<AttemptStanding, 'number' | 'learningSeconds'>,
    Pick<RegistrationStanding, 'personId'>,
    Pick<DoubtStanding, 'attemptId' | 'doubts'>,
    Pick<PersonCurrent, 'name'> {
  module: CourseCurrent['title'];
  completedAt: Date;
}

/** As many as a page shows; the oldest are looked at first. */
const MOST = 200;

@Injectable()
export class LookQueries {
  constructor(private readonly source: DataSource) {}

  /** The oldest first. */
  waiting(): Promise<WaitingLook[]> {
    return this.source.query<WaitingLook[]>(
      `${DOUBTED} and exists (select from look_waiting l where l.attempt_id = a.id) order by d.recorded_at, a.id limit ${MOST}`,
    );
  }

  async one(personId: string, attemptId: string): Promise<WaitingLook | undefined> {
    const [row] = await this.source.query<WaitingLook[]>(`${DOUBTED} and r.person_id = $1 and a.id = $2`, [
      personId,
      attemptId,
    ]);
    return row;
  }
}

/** Nobody has looked at it. */
const DOUBTED = `
  select a.id as "attemptId", r.person_id as "personId", p.name, c.title as module, a.number, d.doubts,
         a.completed_at as "completedAt", a.learning_seconds as "learningSeconds"
    from doubt_standing d
    join attempt_standing a on a.id = d.attempt_id
    join registration_standing r on r.id = a.registration_id
    join person_current p on p.id = r.person_id
    join course_current c on c.id = r.course_id
   where d.waits`;
