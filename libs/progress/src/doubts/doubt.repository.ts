import { Injectable } from '@nestjs/common';
import { question, type Question } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { LaunchTimes } from '../attempt/learning-time';
import type { Doubt } from '../attempt/plausibility';
import type { RegistrationEntity } from '../attempt/registration.entity';
import { DoubtfulCompletionEntity } from './doubtful-completion.entity';

/** An attempt that was completed on the day. */
export interface CompletedOnDay {
  attemptId: string;
  /** Of its launches, by their numbers, in centiseconds. */
  openedAt: Map<number, number>;
  times: LaunchTimes[];
}

type DayRow = Omit<CompletedOnDay, 'openedAt'> & {
  /** Position of whoever it was asked of. */
  asked: number;
  launches: [number: number, openedAt: number][];
};

/** A completion that an officer has looked at, or is to look at. */
export type DoubtedCompletion = Pick<RegistrationEntity, 'personId' | 'courseId'> &
  Pick<DoubtfulCompletionEntity, 'counts'>;

/** The arrays are hidden from the planner: it would plan anew for each length, which takes ten times as long as the answer. */
const COMPLETED_ON_DAYS = `
  select asked.n::int - 1 as asked, a.id as "attemptId",
         coalesce((select json_agg(json_build_array(l.number, extract(epoch from l.opened_at) * 100))
            from launch l where l.attempt_id = a.id), '[]') as launches,
         coalesce((select json_agg(s.result -> 'launches') from sco_state s where s.attempt_id = a.id), '[]') as times
    from unnest((select $1::uuid[]), (select $2::timestamptz[])) with ordinality as asked (person_id, at, n)
    join registration r on r.person_id = asked.person_id
    join attempt a on a.registration_id = r.id
    join version_standing v on v.id = a.version_id and v.manifest::text ~ '"scormType": ?"sco"'
   where (a.completed_at at time zone 'Europe/London')::date = (asked.at at time zone 'Europe/London')::date`;

@Injectable()
export class DoubtRepository {
  /** Adds to what was doubted before; what an officer has looked at stays as it was said. */
  async add(tx: EntityManager, attemptId: string, doubts: readonly Doubt[], at: Date): Promise<void> {
    await tx.query(
      `insert into doubtful_completion (attempt_id, doubts, recorded_at) values ($1, $2, $3)
       on conflict (attempt_id) do update
         set doubts = array(select distinct unnest(doubtful_completion.doubts || excluded.doubts) order by 1)
         where doubtful_completion.counts is null`,
      [attemptId, doubts, at],
    );
  }

  /**
   * Attempts at modules that report something, completed on the London day of `at`.
   * @returns of each that was asked
   */
  completedOnDaysOf(asked: readonly { personId: string; at: Date }[]): Question<CompletedOnDay[][]> {
    const values = [asked.map(({ personId }) => personId), asked.map(({ at }) => at)];
    return question({ name: 'progress: completed on days', text: COMPLETED_ON_DAYS, values }, (rows: DayRow[]) => {
      const days: CompletedOnDay[][] = asked.map(() => []);
      for (const { asked: nth, attemptId, launches, times } of rows)
        days[nth]!.push({ attemptId, openedAt: new Map(launches), times });
      return days;
    });
  }

  async lock(tx: EntityManager, attemptId: string): Promise<DoubtedCompletion | undefined> {
    const [row] = await tx.query<DoubtedCompletion[]>(
      `select r.person_id as "personId", r.course_id as "courseId", d.counts
         from doubtful_completion d
         join attempt a on a.id = d.attempt_id
         join registration r on r.id = a.registration_id
        where d.attempt_id = $1
          for update of d`,
      [attemptId],
    );
    return row;
  }

  async looked(tx: EntityManager, attemptId: string, look: { by: string; counts: boolean; words: string; at: Date }) {
    const { by, counts, words, at } = look;
    await tx.update(DoubtfulCompletionEntity, attemptId, { counts, lookedBy: by, lookedAt: at, words });
  }
}
