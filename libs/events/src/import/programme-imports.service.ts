import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Ids, type Sheet, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { FixedDates } from '../programme/fixed-dates.service';
import { Programme } from '../programme/programme.service';
import { answers, type Pressed } from './answer';
import type { Topic } from './calendar-now';
import { fileRows } from './file-rows';
import {
  FirstMonthIsMissing,
  NothingIsNew,
  ProgrammeImportIsDecided,
  ProgrammeImportNotFound,
  ProgrammeIsEmpty,
  ProgrammeIsTooLong,
  RowsAreToMend,
} from './import.errors';
import type { Cells } from './import-field';
import type { ImportPlan } from './import-plan';
import { daysOf, type JudgedProgramme, judgeProgramme } from './judge-programme';
import {
  type ProgrammeImport,
  ProgrammeImportRepository,
  type ProgrammeImportRow,
} from './programme-import.repository';
import type { FirstMonth } from './read-date';

/** Rows below the headings. */
export const MOST_PROGRAMME_ROWS = 2000;
/** In milliseconds: a programme that nobody imported. */
const KEPT_FOR = 30 * 24 * 3_600_000;

/** A programme, and what each row of it is now. */
export interface ProgrammePreview extends JudgedProgramme {
  one: ProgrammeImport;
  file: ProgrammeImportRow[];
}

