import { Injectable } from '@nestjs/common';
import { type Day, listOf, prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { byPerson, type OfPerson } from './history.repository';
import { NEWEST_AWARDS, SCHEMES, type SchemeRow, SchemeRepository, type SchemesOfPerson } from './scheme.repository';
import {
  CORE_ON,
  HELD,
  type HeldBy,
  type HeldRow,
  RECORD_ATTENDED,
  RECORD_COMPLETED,
  shown as shownOf,
  type ShownEvidence,
} from '../requirements/evidence.repository';
import { OUT_OF_STEP } from '../requirements/requirement.repository';

/** Whose awards are considered, and the day that counts for them. */
export interface Asked {
  personId: string;
  day: Day;
}

/** What decides which awards somebody has earned. */
export type Standing = SchemesOfPerson & HeldBy<ShownEvidence>;

interface Row {
  schemes: OfPerson<SchemeRow>[];
  held: OfPerson<HeldRow>[];
  core: { id: string }[];
}

const ALONE = `
  select (select count(pg_advisory_xact_lock(hashtextextended('award ' || id, 0)))
            from unnest($1::uuid[]) as person (id)) as locked, exists (${OUT_OF_STEP}) as "isOutOfStep"`;

/**
 * Each table is looked at once for all of them, whatever the planner believes of it: where tables fill from empty, it believes
 * for a while that reading them whole is cheap. The arrays are hidden from it: it would plan anew for each length.
 */
const RECORD_AND_READ = `
  with asked as materialized (
    select person_id, day from unnest((select $1::uuid[]), (select $2::date[])) as asked (person_id, day)),
  recorded as (
    ${RECORD_COMPLETED(`asked cross join lateral (
      select * from registration_standing where person_id = asked.person_id offset 0) g`)}
    on conflict (requirement_id, kind, source) do nothing returning *),
  attended as (
    ${RECORD_ATTENDED} where t.person_id in (select person_id from asked)
    on conflict (requirement_id, kind, source) do nothing returning *),
  marked as (insert into settling_mark (id, person_id) select gen_random_uuid(), person_id from asked),
  shown as materialized (
    select * from evidence where person_id in (select person_id from asked)
     union all select * from recorded
     union all select * from attended),
  newest as materialized (${NEWEST_AWARDS('in (select person_id from asked)')})
  select ${listOf(SCHEMES('asked', 'newest a'))} as schemes, ${listOf(HELD('shown e'))} as held,
         ${listOf(CORE_ON('$3::date'))} as core`;

/** Locks people, writes down what they have shown, and reads what that makes of them: two statements, however many they are. */
@Injectable()
export class ConsideredRepository {
  constructor(private readonly schemes: SchemeRepository) {}

  /**
   * Until the end of the transaction nobody else considers these people. What is read about them has to be another
   * statement: the snapshot of this one is older than its locks, and two requirements met at the same moment in two transactions
   * would not see each other.
   * @param personIds in the order of ids: they are locked as they stand here
   * @returns whether some module is not asked for as members see it
   */
  async alone(tx: EntityManager, personIds: readonly string[]): Promise<{ isOutOfStep: boolean }> {
    const [row] = await prepared<{ isOutOfStep: boolean }>(tx, 'accreditation: alone', ALONE, [personIds]);
    return row!;
  }

  /**
   * Writes down what they have completed and been at, tells the worker to see which obligations that meets, and reads where
   * they stand. Call `alone` first.
   * @param today the day of which the core skills are
   * @returns of each that was asked
   */
  async recordAndRead(tx: EntityManager, asked: readonly Asked[], today: Day): Promise<Standing[]> {
    const [ids, days] = [asked.map(({ personId }) => personId), asked.map(({ day }) => day)];
    const [row] = await prepared<Row>(tx, 'accreditation: record and read', RECORD_AND_READ, [ids, days, today]);
    const { schemes, held, core } = row!;
    const [theirs, shown] = [byPerson(schemes), byPerson(held)];
    const coreIds = core.map(({ id }) => id);
    return ids.map((id) => {
      const evidence = (shown.get(id) ?? []).map(shownOf);
      return { ...this.schemes.read(theirs.get(id) ?? []), evidence, core: coreIds };
    });
  }
}
