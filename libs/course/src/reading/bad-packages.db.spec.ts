import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { type Config, PlatformModule } from '@induct/platform';
import { badPackages } from '../../../../test/support/bad-packages';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { CourseModule } from '../course.module';
import { ImportProcesses, type ImportResult } from './import-processes';
import { PackageUploads } from '../uploads/package-uploads.service';

describe('what must not be taken in', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let config: Config;
  let results: ImportResult[];

  beforeAll(async () => {
    database = await cloneDatabase();
    config = testConfig(database.url);
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(config, database.source), CourseModule],
    }).compile();
    await module.init();
    const processes = module.get(ImportProcesses);
    const run = processes.run.bind(processes);
    results = [];
    processes.run = async (...order) => {
      const result = await run(...order);
      results.push(result);
      return result;
    };
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  it('leaves no file and no row behind but its report, and its import takes little memory', async () => {
    const uploads = module.get(PackageUploads);
    const got: [string, string, boolean][] = [];
    for (const { name, code, data } of badPackages) {
      const source = Readable.from([await data()], { objectMode: false });
      const by = { fileName: `${name}.zip`, uploadedBy: '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001' };
      const { state, report } = await uploads.finished(await uploads.receive(source, by));
      got.push([name, state, report!.findings.some((finding) => finding.code === code)]);
    }
    expect(got).toEqual(badPackages.map(({ name }) => [name, 'refused', true]));
    const [rows] = await database.source.query<{ all: number }[]>(
      `select ((select count(*) from course) + (select count(*) from course_version) + (select count(*) from package_file)
         + (select count(*) from audit_event))::int as all`,
    );
    expect(rows!.all).toBe(0);
    const left = readdirSync(join(config.DATA_DIR, 'files'), { recursive: true });
    expect(left).toEqual(['staging']);
    expect(Math.max(...results.map(({ peakBytes }) => peakBytes))).toBeLessThan(300 * 1024 ** 2);
  }, 300_000);
});
