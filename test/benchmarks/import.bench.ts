import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Test, type TestingModule } from '@nestjs/testing';
import yauzl from 'yauzl';
import { CourseModule, ImportProcesses, type ImportResult, PackageUploads } from '@induct/course';
import { openDatabase, PlatformModule, readConfig } from '@induct/platform';
import { allTables } from '../support/tables';
import type { Trial } from '../support/trial';
import { type Figure, median, percentiles, round } from './figure';
import { writePackage } from './import-packages';

const MIB = 1024 ** 2;
const officer = '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001';

type Database = Awaited<ReturnType<Trial['freshDatabase']>>;

interface Imports {
  uploads: PackageUploads;
  results: ImportResult[];
  asOwner: Database['asOwner'];
  close(): Promise<void>;
}

/**
 * A whole import, from the first byte received to the accepted version with all its files in the store, against a bare
 * yauzl loop that inflates and hashes the same files and keeps nothing. Both in turn, and each import into an empty store.
 */
export async function importBench(trial: Trial): Promise<Record<string, Figure>> {
  const folder = join(trial.dataDir, 'import');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const database = await trial.freshDatabase();
  const imports = await openImports(database, folder);
  try {
    const small = join(folder, 'small.zip');
    const large = join(folder, 'large.zip');
    await writePackage(small, 200, 5 * MIB);
    await writePackage(large, 3_000, 100 * MIB);
    const smallFigure = await measure(trial, imports, folder, small, 12);
    const largeFigure = await measure(trial, imports, folder, large, 5);
    const peak = Math.max(...imports.results.map(({ peakBytes }) => peakBytes));
    trial.say(`import: at most ${Math.round(peak / MIB)} MB in the child`);
    return {
      '5 MB in 200 files': smallFigure,
      '100 MB in 3,000 files': largeFigure,
      'memory of the child': {
        mebibytes: Math.round(peak / MIB),
        goal: 'peak < 300 MiB',
        met: peak < 300 * MIB,
      },
    };
  } finally {
    await imports.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(trial: Trial, imports: Imports, folder: string, zip: string, rounds: number): Promise<Figure> {
  const ours: number[] = [];
  const floors: number[] = [];
  for (let turn = 0; turn <= rounds; turn++) {
    const floor = await seconds(() => bareLoop(zip));
    const mine = await seconds(() => wholeImport(imports, zip));
    // Every file is new to the store, as with a first upload; and officers leave the next child the time to start.
    await emptyStore(imports, folder);
    await wait(500);
    if (turn === 0) continue;
    floors.push(floor);
    ours.push(mine);
  }
  const [own, floor] = [median(ours), median(floors)];
  trial.say(`import: ${(own * 1000).toFixed(0)} ms, bare loop ${(floor * 1000).toFixed(0)} ms`);
  const ratio = own / floor;
  return {
    seconds: round(own),
    floor: round(floor),
    ratio: round(ratio),
    goal: 'ratio ≤ 2',
    met: ratio <= 2,
    ...percentiles(ours.map((each) => each * 1000)),
  };
}

/** Its folders stay: there are 256, and a store in use has them. */
async function emptyStore({ asOwner }: Imports, folder: string): Promise<void> {
  for (const entry of readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) rmSync(join(entry.parentPath, entry.name));
  }
  await asOwner('truncate package_file');
}

async function wholeImport({ uploads }: Imports, zip: string): Promise<void> {
  const id = await uploads.receive(createReadStream(zip), { fileName: 'bench.zip', uploadedBy: officer });
  const { state, report } = await uploads.finished(id);
  if (state !== 'accepted') throw new Error(`The import was ${state}: ${JSON.stringify(report?.findings)}`);
}

async function bareLoop(path: string): Promise<void> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const digest = createHash('sha256');
    for await (const chunk of await zip.openReadStreamPromise(entry)) digest.update(chunk as Buffer);
    digest.digest('hex');
  }
}

async function openImports({ url: databaseUrl, asOwner }: Database, folder: string): Promise<Imports> {
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: folder });
  const source = await openDatabase(databaseUrl, allTables);
  const module: TestingModule = await Test.createTestingModule({
    imports: [PlatformModule.with(config, source), CourseModule],
  }).compile();
  await module.init();
  const results: ImportResult[] = [];
  const processes = module.get(ImportProcesses);
  const run = processes.run.bind(processes);
  processes.run = async (...order) => {
    const result = await run(...order);
    results.push(result);
    return result;
  };
  return {
    uploads: module.get(PackageUploads),
    results,
    asOwner,
    async close() {
      await module.close();
      await source.destroy();
    },
  };
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
