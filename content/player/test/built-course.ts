import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, answersFor, buildContent } from '../../build/build.mjs';
import { unzip } from './unzip';

const specimens = join(__dirname, '../specimen');

export interface BuiltCourse {
  /** The files of its package, by their path in it. */
  files: Map<string, Buffer>;
  checks: Answer[];
  /** The bank of the test. */
  test: Answer[];
}

/** The module that holds every block and every kind of question, as it stands in its sources now. */
export const builtSpecimen = (standard: 'scorm_12' | 'scorm_2004') => builtCourse('specimen', standard, specimens);

/** A module as it stands in its sources now. @param courses the folder of modules, content/courses when left out */
export async function builtCourse(
  slug: string,
  standard: 'scorm_12' | 'scorm_2004',
  courses?: string,
): Promise<BuiltCourse> {
  const outDir = mkdtempSync(join(tmpdir(), 'induct-content-'));
  const [course] = await buildContent({ outDir, quiet: true, slugs: [slug], ...(courses && { courses }) });
  const { file } = course!.editions.find((edition) => edition.standard === standard)!;
  return { files: await unzip(readFileSync(join(outDir, file))), ...answersFor(slug, courses) };
}
