import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon, Ids, type Sheet, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { Choices } from './reading/choice';
import { ChoiceRepository } from './choice.repository';
import { CouncilNowQueries } from './council-now.queries';
import { type FileRow, fileRows } from './reading/file-rows';
import { headingRow, headingsKey, matchingProblem, type ProposedMatching, proposeMatching } from './reading/headings';
import { ColumnsCannotBe, ImportIsDecided, ImportNotFound, TooManyRows } from './import.errors';
import type { ColumnMatching } from './reading/import-field';
import { ImportRepository, type ImportRowFilter, type MembershipImport } from './import.repository';
import { type JudgedImport, judgeImport } from './judging/judge-import';
import { MatchingRepository } from './matching.repository';

/** Rows below the headings. */
export const MOST_ROWS = 5000;
/** In milliseconds: a list that nobody accepted. */
const KEPT_FOR = 30 * 24 * 3_600_000;
/** Rows that are shown so that people see what is in a column. */
const EXAMPLES = 3;

/** How somebody wants a list to be understood. */
export interface Understanding {
  sheet: number;
  columns: ColumnMatching;
  day: Day;
  complete: boolean;
  bodyId: string | null;
}

/** A sheet as people match it. */
export interface SheetToMatch extends ProposedMatching {
  name: string;
  headings: { text: string; examples: string[]; isHidden: boolean }[];
  rows: number;
  more: boolean;
  hiddenRows: number;
  /** The matching is the one of the last file with these headings. */
  isRemembered: boolean;
}

/** Lists of members that an officer uploads, and what each row is taken for. Nothing of the council is written here. */
@Injectable()
export class MembershipImports {
  constructor(
    private readonly imports: ImportRepository,
    private readonly matchings: MatchingRepository,
    private readonly choices: ChoiceRepository,
    private readonly council: CouncilNowQueries,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @returns its id @throws TooManyRows when no sheet is short enough */
  async take({ fileName, sheets, by }: { fileName: string; sheets: Sheet[]; by: string }): Promise<string> {
    if (sheets.every((sheet) => isTooLong(sheet))) throw new TooManyRows();
    const [id, now] = [this.ids.uuid(), this.clock.now()];
    await this.transactions.run(async (tx) => {
      const before = new Date(now.getTime() - KEPT_FOR);
      await this.imports.forget(tx, before);
      await this.choices.forget(tx, before);
      const one = { id, fileName, sheets, day: dayInLondon(now), uploadedBy: by, uploadedAt: now };
      await this.imports.add(tx, one);
    });
    return id;
  }

  /** @throws ImportNotFound */
  async find(id: string): Promise<MembershipImport> {
    const one = await this.imports.find(id);
    if (!one) throw new ImportNotFound();
    return one;
  }

  page(limit: number, offset: number) {
    return this.imports.page(limit, offset);
  }

  rows(id: string, filter: ImportRowFilter) {
    return this.imports.rows(id, filter);
  }

  /** The sheets with what their columns are, as far as that is known. @throws ImportNotFound, ImportIsDecided */
  async toMatch(id: string): Promise<SheetToMatch[]> {
    const [one, sheets] = [await this.find(id), await this.imports.sheets(id)];
    if (!sheets) throw new ImportIsDecided();
    return Promise.all(
      sheets.map(async (sheet, at) => {
        const { cells, key, below } = headed(sheet);
        const proposed = proposeMatching(cells, sheet.hiddenColumns);
        const chosen = one.sheet === at ? one.columns : null;
        const remembered = chosen ?? (await this.matchings.remembered(key));
        return {
          name: sheet.name,
          headings: cells.map((text, column) => ({
            text: text || `Column ${column + 1}, without a heading`,
            examples: below.flatMap((row) => row.cells[column] || []).slice(0, EXAMPLES),
            isHidden: sheet.hiddenColumns.includes(column),
          })),
          rows: below.length,
          more: isTooLong(sheet),
          hiddenRows: sheet.hiddenRows,
          isRemembered: !chosen && remembered !== undefined,
          columns: cells.map((_, column) => (remembered ?? proposed.columns)[column] ?? null),
          asked: remembered ? [] : proposed.asked,
        };
      }),
    );
  }

  /**
   * Somebody has said what the columns are: every row is judged and shown, and the matching is remembered.
   * @throws ImportNotFound, ImportIsDecided, ColumnsCannotBe, TooManyRows
   */
  async understand(id: string, wanted: Understanding, by: string): Promise<void> {
    const problem = matchingProblem(wanted.columns);
    if (problem !== undefined) throw new ColumnsCannotBe(problem);
    await this.transactions.run(async (tx) => {
      const sheets = await this.open(tx, id);
      const sheet = sheets[wanted.sheet];
      if (!sheet) throw new ImportNotFound();
      if (isTooLong(sheet)) throw new TooManyRows();
      const headings = headed(sheet).key;
      await this.matchings.remember(tx, { headings, columns: wanted.columns, by, at: this.clock.now() });
      await this.imports.understand(tx, id, wanted);
      await this.imports.show(tx, id, await this.judge(tx, (await this.imports.find(id, tx))!, sheets));
    });
  }

  /** Every row once more, against what the council has by now. @throws ImportNotFound, ImportIsDecided */
  async lookAgain(id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const sheets = await this.open(tx, id);
      const one = (await this.imports.find(id, tx))!;
      if (one.state !== 'preview') return;
      await this.imports.show(tx, id, await this.judge(tx, one, sheets), await this.imports.said(tx, id));
    });
  }

  /** @throws ImportNotFound, ImportIsDecided */
  async discard(id: string, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.open(tx, id);
      await this.imports.decide(tx, id, 'discarded', by, this.clock.now());
    });
  }

  /** Locked, with what was in its file. @throws ImportNotFound, ImportIsDecided */
  async open(tx: EntityManager, id: string): Promise<Sheet[]> {
    await this.imports.lock(tx, id);
    if (!(await this.imports.find(id, tx))) throw new ImportNotFound();
    const sheets = await this.imports.sheets(id, tx);
    if (!sheets) throw new ImportIsDecided();
    return sheets;
  }

  /** @param choices as they are kept, unless others are given */
  async judge(
    tx: EntityManager,
    one: MembershipImport,
    sheets: readonly Sheet[],
    choices?: Choices,
  ): Promise<JudgedImport> {
    const council = await this.council.read(tx);
    const chosen = choices ?? (await this.choices.all(tx));
    return judgeImport(rowsIn(one, sheets), council, one, dayInLondon(this.clock.now()), chosen);
  }
}

/** The rows of the sheet that is taken, as its columns are matched. */
export function rowsIn({ sheet, columns }: MembershipImport, sheets: readonly Sheet[]): FileRow[] {
  const taken = sheets[sheet]!;
  return fileRows(taken, headingRow(taken.rows), columns!);
}

function headed({ rows }: Sheet) {
  const heading = headingRow(rows);
  const below = rows.slice(heading + 1);
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const cells = Array.from({ length: width }, (_, column) => rows[heading]?.cells[column] ?? '');
  return { cells, below, key: headingsKey(cells) };
}

const isTooLong = ({ rows, more }: Sheet): boolean => more || rows.length - headingRow(rows) - 1 > MOST_ROWS;
