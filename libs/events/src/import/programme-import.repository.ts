import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { FixedDateEntity } from '../programme/fixed-date.entity';
import type { CalendarNow, KnownEvent, PlannedDay } from './calendar-now';
import { ProgrammeImportRowEntity } from './programme-import-row.entity';
import { ProgrammeImportEntity } from './programme-import.entity';

export type ProgrammeImport = ProgrammeImportEntity & { takenByName: string; decidedByName: string | null };
export type ProgrammeImportRow = Omit<ProgrammeImportRowEntity, 'importId'>;

/** Polls count this long after the last row, in days: the period before one begins five weeks ahead. */
const AHEAD = 60;

const IMPORT = `
  select i.id, i.name, i.first_month as "firstMonth", i.notes, i.state, i.rows, i.sessions, i.fixed, i.taken_by as "takenBy",
         i.taken_at as "takenAt", i.decided_by as "decidedBy", i.decided_at as "decidedAt", t.name as "takenByName",
         d.name as "decidedByName"
    from programme_import i join person_current t on t.id = i.taken_by left join person_current d on d.id = i.decided_by`;

/** Programmes that were pasted or uploaded, and what they are held against. */
@Injectable()
export class ProgrammeImportRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, one: ProgrammeImportEntity, rows: readonly ProgrammeImportRow[]): Promise<void> {
    await tx.insert(ProgrammeImportEntity, one);
    await tx.query(
      `insert into programme_import_row (import_id, at, number, cells, mended, is_left_out, kept)
       select $1, at, number, cells, '{}', false, '{}'
         from jsonb_to_recordset($2::jsonb) as given (at integer, number integer, cells jsonb)`,
      [one.id, JSON.stringify(rows)],
    );
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<ProgrammeImport | undefined> {
    const [row] = await tx.query<ProgrammeImport[]>(`${IMPORT} where i.id = $1`, [id]);
    return row;
  }

  /** One act at a time. */
  async lock(tx: EntityManager, id: string): Promise<void> {
    await tx.query('select from programme_import where id = $1 for update', [id]);
  }

  /** The newest first. */
  async page(limit: number, offset: number): Promise<{ imports: ProgrammeImport[]; total: number }> {
    const [count] = await this.source.query<[{ total: number }]>('select count(*)::int as total from programme_import');
    const imports = await this.source.query<ProgrammeImport[]>(
      `${IMPORT} order by i.taken_at desc, i.id limit $1 offset $2`,
      [limit, offset],
    );
    return { imports, total: count.total };
  }

  rows(id: string, tx: EntityManager = this.source.manager): Promise<ProgrammeImportRow[]> {
    return tx.query<ProgrammeImportRow[]>(
      `select at, number, cells, mended, is_left_out as "isLeftOut", kept, became
         from programme_import_row where import_id = $1 order by at`,
      [id],
    );
  }

  /** What somebody has made of some rows. */
  async answer(
    tx: EntityManager,
    id: string,
    rows: readonly Pick<ProgrammeImportRow, 'at' | 'mended' | 'isLeftOut' | 'kept'>[],
  ): Promise<void> {
    await tx.query(
      `update programme_import_row r set mended = given.mended, is_left_out = given."isLeftOut",
              kept = array(select jsonb_array_elements_text(given.kept))
         from jsonb_to_recordset($2::jsonb) as given (at integer, mended jsonb, "isLeftOut" boolean, kept jsonb)
        where r.import_id = $1 and r.at = given.at`,
      [id, JSON.stringify(rows)],
    );
  }

  /** @param became of each row, in their order */
  async imported(
    tx: EntityManager,
    id: string,
    { sessions, fixed, by, at, became }: { sessions: number; fixed: number; by: string; at: Date; became: string[] },
  ): Promise<void> {
    await tx.update(ProgrammeImportEntity, id, { state: 'imported', sessions, fixed, decidedBy: by, decidedAt: at });
    await tx.query(
      `update programme_import_row r set became = given.words
         from unnest($2::text[]) with ordinality as given (words, nth) where r.import_id = $1 and r.at = given.nth - 1`,
      [id, became],
    );
  }

  async discard(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(ProgrammeImportEntity, id, { state: 'discarded', decidedBy: by, decidedAt: at });
  }

  /** Those that nobody imported. */
  async forget(tx: EntityManager, takenBefore: Date): Promise<void> {
    await tx.query(`delete from programme_import where state = 'preview' and taken_at < $1`, [takenBefore]);
  }

  /** What is planned from one day to another and without a day, all events, polls shortly after, and who is there. */
  async calendar(
    first: Day,
    last: Day,
    tx: EntityManager = this.source.manager,
  ): Promise<Omit<CalendarNow, 'today' | 'topics'>> {
    const planned = await tx.query<PlannedDay[]>(
      `select e.title, p."on"::text as "on",
              coalesce(json_agg(json_build_object('from', to_char(p."from", 'HH24:MI'), 'to', to_char(p."to", 'HH24:MI'))
                order by p.number) filter (where p."from" is not null), '[]') as times
         from session_part p join programme_session s on s.id = p.session_id left join programme_event e on e.id = s.event_id
        where p."on" between $1 and $2 and s.state <> 'cancelled' group by s.id, e.title, p."on"
        union all
       select e.title, null, '[]' from programme_session s join programme_event e on e.id = s.event_id
        where s.state <> 'cancelled' and not exists (select from session_part p where p.session_id = s.id)`,
      [first, last],
    );
    const events = await tx.query<KnownEvent[]>(
      `select e.id, e.title, e.series, e.series_order as "seriesOrder", e.sessions_promised as "sessionsPromised",
              array(select min(p."on")::text from programme_session s join session_part p on p.session_id = s.id
                     where s.event_id = e.id and s.state <> 'cancelled' group by s.id) as days
         from programme_event e order by e.recorded_at, e.id`,
    );
    const fixed = await tx.query<Pick<FixedDateEntity, 'on' | 'kind' | 'title'>[]>(
      `select "on"::text, kind, title from fixed_date
        where "on" between $1 and $2::date + case kind when 'poll' then ${AHEAD} else 0 end order by "on", title`,
      [first, last],
    );
    const bodies = await tx.query<CalendarNow['bodies']>('select id, name from body_standing order by name, id');
    const [count] = await tx.query<[{ members: number }]>(
      `select count(*)::int as members from role_held where role = 'member'`,
    );
    return { planned, events, fixed, bodies, members: count.members };
  }
}
