import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { csvLine, PlatformModule, readSpreadsheet } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { aPerson } from '../../../../test/support/given-person';
import { EventsModule } from '../events.module';
import { FixedDates } from '../programme/fixed-dates.service';
import { Programme } from '../programme/programme.service';
import { NothingIsNew, ProgrammeImportIsDecided, ProgrammeImportNotFound, RowsAreToMend } from './import.errors';
import { IMPORT_FIELD_NAMES, IMPORT_FIELDS } from './import-field';
import { ProgrammeExport } from './programme-export.service';
import { ProgrammeImports } from './programme-imports.service';

const FIXTURE = join(__dirname, '../../../../content/programme/programme-2017-18.csv');

describe('the import of a programme', () => {
  let database: TestDatabase;
  let parts: TestingModule;
  let imports: ProgrammeImports;
  let by: string;
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source);
    parts = await Test.createTestingModule({ imports: [platform, EventsModule] }).compile();
    await parts.init();
    imports = parts.get(ProgrammeImports);
    by = await aPerson(database.source, { roles: ['officer'] });
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const taken = async (file: Buffer | string, firstMonth: string | null = '2017-05') =>
    imports.take({ name: 'a.csv', sheets: await readSpreadsheet(Buffer.from(file)), firstMonth, by });
  const preview = (id: string) => imports.preview(id, []);
  const press = (id: string, at: number, remark: string, remedy: string, everywhere = false) =>
    imports.press(id, { at, remark, remedy, everywhere }, []);
  const importAll = async (id: string) => imports.import(id, { digest: (await preview(id)).digest, by, topics: [] });
  const counted = async () =>
    (
      await database.source.query<{ sessions: number; events: number }[]>(
        `select (select count(*)::int from programme_session) as sessions, (select count(*)::int from programme_event) as events`,
      )
    )[0]!;

  it('imports the year at once, however often it is pressed, and says so in the audit', async () => {
    const id = await taken(readFileSync(FIXTURE));
    await parts.get(FixedDates).add({ on: '2017-06-08', kind: 'poll', title: 'General election' }, by);
    expect((await preview(id)).rows[64]!.remarks.map(({ key }) => key)).toEqual(['poll:2017-06-08']);
    expect(await press(id, 45, 'weekday:2018-03-07', 'nearest', true)).toBe(8);
    expect(await press(id, 45, 'weekday:2018-03-07', 'nearest')).toBe(0);
    const { digest } = await preview(id);
    const tries = await Promise.allSettled([1, 2, 3].map(() => imports.import(id, { digest, by, topics: [] })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await counted()).toEqual({ sessions: 65, events: 32 });
    const sessions = await parts.get(Programme).between('2018-03-01', '2018-03-31');
    expect(sessions.map(({ state, parts: its }) => [state, its[0]!.on])).toEqual([
      ['hold', '2018-03-06'],
      ['hold', '2018-03-13'],
      ['hold', '2018-03-20'],
      ['hold', '2018-03-27'],
    ]);
    const audited = await database.source.query<{ detail: object }[]>(
      `select detail from audit_event where action = 'programme.imported'`,
    );
    expect(audited).toMatchObject([{ detail: { rows: 66, sessions: 65, fixed: 1 } }]);
    await expect(importAll(id)).rejects.toThrow(ProgrammeImportIsDecided);
    await expect(imports.restore(id, 0)).rejects.toThrow(ProgrammeImportIsDecided);
  });

  it('reads what was given away again: nothing is new', async () => {
    const lines = [csvLine(IMPORT_FIELDS.map((field) => IMPORT_FIELD_NAMES[field]))];
    for await (const rows of parts.get(ProgrammeExport).rows())
      lines.push(...rows.map((cells) => csvLine(IMPORT_FIELDS.map((field) => cells[field]))));
    expect(lines).toHaveLength(1 + 65 + 2 + 3);
    const id = await taken(lines.join(''), null);
    const { rows, plan } = await preview(id);
    expect([...new Set(rows.map(({ becomes }) => becomes))]).toEqual(['planned']);
    expect([plan.sessions, plan.fixed, plan.events]).toEqual([[], [], []]);
    await expect(importAll(id)).rejects.toThrow(NothingIsNew);
  });

  it('recognises the rows that are planned when the same file comes again', async () => {
    const { rows, plan } = await preview(await taken(readFileSync(FIXTURE)));
    // The eight days that were moved are new where the file has them.
    expect(plan.sessions.map(({ at }) => at)).toEqual([45, 46, 47, 48, 49, 50, 51, 52]);
    expect(rows.filter(({ becomes }) => becomes === 'planned')).toHaveLength(58);
  });

  it('imports nothing while a row is to be mended, and nothing that nobody has seen', async () => {
    const before = await counted();
    const id = await taken('Date,Time,Title,Place\n8 June,25.00pm,Mended,Hall\n31 June,2pm to 3pm,Later,Hall\n');
    await expect(importAll(id)).rejects.toThrow(RowsAreToMend);
    const { digest } = await preview(id);
    await imports.change(id, 0, { time: '2pm to 3pm', title: 'Mended' });
    await press(id, 1, 'date:31 June', 'leave-out');
    expect(await imports.import(id, { digest, by, topics: [] })).toBe('differs');
    expect(await counted()).toEqual(before);
    const { rows } = await preview(id);
    expect(rows.map(({ becomes, before: was }) => [becomes, was])).toEqual([
      ['confirmed', { time: '25.00pm' }],
      ['left-out', {}],
    ]);
    await imports.restore(id, 1);
    expect((await preview(id)).rows[1]!.becomes).toBe('mend');
    await press(id, 1, 'date:31 June', '2017-06-30');
    expect(await importAll(id)).toBe('imported');
    expect((await counted()).sessions).toBe(before.sessions + 2);
  });

  it('is not kept for more than thirty days when nobody imports it', async () => {
    const id = await taken('8 May,2pm,One');
    await database.source.query(`update programme_import set taken_at = taken_at - interval '31 days' where id = $1`, [
      id,
    ]);
    await taken('8 May,2pm,One');
    await expect(preview(id)).rejects.toThrow(ProgrammeImportNotFound);
    const { imports: all, total } = await imports.page(2, 0);
    expect([all.length, total]).toEqual([2, 5]);
  });
});
