import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildContent } from '../build/build.mjs';
import { unzip } from './unzip';

/** The shipped course as it stands in its sources now: the files of its package. */
export async function builtCourse(): Promise<Map<string, Buffer>> {
  const outDir = mkdtempSync(join(tmpdir(), 'induct-content-'));
  const [course] = await buildContent({ outDir, quiet: true });
  return unzip(readFileSync(join(outDir, course!.file)));
}
