import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Day } from '../time/london-day';
import type { PageCountEntity } from './page-count.entity';
import type { Reader } from './usage';

/** How often a page was read in a time, by kind of reader. */
export type PageUse = Pick<PageCountEntity, 'route'> & Record<Reader, number> & { total: number };

/** How often pages were read on a day. */
export type DayOfUse = Pick<PageCountEntity, 'day'> & { total: number };

const IN_TIME = 'from page_count where day between $1::date and $2::date';

/** What was counted, for the desk. */
@Injectable()
export class PageUseQueries {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The most read first; the routes are some hundred. */
  pages(first: Day, last: Day): Promise<PageUse[]> {
    return this.source.query<PageUse[]>(
      `select route,
              (coalesce(sum(count) filter (where reader = 'public'), 0))::int as public,
              (coalesce(sum(count) filter (where reader = 'member'), 0))::int as member,
              (coalesce(sum(count) filter (where reader = 'tester'), 0))::int as tester,
              (coalesce(sum(count) filter (where reader = 'officer'), 0))::int as officer,
              sum(count)::int as total
         ${IN_TIME} group by route order by total desc, route`,
      [first, last],
    );
  }

  /** Day by day; days on which nothing was read are not among them. */
  days(first: Day, last: Day): Promise<DayOfUse[]> {
    return this.source.query<DayOfUse[]>(
      `select day::text as day, sum(count)::int as total ${IN_TIME} group by day order by day`,
      [first, last],
    );
  }
}
