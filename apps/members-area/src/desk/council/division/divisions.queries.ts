import { Injectable } from '@nestjs/common';
import type { TermStanding } from '@induct/people';
import { DataSource } from 'typeorm';

/** A division as terms of office name it. */
export type DivisionRow = Pick<TermStanding, 'division'> & {
  /** Terms that name it so, at whatever time. */
  terms: number;
};

@Injectable()
export class DivisionsQueries {
  constructor(private readonly source: DataSource) {}

  /** By name: two spellings of one stand side by side. */
  all(): Promise<DivisionRow[]> {
    return this.source.query<DivisionRow[]>(
      `select t.division, count(*)::int as terms from term_standing t where t.superseded_at is null
        group by t.division order by fold_name(t.division), t.division`,
    );
  }
}
