import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { courseData, learningData } from './course-data.mjs';
import { DEFAULT_COUNCIL } from './council.mjs';
import { declaration } from './declaration.mjs';
import { modulePage } from './page.mjs';
import { learnerRecords, playerFiles } from './player-bundle.mjs';
import { readCourse } from './read-course.mjs';
import { byName, zip } from './zip.mjs';

export { answersFor } from './answers-for.mjs';

export const COURSES = join(import.meta.dirname, '../courses');
const CORE_SKILLS = join(import.meta.dirname, '../programme/core-skills.yaml');

/** The packages of a module, by what is put between its name and ".zip". */
const EDITIONS = [
  { standard: 'scorm_12', edition: '1.2', suffix: '' },
  { standard: 'scorm_2004', edition: '4th', suffix: '-2004' },
];

/**
 * Builds the modules of content/courses into `<outDir>/<slug>.zip` (SCORM 1.2) and `<slug>-2004.zip` (SCORM 2004, 4th
 * edition), with a `catalogue.json` of them all. Throws CourseSourcesInvalid, with file and line, when a source is wrong.
 * Equal sources give equal bytes.
 * @param {{ outDir: string, quiet?: boolean, council?: string, slugs?: string[], courses?: string, learning?: boolean }}
 * options `council` is a file of facts; `slugs` are all modules when left out; `learning` adds what a program needs to learn
 * them (see content/player/learner-records.ts)
 */
export async function buildContent(options) {
  const { outDir, quiet = false, council = DEFAULT_COUNCIL, slugs, courses = COURSES, learning = true } = options;
  await mkdir(outDir, { recursive: true });
  const player = await playerFiles();
  if (!quiet) process.stdout.write(`player ${kilobytes(player)} KB … `);
  const catalogue = [];
  const toLearn = [];
  for (const slug of slugs ?? inProgrammeOrder(await readdir(courses))) {
    const course = readCourse(join(courses, slug), { council: resolve(council) });
    const editions = [];
    for (const { standard, edition, suffix } of EDITIONS) {
      const file = `${slug}${suffix}.zip`;
      const bytes = await zip(await packageFiles(course, player, standard));
      await writeFile(join(outDir, file), bytes);
      editions.push({ standard, edition, file });
      if (!quiet && !suffix) process.stdout.write(`${course.title}, ${Math.round(bytes.length / 1024)} KB … `);
    }
    catalogue.push(entry(course, editions));
    toLearn.push(learningData(course));
  }
  await writeFile(join(outDir, 'catalogue.json'), `${JSON.stringify(catalogue, null, 2)}\n`);
  if (learning) await writeLearning(outDir, toLearn);
  return catalogue;
}

async function writeLearning(outDir, modules) {
  await writeFile(join(outDir, 'learning.json'), JSON.stringify(modules));
  await writeFile(join(outDir, 'learner-records.cjs'), await learnerRecords());
}

/** As the programme lists their skills, so that people find them in the order of an induction; the others behind them. */
function inProgrammeOrder(slugs) {
  const skills = parse(readFileSync(CORE_SKILLS, 'utf8'));
  const order = skills.flatMap(({ modules }) => modules);
  const place = (slug) => (order.includes(slug) ? order.indexOf(slug) : order.length);
  return slugs.toSorted((a, b) => place(a) - place(b) || byName(a, b));
}

function entry({ slug, title, summary, minutes, core, passMark, duties, objectives, screens, test }, editions) {
  return {
    slug,
    title,
    summary,
    minutes,
    core,
    passMark,
    duties,
    objectives: objectives.map(({ id, text }) => ({ id, text })),
    screens: screens.map(({ id }) => id),
    draw: test.draw,
    file: editions[0].file,
    editions,
  };
}

/** What a browser opens of a module of content/courses, by its path in the package. */
export async function filesOf(slug, standard, courses = COURSES) {
  return moduleFiles(readCourse(join(courses, slug)), await playerFiles(), standard);
}

/** Everything in the package of one module, by its path in it. */
export async function packageFiles(course, player, standard) {
  const files = await moduleFiles(course, player, standard);
  // Compiled before the content is built: apps/standalone/tools/build.mjs keeps that order.
  const { writeManifest } = createRequire(import.meta.url)(
    '../../dist/libs/scorm/src/package-writer/package-writer.js',
  );
  const { slug, title, version, passMark, objectives } = course;
  const sco = {
    id: slug,
    title,
    href: 'index.html',
    masteryScore: passMark,
    objectives: objectives.map(({ id }) => id),
    reportsProgress: true,
    files: [...files.keys()].toSorted(byName),
  };
  return files.set(
    'imsmanifest.xml',
    writeManifest({ identifier: `induct-${slug}`, version, title, scos: [sco] }, standard),
  );
}

/** The same without the manifest: what a browser opens. */
export async function moduleFiles(course, player, standard) {
  const files = new Map(player);
  files.set('index.html', modulePage(course));
  files.set('course.js', courseData(course, standard));
  files.set('induct.json', declaration(course));
  for (const path of new Set(course.screens.flatMap(({ media }) => media))) {
    files.set(path, await readFile(join(course.folder, path)));
  }
  return files;
}

/** Script and style together. */
const kilobytes = (player) => ((player.get('player.js').length + player.get('player.css').length) / 1000).toFixed(1);
