import { Injectable } from '@nestjs/common';
import { bankHolidaysBetween, clashFinder, FixedDates, pollsUntil, Programme } from '@induct/events';
import type { Day } from '@induct/platform';
import { type Span, spanOf, type YearFilter } from './year-filter';
import { type YearRow, yearRows } from './year-rows';

/** The programme as somebody asks for it. All of the span is read at once: the picture and what clashes need it (1105). */
@Injectable()
export class ProgrammeYear {
  constructor(
    private readonly programme: Programme,
    private readonly dates: FixedDates,
  ) {}

  async read(filter: YearFilter, today: Day): Promise<{ span: Span; rows: YearRow[] }> {
    const span = spanOf(filter, today);
    const { first, last } = span;
    const [sessions, undated, fixed] = await Promise.all([
      this.programme.between(first, last),
      this.programme.withoutDay(),
      this.dates.between(first, pollsUntil(last)),
    ]);
    const facts = {
      sessions,
      undated,
      fixed: fixed.filter(({ on }) => on <= last),
      holidays: bankHolidaysBetween(first, last),
      clashesOf: clashFinder({ sessions, fixed }),
      today,
    };
    return { span, rows: yearRows(facts, span, filter) };
  }
}
