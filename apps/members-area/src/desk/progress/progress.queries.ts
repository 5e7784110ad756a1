import { Injectable } from '@nestjs/common';
import { NAME_IS_FOUND, nameSearch } from '@induct/people';
import { Clock, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { ProgressFilter, Sort } from './progress-filter';
import { DUE_RETAKES, isRetake, SCORE_SQL, type Result, retakeSql, standingSql } from './standing';

/** One member and one published module. */
export interface ProgressRow extends Result {
  personId: string;
  name: string;
  group: string | null;
  module: string;
  slug: string;
  learningSeconds: number | null;
  /** Some of that we measured: the module reported no time. */
  timeMeasured: boolean;
}

const NAME_BACK = 'p.name_folded desc, p.name desc, p.id desc, c.title, c.id';
const BY_NAME = 'p.name_folded, p.name, p.id, c.title, c.id';
const ORDER: Record<Sort, string> = {
  name: BY_NAME,
  'name-back': NAME_BACK,
  newest: `r.recorded_at desc nulls last, ${BY_NAME}`,
  oldest: `r.recorded_at nulls last, ${BY_NAME}`,
};
/**
 * Asked row by row of an index that holds the measured ones only: PostgreSQL would answer an `exists` by reading all of them into
 * a hash table first, which are many where modules report no time.
 */
const TIME_MEASURED =
  'coalesce((select true from attempt_standing a where a.registration_id = r.id and a.time_measured limit 1), false)';
const ROWS_A_FETCH = 1000;

/** Filters as `$1` module, `$2` group, `$3` search (see nameSearch), `$4` status; each null when it is not used. `$5` today. */
const parameters = ({ module, group, search, status }: ProgressFilter, now: Date) => [
  module || null,
  group || null,
  nameSearch(search),
  status || null,
  dayInLondon(now),
];

/** Few have to take a module again: then the others need not be looked at. */
const WITH_RETAKE = `and p.id in (select person_id from retake_due)`;

/**
 * People the filter names, in the order of the list; `window` cuts a page out of them.
 * @param only a further condition on `p`
 */
const people = (sort: Sort, window: string, only = '') => `
  published as materialized (
    select id, slug, title from course_current
     where published_version_id is not null and ($1::text is null or slug = $1)
  ),
  people as (
    select p.id, p.name, p.name_folded, p.political_group
      from person_current p
     where exists (select 1 from role_held x where x.person_id = p.id and x.role = 'member')
       and ($2::text is null or p.political_group = $2)
       and ($3::text[] is null or ${NAME_IS_FOUND('p.name_folded', '$3')})
       ${only}
     order by ${sort === 'name-back' ? 'p.name_folded desc, p.name desc, p.id desc' : 'p.name_folded, p.name, p.id'}
     ${window}
  )`;

/** In the order of names the lateral joins make it walk people and stop when a page is full. */
const ONE_BY_ONE = `left join lateral (
           select * from registration_standing r where r.person_id = p.id and r.course_id = c.id offset 0
         ) r on true
    left join lateral (
           select min(due_on) as due_on from retake_due
            where r.completed_at is not null and person_id = r.person_id and course_id = r.course_id
         ) d on true`;
/** In any other order all must be seen before the first is known. */
const ALL_AT_ONCE = `left join registration_standing r on r.person_id = p.id and r.course_id = c.id
    left join (${DUE_RETAKES}) d on d.person_id = p.id and d.course_id = c.id`;

const isByName = (sort: Sort) => sort === 'name' || sort === 'name-back';

/** Every person beside every module. */
const rows = (sort: Sort) => `
  select p.id as "personId", p.name, p.political_group as "group", c.title as module, c.slug,
         r.completion, r.success, ${SCORE_SQL} as score, r.progress::float8 as progress,
         r.learning_seconds as "learningSeconds",
         ${TIME_MEASURED} as "timeMeasured", r.recorded_at as "recordedAt", r.completed_at as "completedAt",
         ${retakeSql('$5')} as retake
    from people p
   cross join published c
    ${isByName(sort) ? ONE_BY_ONE : ALL_AT_ONCE}
   where $4::text is null or ${standingSql('$5')} = $4
   order by ${ORDER[sort]}`;

/** The officers' list of who has done what. */
@Injectable()
export class ProgressQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param page from 1, within the list */
  page(filter: ProgressFilter, page: number): Promise<ProgressRow[]> {
    const { sort, per, status } = filter;
    const offset = (page - 1) * per;
    // Ordered by name and not filtered by status, a page of rows is a known slice of the people: no need to pair the rest.
    const only = isRetake(status) ? WITH_RETAKE : '';
    const sliced = status === '' && isByName(sort);
    const courses = '(select greatest(count(*), 1) from published)';
    const sql = sliced
      ? `with ${people(sort, `offset $7::int / ${courses} limit $6::int / ${courses} + 2`)}
         ${rows(sort)} limit $6 offset $7::int % ${courses}`
      : `with ${people(sort, '', only)} ${rows(sort)} limit $6 offset $7`;
    return this.source.query<ProgressRow[]>(sql, [...parameters(filter, this.clock.now()), per, offset]);
  }

  /** The whole list, a thousand rows at a time, from one snapshot: for files of any length. */
  async *all(filter: ProgressFilter): AsyncGenerator<ProgressRow[]> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction();
      await runner.query(
        `declare everybody no scroll cursor for with ${people(filter.sort, '', isRetake(filter.status) ? WITH_RETAKE : '')} ${rows(filter.sort)}`,
        parameters(filter, this.clock.now()),
      );
      for (;;) {
        const batch = await runner.manager.query<ProgressRow[]>(`fetch ${ROWS_A_FETCH} from everybody`);
        if (batch.length > 0) yield batch;
        if (batch.length < ROWS_A_FETCH) break;
      }
    } finally {
      // Also when the reader went away half-way.
      try {
        await runner.rollbackTransaction();
      } finally {
        await runner.release();
      }
    }
  }
}
