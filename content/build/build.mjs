import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { courseData } from './course-data.mjs';
import { modulePage } from './page.mjs';
import { playerFiles } from './player-bundle.mjs';
import { readCourse } from './read-course.mjs';
import { byName, zip } from './zip.mjs';

const courses = join(import.meta.dirname, '../courses');

/**
 * Builds every module of content/courses into `<outDir>/<slug>.zip`, with a `catalogue.json` of them all.
 * Throws CourseSourcesInvalid, with file and line, when a source is wrong. Equal sources give equal bytes.
 */
export async function buildContent({ outDir, quiet = false }) {
  await mkdir(outDir, { recursive: true });
  const player = await playerFiles();
  const catalogue = [];
  for (const slug of (await readdir(courses)).toSorted(byName)) {
    const course = readCourse(join(courses, slug));
    const file = `${slug}.zip`;
    const bytes = await zip(packageFiles(course, player));
    await writeFile(join(outDir, file), bytes);
    const { title, summary, minutes, core, passMark } = course;
    const screens = course.screens.map(({ id }) => id);
    catalogue.push({ slug, title, summary, minutes, core, passMark, screens, file });
    if (!quiet) process.stdout.write(`${title}, ${Math.round(bytes.length / 1024)} KB … `);
  }
  await writeFile(join(outDir, 'catalogue.json'), `${JSON.stringify(catalogue, null, 2)}\n`);
  return catalogue;
}

/**
 * The answers of a module, for tests and demo data.
 * @returns {{ checks: Answer[], test: Answer[] }} in the order of the screens, Answer = { id, kind, right, wrong }:
 * `right` are the letters to select, `wrong` is a selection that is marked wrong
 */
export function answersFor(slug) {
  const { checks, test } = readCourse(join(courses, slug));
  return { checks: checks.map(answerTo), test: test.questions.map(answerTo) };
}

const answerTo = ({ id, kind, right, choices }) => ({
  id,
  kind,
  right,
  wrong: [choices.find((choice) => !choice.right).letter],
});

/** Everything in the package of one module, by its path in it. */
export function packageFiles(course, player) {
  const files = new Map(player);
  files.set('index.html', modulePage(course));
  files.set('course.js', courseData(course));
  // Compiled before the content is built: apps/standalone/tools/build.mjs keeps that order.
  const { writeManifest } = createRequire(import.meta.url)('../../dist/libs/scorm/src/package-writer.js');
  const sco = {
    id: course.slug,
    title: course.title,
    href: 'index.html',
    masteryScore: course.passMark,
    files: [...files.keys()].toSorted(byName),
  };
  files.set(
    'imsmanifest.xml',
    writeManifest({ identifier: `induct-${course.slug}`, version: course.version, title: course.title, scos: [sco] }),
  );
  return files;
}
