import {
  idFor,
  type ModuleDetails,
  type ModuleFiles,
  type Objective,
  readDetails,
  screensOf,
  type Source,
  type TestSettings,
  textOf,
} from '@induct/authoring';
import { said } from '@induct/platform';
import type { z } from 'zod';
import { type DetailsKnown, fieldsFor, lawField, MOST_AIMS, MOST_SOURCES } from './details.fields';
import { numbers } from '../frame/fields';
import { type Typed, typedForm } from '../frame/typed';

/** Of the role description (content/programme/role-description.yaml). */
const DUTIES = 13;

/** What a module is, apart from its screens and questions, and how its test asks. */
export interface DetailsTyped {
  details: ModuleDetails;
  settings: TestSettings;
}

/** @param files as they are: aims keep their ids, for questions name them @param law as in `detailsFields` */
export const detailsForm = (files: ModuleFiles, law: DetailsKnown['law']): z.ZodType<DetailsTyped> =>
  typedForm((typed) => {
    const sources = readSources(typed, files);
    return {
      details: {
        title: typed.line('title', said('Write the title of the module')),
        summary: typed.text('summary', said('Write a summary of one or two sentences')).replaceAll(/\s*\n\s*/g, ' '),
        version: typed.line('version', said('Write the version, for example 1.0')),
        minutes: whole(typed, 'minutes', said('Write the minutes it takes as a whole number')),
        core: typed.isTicked('core'),
        passMark: within(typed, 'passMark', 1, 100, said('Write the pass mark as a whole number from 1 to 100')),
        objectives: readAims(typed, files),
        duties: readDuties(typed),
        law: typed.line('law', said('Write which law it follows')),
        reviewed: typed.day(
          'reviewed',
          said('Write the day on which somebody looked at it'),
          said('The day of the last review'),
        ),
        reviewBy: typed.day(
          'reviewBy',
          said('Write the day by which it is looked at again'),
          said('The day of the next review'),
        ),
        sources,
        lawRead: readLawRead(typed, files, law, sources),
      },
      settings: {
        title: typed.line('testTitle', said('Write the title of the test')),
        intro: typed.text('intro', said('Write what stands before the test')),
        draw: whole(typed, 'draw', said('Write how many questions each try asks')),
        ...(typed.has('attempts') && {
          attempts: whole(typed, 'attempts', said('Write a whole number, or leave it out')),
        }),
      },
    };
  });

const whole = (typed: Typed, name: string, wrong: string): number => within(typed, name, 1, 999, wrong);

function within(typed: Typed, name: string, least: number, most: number, wrong: string): number {
  const value = typed.number(name, wrong);
  if (Number.isFinite(value) && (!Number.isInteger(value) || value < least || value > most)) typed.problem(name, wrong);
  return value;
}

function readAims(typed: Typed, files: ModuleFiles): Objective[] {
  const before = readDetails(textOf(files, 'module.yaml')).objectives;
  const screens = screensOf(files).map(({ id }) => id);
  const taken = before.map(({ id }) => id);
  const aims = fieldsFor(MOST_AIMS, before).flatMap((nth) => {
    if (!typed.has(`aim${nth}`)) return [];
    const words = typed.line(`aim${nth}`);
    const id = before[nth - 1]?.id ?? idFor(words.split(' ').slice(0, 5).join(' '), taken, 'aim');
    taken.push(id);
    return [{ id, text: words, screens: screens.filter((screen) => typed.isTicked(`aim${nth}-${screen}`)) }];
  });
  if (aims.length === 0) typed.problem('aim1', said('Write at least one aim'));
  return aims;
}

function readDuties(typed: Typed): number[] {
  const duties = numbers(DUTIES).filter((nth) => typed.isTicked(`duty${nth}`));
  if (duties.length === 0) typed.problem('duty1', said('Tick at least one duty'));
  return duties;
}

function readSources(typed: Typed, files: ModuleFiles): Source[] {
  const before = readDetails(textOf(files, 'module.yaml')).sources;
  const sources = fieldsFor(MOST_SOURCES, before).flatMap((nth) => {
    if (!typed.has(`source${nth}-title`) && !typed.has(`source${nth}-url`)) return [];
    const url = typed.line(`source${nth}-url`, said('Write the full address, with https://'));
    if (url !== '' && !(URL.canParse(url) && url.startsWith('https://')))
      typed.problem(`source${nth}-url`, said('Write the full address, with https://'));
    const title = typed.line(`source${nth}-title`, said('Write the title of the source'));
    const read = typed.dayIfAny(`source${nth}-read`, said('The day on which it was read'));
    return [{ title, url, ...(read && { read }) }];
  });
  if (sources.length === 0) typed.problem('source1-title', said('Name at least one source'));
  return sources;
}

/**
 * Of what no screen names just now, the day stays: the sentence may come back. Whoever has noted the day at the source of that title
 * has noted it.
 */
function readLawRead(typed: Typed, files: ModuleFiles, law: readonly string[], sources: readonly Source[]) {
  const { lawRead } = readDetails(textOf(files, 'module.yaml'));
  const typedNow = law.flatMap((name) => {
    const day =
      typed.dayIfAny(lawField(name), said('The day on which it was read')) ??
      sources.find(({ title }) => title.toLowerCase() === name.toLowerCase())?.read;
    return day ? [[name, day] as const] : [];
  });
  const unnamed = Object.entries(lawRead).filter(([name]) => !law.includes(name));
  return Object.fromEntries([...unnamed, ...typedNow]);
}
