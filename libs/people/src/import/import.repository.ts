import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ColumnMatching } from './reading/import-field';
import type { JudgedRow } from './judging/judged-row';
import type { ImportState, MembershipImportEntity } from './membership-import.entity';
import type { MembershipImportRowEntity } from './membership-import-row.entity';
import type { ImportOutcome } from './judging/outcome';

export type MembershipImport = Omit<MembershipImportEntity, 'sheets'> & {
  uploadedByName: string;
  decidedByName: string | null;
  /** Rows that are something else than when somebody looked last. */
  differ: number;
  /** Rows of which nobody has said yet whom they are about, and the first of them. */
  asking: number;
  firstAsking: number | null;
};

export type ImportRow = Pick<
  MembershipImportRowEntity,
  'rowNumber' | 'outcome' | 'personId' | 'name' | 'says' | 'saidBefore' | 'couldBe'
>;

/** Which rows of an import are shown. */
export interface ImportRowFilter {
  outcome?: ImportOutcome | undefined;
  /** Only what differs from when somebody looked last. */
  differ?: boolean;
  limit: number;
  offset: number;
}

const IMPORT = `
  select i.id, i.file_name as "fileName", i.sheet, i.columns, i.day::text, i.complete, i.body_id as "bodyId", i.state, i.digest,
         i.counts, i.uploaded_by as "uploadedBy", i.uploaded_at as "uploadedAt", i.decided_by as "decidedBy",
         i.decided_at as "decidedAt", u.name as "uploadedByName", d.name as "decidedByName",
         (select count(*)::int from membership_import_row r where r.import_id = i.id and r.said_before is not null) as differ,
         a.asking, a.first as "firstAsking"
    from membership_import i join person u on u.id = i.uploaded_by left join person d on d.id = i.decided_by
   cross join lateral (select count(*)::int as asking, min(row_number) as first from membership_import_row r
                        where r.import_id = i.id and r.could_be is not null and r.outcome = 'problem') a`;

/** Lists that were uploaded, and what their rows are. */
@Injectable()
export class ImportRepository {
  constructor(private readonly source: DataSource) {}

  async add(
    tx: EntityManager,
    one: Pick<MembershipImportEntity, 'id' | 'fileName' | 'sheets' | 'day' | 'uploadedBy' | 'uploadedAt'>,
  ): Promise<void> {
    await tx.query(
      `insert into membership_import (id, file_name, sheets, day, state, uploaded_by, uploaded_at)
       values ($1, $2, $3::jsonb, $4, 'matching', $5, $6)`,
      [one.id, one.fileName, JSON.stringify(one.sheets), one.day, one.uploadedBy, one.uploadedAt],
    );
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<MembershipImport | undefined> {
    const [row] = await tx.query<MembershipImport[]>(`${IMPORT} where i.id = $1`, [id]);
    return row;
  }

  /** One act at a time. */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query('select from membership_import where id = $1 for update', [id]);
  }

  async sheets(id: string, tx: EntityManager = this.source.manager): Promise<MembershipImportEntity['sheets']> {
    const [row] = await tx.query<Pick<MembershipImportEntity, 'sheets'>[]>(
      'select sheets from membership_import where id = $1',
      [id],
    );
    return row?.sheets ?? null;
  }

  /** The newest first. */
  async page(limit: number, offset: number): Promise<{ imports: MembershipImport[]; total: number }> {
    const [count] = await this.source.query<[{ total: number }]>(
      'select count(*)::int as total from membership_import',
    );
    const imports = await this.source.query<MembershipImport[]>(
      `${IMPORT} order by i.uploaded_at desc, i.id limit $1 offset $2`,
      [limit, offset],
    );
    return { imports, total: count.total };
  }

  async understand(
    tx: EntityManager,
    id: string,
    {
      sheet,
      columns,
      day,
      complete,
      bodyId,
    }: Pick<MembershipImportEntity, 'sheet' | 'day' | 'complete' | 'bodyId'> & {
      columns: ColumnMatching;
    },
  ): Promise<void> {
    await tx.query(
      `update membership_import set sheet = $2, columns = $3::jsonb, day = $4, complete = $5, body_id = $6 where id = $1`,
      [id, sheet, JSON.stringify(columns), day, complete, bodyId],
    );
  }

