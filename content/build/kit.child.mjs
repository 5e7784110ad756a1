// The kit for the product, in a process of its own: it is told where a folder lies and what to do with it, and answers. What a
// module does to the kit stays here; the parent (libs/authoring) ends it when it takes too long.
import { isAbsolute, join, relative, resolve } from 'node:path';
import { packageFiles } from './build.mjs';
import { checkCourse } from './check/check-course.mjs';
import { DEFAULT_COUNCIL, readCouncil } from './council.mjs';
import { readLaw } from './law/register.mjs';
import { builtPlayer } from './player-bundle.mjs';
import { CourseSourcesInvalid, Problems } from './problems.mjs';
import { openCourse, readCourse } from './read-course.mjs';
import { zip } from './zip.mjs';

const ORDERS = { check, screens, packages, facts, laws };

process.on('message', (order) => void answer(order));
process.once('disconnect', () => process.exit());

async function answer({ id, what, folder, ...more }) {
  try {
    process.send({ id, answer: await ORDERS[what](resolve(folder), more) });
  } catch (error) {
    if (error instanceof CourseSourcesInvalid) process.send({ id, answer: { problems: within(folder, error.found) } });
    else process.send({ id, failed: error.stack });
  }
}

/** What is wrong with a module, its figures, and what of the law its screens name. */
function check(folder, { today }) {
  const { found, figures, law } = checkCourse(folder, { today });
  return { problems: within(folder, found), figures, law };
}

/** What every screen of a module looks like, as far as it can be read. */
function screens(folder) {
  const found = openCourse(folder, DEFAULT_COUNCIL, new Problems()).screens;
  return { screens: found.map(({ id, number, title, html }) => ({ id, number, title, html })) };
}

/** What a module may say of the council. */
function facts() {
  const problems = new Problems();
  const found = readCouncil(DEFAULT_COUNCIL, problems).facts;
  problems.throwIfAny();
  return { facts: [...found].map(([key, fact]) => ({ key, ...fact })) };
}

/** What marks of sources may name. */
function laws() {
  const problems = new Problems();
  const found = readLaw(problems);
  problems.throwIfAny();
  return { laws: [...found.values()].map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)) };
}

/** Both packages. */
async function packages(folder, { player }) {
  const course = readCourse(folder);
  const files = await builtPlayer(player);
  const packed = async (standard) => zip(await packageFiles(course, new Map(files), standard));
  return { scorm12: await packed('scorm_12'), scorm2004: await packed('scorm_2004') };
}

/** Problems know their files by where the program runs; whoever asked knows the folder. */
function within(folder, found) {
  return found.map(({ severity, file, line, message, stops = false }) => {
    const path = isAbsolute(file) ? file : join(process.cwd(), file);
    return { severity, file: relative(folder, path), line, message, stops };
  });
}
