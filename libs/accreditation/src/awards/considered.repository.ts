import { Injectable } from '@nestjs/common';
import { type Day, listOf, type Question } from '@induct/platform';
import type { QueryResultRow } from 'pg';
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

/** What decides which awards people have earned. */
export interface Grounds {
  /** Some module is not asked for as members see it: what was read may be wrong. */
  isOutOfStep: boolean;
  /** Of each that was asked. */
  ofEach: (SchemesOfPerson & HeldBy<ShownEvidence>)[];
}

type Alone = Pick<Grounds, 'isOutOfStep'>;

interface Row {
  schemes: OfPerson<SchemeRow>[];
  held: OfPerson<HeldRow>[];
  core: { id: string }[];
}

const ALONE = `
  select (select count(pg_advisory_xact_lock(hashtextextended('award ' || id, 0)))
            from unnest($1::uuid[]) as person (id)) as locked, exists (${OUT_OF_STEP}) as "isOutOfStep"`;

/**
 * Evidence and awards are looked up for each of them by the index (`offset 0` keeps it so): joined, the planner reads a table of some
 * thousand rows whole for four people, and the plan is kept while it grows. The arrays are hidden from it: it would plan anew for each length.
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
    select e.* from asked cross join lateral (select * from evidence where person_id = asked.person_id offset 0) e
     union all select * from recorded
     union all select * from attended),
  newest as materialized (select a.* from asked cross join lateral (${NEWEST_AWARDS('= asked.person_id')}) a)
  select ${listOf(SCHEMES('asked', 'newest a'))} as schemes, ${listOf(HELD('shown e'))} as held,
         ${listOf(CORE_ON('$3::date'))} as core`;

/** Locks people, writes down what they have shown, and reads what that makes of them: two statements, however many they are. */
@Injectable()
export class ConsideredRepository {
  constructor(private readonly schemes: SchemeRepository) {}

  /**
   * Two statements. Until the end of the transaction nobody else considers these people; then what they have completed and been at is
   * written down, the worker is told to see which obligations that meets, and where they stand is read. The snapshot of the first is older
   * than its locks: as one statement, two requirements met at the same moment in two transactions would not see each other.
   * @param asked in the order of the people's ids: they are locked as they stand here
   * @param today the day of which the core skills are
   */
  grounds(asked: readonly Asked[], today: Day): Question<Grounds> {
    const [ids, days] = [asked.map(({ personId }) => personId), asked.map(({ day }) => day)];
    const statements = [
      { name: 'accreditation: alone', text: ALONE, values: [ids] },
      { name: 'accreditation: record and read', text: RECORD_AND_READ, values: [ids, days, today] },
    ];
    const answer = ([alone, read]: readonly QueryResultRow[][]): Grounds => {
      const [{ isOutOfStep }, { schemes, held, core }] = [alone![0] as Alone, read![0] as Row];
      const [theirs, shown] = [byPerson(schemes), byPerson(held)];
      const coreIds = core.map(({ id }) => id);
      const ofEach = ids.map((id) => {
        const evidence = (shown.get(id) ?? []).map(shownOf);
        return { ...this.schemes.read(theirs.get(id) ?? []), evidence, core: coreIds };
      });
      return { isOutOfStep, ofEach };
    };
    return { statements, answer };
  }
}