  /** What every row is now. @param before what it was when somebody looked last, by the row's key */
  async show(
    tx: EntityManager,
    id: string,
    { digest, rows }: { digest: string; rows: readonly JudgedRow[] },
    before?: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    await this.replaceRows(tx, id, rows, before);
    await tx.query(`update membership_import set state = 'preview', digest = $2, counts = $3::jsonb where id = $1`, [
      id,
      digest,
      JSON.stringify(counted(rows)),
    ]);
  }

  /** It is over: of the file only what its rows were taken for is kept. */
  async decide(tx: EntityManager, id: string, state: ImportState, by: string, at: Date): Promise<void> {
    await tx.query(
      'update membership_import set state = $2, decided_by = $3, decided_at = $4, sheets = null where id = $1',
      [id, state, by, at],
    );
  }

  /** Whom the rows that brought somebody are about. */
  async namePeople(tx: EntityManager, id: string, rows: readonly JudgedRow[], ids: ReadonlyMap<string, string>) {
    const named = rows.flatMap(({ personId }, position) => {
      const written = personId === null ? undefined : ids.get(personId);
      return written === undefined ? [] : [{ position, written }];
    });
    await tx.query(
      `update membership_import_row r set person_id = given.person
         from unnest($2::integer[], $3::uuid[]) as given (position, person)
        where r.import_id = $1 and r.position = given.position`,
      [id, named.map(({ position }) => position), named.map(({ written }) => written)],
    );
  }

  /** Lists that nobody accepted. */
  async forget(tx: EntityManager, uploadedBefore: Date): Promise<void> {
    await tx.query(`delete from membership_import where state in ('matching', 'preview') and uploaded_at < $1`, [
      uploadedBefore,
    ]);
  }

  async rows(id: string, { outcome, differ, limit, offset }: ImportRowFilter) {
    const where = `import_id = $1 and ($2::text is null or outcome = $2) and (not $3 or said_before is not null)`;
    const given = [id, outcome ?? null, differ ?? false];
    const [count] = await this.source.query<[{ total: number }]>(
      `select count(*)::int as total from membership_import_row where ${where}`,
      given,
    );
    const rows = await this.source.query<ImportRow[]>(
      `select row_number as "rowNumber", outcome, person_id as "personId", name, says, said_before as "saidBefore",
              could_be as "couldBe"
         from membership_import_row where ${where} order by position limit $4 offset $5`,
      [...given, limit, offset],
    );
    return { rows, total: count.total };
  }

  /** What each row is, by its key. */
  async said(tx: EntityManager, id: string): Promise<Map<string, string[]>> {
    const rows = await tx.query<ImportRow[]>(
      `select row_number as "rowNumber", outcome, person_id as "personId", says from membership_import_row where import_id = $1`,
      [id],
    );
    return new Map(rows.map((row) => [rowKey(row.rowNumber, row.personId), [row.outcome, ...row.says]]));
  }

  private async replaceRows(
    tx: EntityManager,
    id: string,
    rows: readonly JudgedRow[],
    before?: ReadonlyMap<string, readonly string[]>,
  ): Promise<void> {
    await tx.query('delete from membership_import_row where import_id = $1', [id]);
    const kept = rows.map(({ number, outcome, personId, name, says, couldBe = null }, position) => {
      const was = before?.get(rowKey(number, personId)) ?? [];
      const isSame = before === undefined || (was[0] === outcome && was.slice(1).join('\n') === says.join('\n'));
      const person = personId?.startsWith('new:') ? null : personId;
      return { position, number, outcome, person, name, says, was: isSame ? null : was, could: couldBe };
    });
    await tx.query(
      `insert into membership_import_row (import_id, position, row_number, outcome, person_id, name, says, said_before, could_be)
       select $1, position, number, outcome, person, name,
              array(select jsonb_array_elements_text(says)),
              case when was is not null then array(select jsonb_array_elements_text(was)) end, could
         from jsonb_to_recordset($2::jsonb)
              as given (position integer, number integer, outcome text, person uuid, name text, says jsonb, was jsonb, could jsonb)`,
      [id, JSON.stringify(kept)],
    );
  }
}

/** A row of the file by its number, somebody who is missing in it by who it is. */
export const rowKey = (number: number | null, personId: string | null): string =>
  number === null ? `${personId}` : `${number}`;

function counted(rows: readonly JudgedRow[]): Partial<Record<ImportOutcome, number>> {
  const counts: Partial<Record<ImportOutcome, number>> = {};
  for (const { outcome } of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
