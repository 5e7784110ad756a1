import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ColumnMatching } from './reading/import-field';

/** How lists were understood before, by their headings. */
@Injectable()
export class MatchingRepository {
  constructor(private readonly source: DataSource) {}

  async remembered(headings: string): Promise<ColumnMatching | undefined> {
    const [row] = await this.source.query<{ columns: ColumnMatching }[]>(
      'select columns from membership_import_matching where headings = $1',
      [headings],
    );
    return row?.columns;
  }

  async remember(
    tx: EntityManager,
    { headings, columns, by, at }: { headings: string; columns: ColumnMatching; by: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into membership_import_matching (headings, columns, remembered_by, remembered_at) values ($1, $2::jsonb, $3, $4)
       on conflict (headings) do update set columns = excluded.columns, remembered_by = excluded.remembered_by,
         remembered_at = excluded.remembered_at`,
      [headings, JSON.stringify(columns), by, at],
    );
  }
}
