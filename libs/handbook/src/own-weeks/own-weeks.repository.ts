import { Injectable } from '@nestjs/common';
import type { ElectionStanding, PersonCurrent, TermStanding } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ElectionDaysEntity } from '../first-weeks/election-days.entity';
import { StepDoneEntity } from './step-done.entity';
import { StepReminderEntity } from './step-reminder.entity';

/** A term of somebody, with what the days are counted from. */
export type OwnTerm = Pick<TermStanding, 'personId' | 'division'> &
  Pick<ElectionStanding, 'kind'> & {
    termId: TermStanding['id'];
    poll: ElectionStanding['heldOn'];
    declared: ElectionDaysEntity['declaredOn'] | null;
    /** As an officer recorded it of the by-election, or of the term. */
    office: TermStanding['takesOfficeOn'];
  };

/** Who did what, and was told what. */
export type Done = Pick<StepDoneEntity, 'personId' | 'termId' | 'stepId' | 'doneAt'>;
export type Reminded = Pick<StepReminderEntity, 'personId' | 'termId' | 'stepId' | 'days'>;
export type Reader = Pick<PersonCurrent, 'name' | 'email'>;

const TERM = `select t.person_id as "personId", t.id as "termId", t.division, e.kind, e.held_on::text as poll,
    d.declared_on::text as declared, coalesce(d.in_office_on, t.takes_office_on)::text as office
  from term_standing t join election_standing e on e.id = t.election_id left join election_days d on d.election_id = e.id
 where t.superseded_at is null and e.superseded_at is null and (upper_inf(t.during) or upper(t.during) > $1::date)`;

@Injectable()
export class OwnWeeksRepository {
  constructor(private readonly source: DataSource) {}

  /** The term of theirs that is not over, the one that began last. */
  async termOf(personId: string, today: Day, tx = this.source.manager): Promise<OwnTerm | undefined> {
    const [row] = await tx.query<OwnTerm[]>(`${TERM} and t.person_id = $2 order by e.held_on desc limit 1`, [
      today,
      personId,
    ]);
    return row;
  }

  /** Terms of whoever was elected since a day and may be asked. */
  async termsSince(poll: Day, today: Day): Promise<OwnTerm[]> {
    return this.source.query<OwnTerm[]>(`${TERM} and e.held_on >= $2 order by t.person_id`, [today, poll]);
  }

  /** What they did of these terms. */
  async done(termIds: readonly string[], tx = this.source.manager): Promise<Done[]> {
    return tx.query<Done[]>(
      `select person_id as "personId", term_id as "termId", step_id as "stepId", done_at as "doneAt"
         from step_done where term_id = any($1)`,
      [termIds],
    );
  }

  async reminded(termIds: readonly string[], tx = this.source.manager): Promise<Reminded[]> {
    return tx.query<Reminded[]>(
      `select person_id as "personId", term_id as "termId", step_id as "stepId", days from step_reminder where term_id = any($1)`,
      [termIds],
    );
  }

  /** @returns false when they had said so before */
  async add(tx: EntityManager, { personId, termId, stepId, doneAt }: StepDoneEntity): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into step_done (person_id, term_id, step_id, done_at) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
      [personId, termId, stepId, doneAt],
    );
    return rows.length > 0;
  }

  async remove(tx: EntityManager, { personId, termId, stepId }: Omit<StepDoneEntity, 'doneAt'>): Promise<void> {
    await tx.delete(StepDoneEntity, { personId, termId, stepId });
  }

  async remind(tx: EntityManager, reminders: readonly StepReminderEntity[]): Promise<void> {
    await tx.insert(StepReminderEntity, [...reminders]);
  }

  async reader(tx: EntityManager, personId: string): Promise<Reader> {
    const [row] = await tx.query<Reader[]>('select name, email from person_current where id = $1', [personId]);
    return row!;
  }
}