/** Programmes that officers paste or upload: each row is held against the calendar, mended or left out, and all is imported at once. */
@Injectable()
export class ProgrammeImports {
  constructor(
    private readonly imports: ProgrammeImportRepository,
    private readonly programme: Programme,
    private readonly dates: FixedDates,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param name of the file
   * @returns its id
   * @throws ProgrammeIsEmpty, ProgrammeIsTooLong, FirstMonthIsMissing
   */
  async take(given: { name: string; sheets: Sheet[]; firstMonth: FirstMonth | null; by: string }): Promise<string> {
    const { name, sheets, firstMonth, by } = given;
    const { rows, notes } = fileRows(sheets);
    if (rows.length === 0) throw new ProgrammeIsEmpty();
    if (rows.length > MOST_PROGRAMME_ROWS) throw new ProgrammeIsTooLong();
    if (firstMonth === null && daysOf(rows, null).needFirstMonth) throw new FirstMonthIsMissing();
    const [id, now] = [this.ids.uuid(), this.clock.now()];
    await this.transactions.run(async (tx) => {
      await this.imports.forget(tx, new Date(now.getTime() - KEPT_FOR));
      const undecided = { sessions: null, fixed: null, decidedBy: null, decidedAt: null };
      await this.imports.add(
        tx,
        { id, name, firstMonth, notes, state: 'preview', rows: rows.length, takenBy: by, takenAt: now, ...undecided },
        rows.map((row, at) => ({ ...row, at, mended: {}, isLeftOut: false, kept: [], became: null })),
      );
    });
    return id;
  }

  page(limit: number, offset: number) {
    return this.imports.page(limit, offset);
  }

  /** Every row against the calendar as it is now. @throws ProgrammeImportNotFound */
  async preview(id: string, topics: readonly Topic[], tx?: EntityManager): Promise<ProgrammePreview> {
    const one = await this.imports.find(id, tx);
    if (!one) throw new ProgrammeImportNotFound();
    const file = await this.imports.rows(id, tx);
    const today = dayInLondon(this.clock.now());
    const { first, last } = daysOf(
      file.map(({ number, cells, mended }) => ({ number, cells: { ...cells, ...mended } })),
      one.firstMonth,
    );
    const now = await this.imports.calendar(first ?? today, last ?? today, tx);
    // What was imported is planned by now: only what others have fixed since is news.
    const calendar = one.state === 'imported' ? { ...now, planned: [], events: [] } : now;
    return { one, file, ...judgeProgramme(file, one.firstMonth, { ...calendar, today, topics }) };
  }

  /**
   * Somebody has pressed a remedy.
   * @returns how many rows it has changed; none: what was shown is there no more
   * @throws ProgrammeImportNotFound, ProgrammeImportIsDecided
   */
  press(id: string, pressed: Pressed, topics: readonly Topic[]): Promise<number> {
    return this.transactions.run(async (tx) => {
      await this.open(tx, id);
      const shown = await this.preview(id, topics, tx);
      const changed = answers(shown.file, shown, pressed);
      await this.imports.answer(
        tx,
        id,
        changed.map(({ at, row }) => ({ at, mended: row.mended, isLeftOut: row.isLeftOut, kept: [...row.kept] })),
      );
      return changed.length;
    });
  }

  /** Somebody has written a row anew. @throws ProgrammeImportNotFound, ProgrammeImportIsDecided */
  change(id: string, at: number, said: Cells): Promise<void> {
    return this.transactions.run(async (tx) => {
      const row = await this.row(tx, id, at);
      const before: Cells = { ...row.cells, ...row.mended };
      const fields = Object.keys(said) as (keyof Cells)[];
      const changed = fields.filter((field) => said[field] !== (before[field] ?? ''));
      const mended = { ...row.mended, ...Object.fromEntries(changed.map((field) => [field, said[field]])) };
      await this.imports.answer(tx, id, [{ at, mended, isLeftOut: false, kept: row.kept }]);
    });
  }

  /** The row is again as it was typed, and nothing is answered. @throws ProgrammeImportNotFound, ProgrammeImportIsDecided */
  restore(id: string, at: number): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.row(tx, id, at);
      await this.imports.answer(tx, id, [{ at, mended: {}, isLeftOut: false, kept: [] }]);
    });
  }

  /**
   * Everything that is shown, or nothing: is the calendar another than when somebody looked, nothing is imported.
   * @param digest of the preview they looked at
   * @throws ProgrammeImportNotFound, ProgrammeImportIsDecided, RowsAreToMend, NothingIsNew
   */
  import(
    id: string,
    { digest, by, topics }: { digest: string; by: string; topics: readonly Topic[] },
  ): Promise<'imported' | 'differs'> {
    return this.transactions.run(async (tx) => {
      await this.open(tx, id);
      const shown = await this.preview(id, topics, tx);
      if (shown.digest !== digest) return 'differs';
      const toMend = shown.rows.filter(({ becomes }) => becomes === 'mend').length;
      if (toMend > 0) throw new RowsAreToMend(toMend);
      if (isNothing(shown.plan)) throw new NothingIsNew();
      await this.write(tx, shown.plan, by);
      const [sessions, fixed] = [shown.plan.sessions.length, shown.plan.fixed.length];
      const became = shown.rows.map(({ says }) => says);
      await this.imports.imported(tx, id, { sessions, fixed, by, at: this.clock.now(), became });
      const detail = { name: shown.one.name, rows: shown.rows.length, sessions, fixed, digest };
      const subject = { subjectType: 'programme-import', subjectId: id };
      await this.audit.record(tx, { actorId: by, action: 'programme.imported', ...subject, detail });
      return 'imported';
    });
  }

  /** @throws ProgrammeImportNotFound, ProgrammeImportIsDecided */
  discard(id: string, by: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.open(tx, id);
      await this.imports.discard(tx, id, by, this.clock.now());
    });
  }

  private async write(tx: EntityManager, plan: ImportPlan, by: string): Promise<void> {
    const events = new Map<string, string>();
    for (const event of plan.events)
      events.set(event.folded, 'id' in event ? event.id : await this.programme.addEvent(event.described, by, tx));
    for (const { folded, plan: said, state } of plan.sessions) {
      const eventId = folded === null ? null : events.get(folded)!;
      await this.programme.addSession({ ...said, eventId }, state, by, tx);
    }
    for (const { at: _, ...date } of plan.fixed) await this.dates.add(date, by, tx);
  }

  private async open(tx: EntityManager, id: string): Promise<void> {
    await this.imports.lock(tx, id);
    const one = await this.imports.find(id, tx);
    if (!one) throw new ProgrammeImportNotFound();
    if (one.state !== 'preview') throw new ProgrammeImportIsDecided();
  }

  private async row(tx: EntityManager, id: string, at: number): Promise<ProgrammeImportRow> {
    await this.open(tx, id);
    const row = (await this.imports.rows(id, tx))[at];
    if (!row) throw new ProgrammeImportNotFound();
    return row;
  }
}

const isNothing = ({ events, sessions, fixed }: ImportPlan): boolean =>
  sessions.length === 0 && fixed.length === 0 && events.every((event) => 'id' in event);
