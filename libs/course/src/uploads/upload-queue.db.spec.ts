import { createCipheriv, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Test, type TestingModule } from '@nestjs/testing';
import { openDatabase, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { scormPackage } from '../../../../test/support/packages';
import { allTables } from '../../../../test/support/tables';
import { CourseModule } from '../course.module';
import { Disk } from '../storage/disk';
import { ImportProcesses } from '../reading/import-processes';
import { PackageUploads } from './package-uploads.service';

const officer = '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001';
const GIB = 1024 ** 3;

/** The same for the same seed. */
function noise(seed: string, bytes: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
}

describe('many uploads at once', () => {
  let database: TestDatabase;
  /** Two processes on one database. */
  let apps: TestingModule[];
  let going = 0;
  let most = 0;
  let goOn: () => void = () => {};
  let hold = Promise.resolve();

  beforeAll(async () => {
    database = await cloneDatabase();
    apps = await Promise.all([open(), open()]);
    for (const app of apps) {
      const processes = app.get(ImportProcesses);
      const run = processes.run.bind(processes);
      processes.run = async (...order) => {
        most = Math.max(most, ++going);
        await hold;
        return await run(...order).finally(() => going--);
      };
    }
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await database.drop();
  });

  async function open(): Promise<TestingModule> {
    const config = testConfig(database.url, { IMPORTS_AT_ONCE: '1' });
    const app = await Test.createTestingModule({
      imports: [
        PlatformModule.with(config, await openDatabase(database.url, allTables), { clock: new FixedClock() }),
        CourseModule,
      ],
    }).compile();
    return await app.init();
  }
  const send = async (app: TestingModule, title: string) =>
    app.get(PackageUploads).receive(Readable.from([await scormPackage({ title })], { objectMode: false }), {
      fileName: `${title}.zip`,
      uploadedBy: officer,
    });
  const states = async () => {
    const rows = await database.source.query<{ state: string }[]>(
      'select state from package_upload order by file_name',
    );
    return rows.map(({ state }) => state);
  };
  const oneIsGoing = async () => {
    const is = () => going > 0;
    while (!is()) await wait(10);
  };
  const holding = () => {
    hold = new Promise((release) => {
      goOn = release;
    });
  };

  it('are imported one after the other over all processes, in the order of their arrival', async () => {
    holding();
    const ids = [];
    for (const [n, app] of [apps[0]!, apps[1]!, apps[0]!, apps[1]!].entries()) ids.push(await send(app, `${n}`));
    await oneIsGoing();
    expect(await states()).toEqual(['importing', 'waiting', 'waiting', 'waiting']);
    goOn();
    const done = await Promise.all(ids.map((id, n) => apps[n % 2]!.get(PackageUploads).finished(id)));
    expect(done.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    const made = await database.source.query<{ title: string }[]>(
      `select v.title from audit_event e join course_version v on v.id::text = e.subject_id order by e.id`,
    );
    expect([most, made.map(({ title }) => title)]).toEqual([1, ['0', '1', '2', '3']]);
  });

  it('that wait when the application stops are told so, and nothing hangs', async () => {
    holding();
    const stopping = await open();
    const first = await send(apps[0]!, 'first');
    await oneIsGoing();
    const waiting = await send(stopping, 'waiting');
    await stopping.close();
    expect(await apps[0]!.get(PackageUploads).find(waiting)).toMatchObject({
      state: 'failed',
      report: { findings: [{ code: 'import-interrupted' }] },
    });
    goOn();
    expect(await apps[0]!.get(PackageUploads).finished(first)).toMatchObject({ state: 'accepted' });
  });
});

describe('room for packages', () => {
  let database: TestDatabase;
  let app: TestingModule;
  let uploads: PackageUploads;

  beforeAll(async () => {
    database = await cloneDatabase();
    const config = testConfig(database.url, { PACKAGES_MAX_BYTES: '60000' });
    app = await Test.createTestingModule({
      imports: [PlatformModule.with(config, database.source, { clock: new FixedClock() }), CourseModule],
    }).compile();
    await app.init();
    uploads = app.get(PackageUploads);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const upload = async (title: string, bytes: number, expected?: number) => {
    // Noise, which no zip makes smaller.
    const files = { 'film.mp4': noise(title, bytes) };
    const source = Readable.from([await scormPackage({ title, files })], { objectMode: false });
    const id = await uploads.receive(source, {
      fileName: `${title}.zip`,
      uploadedBy: officer,
      ...(expected && { expected }),
    });
    const { state, report } = await uploads.finished(id);
    return { state, findings: report!.findings };
  };

  it('is what all of them together may take, each file counted once', async () => {
    expect((await upload('Fire', 40_000)).state).toBe('accepted');
    expect((await upload('Fire', 40_000)).state).toBe('accepted');
    const { state, findings } = await upload('Flood', 30_000);
    expect(state).toBe('failed');
    expect(findings).toMatchObject([
      {
        code: 'store-is-full',
        message: expect.stringMatching(/^There is no room for it: .+ KB of the 59 KB that they may take\.$/),
        remedy: expect.stringContaining('“Fire”, version 1 (4'),
      },
    ]);
    expect(await database.source.query('select from course_version')).toHaveLength(2);
  });

  it('is looked for on the disk before, while and after a package arrives', async () => {
    const free = jest.spyOn(app.get(Disk), 'free');
    free.mockResolvedValue(1_000);
    expect((await upload('Before', 10, GIB)).findings).toMatchObject([{ code: 'disk-is-full' }]);
    free.mockResolvedValueOnce(GIB).mockResolvedValue(0);
    expect((await upload('While', 33 * 1024 ** 2, 1)).findings).toMatchObject([{ code: 'disk-is-full' }]);
    free.mockResolvedValueOnce(GIB).mockResolvedValue(500);
    const after = await upload('After', 5_000);
    expect([after.state, after.findings[0]!.code]).toEqual(['failed', 'disk-is-full']);
    expect(after.findings[0]!.remedy).toContain('Delete drafts that nobody needs');
  });
});
