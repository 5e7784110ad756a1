import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultLimits } from '../../libs/course/src/archive/package-limits';
import { readPackage } from '../../libs/course/src/reading/read-package';
import { buildContent, type CatalogueEntry } from './build.mjs';

/** What the import of an upload does with the packages of every module that is shipped. */
describe('the shipped packages in the importer', () => {
  let home: string;
  let catalogue: CatalogueEntry[];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'induct-shipped-'));
    catalogue = await buildContent({ outDir: home, quiet: true });
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('are taken in without a finding, in both editions', async () => {
    const courses = readdirSync(join(__dirname, '../courses')).filter((name) => !name.startsWith('.'));
    expect(catalogue.length).toBeGreaterThanOrEqual(22);
    expect(catalogue).toHaveLength(courses.length);
    for (const { title, editions } of catalogue) {
      expect([title, editions.length]).toEqual([title, 2]);
      for (const { file, standard, edition } of editions) {
        const folder = mkdtempSync(join(home, 'files-'));
        const { report } = await readPackage(join(home, file), { limits: defaultLimits, folder });
        expect(report).toMatchObject({ accepted: true, findings: [], title, standard, edition });
        expect(report.scos).toHaveLength(1);
      }
    }
  });
});
