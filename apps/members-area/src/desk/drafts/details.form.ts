import {
  idFor,
  type ModuleDetails,
  type ModuleFiles,
  type Objective,
  type RoleDuty,
  readDetails,
  readQuestions,
  screensOf,
  type Source,
  type TestSettings,
  textOf,
} from '@induct/authoring';
import { said, w } from '@induct/platform';
import type { z } from 'zod';
import { dayFields } from '../../forms/day-fields';
import type { Fields } from '../../forms/form-problems';
import { type Field, group, line, numbers, text, tick } from './fields';
import { type Typed, typedForm } from './typed';

/** So many fields a form has; more where a folder that was brought in has more: what has no field would be lost when it is saved. */
const fieldsFor = (usual: number, there: readonly unknown[]): number[] => numbers(Math.max(usual, there.length));
const MOST_AIMS = 6;
const MOST_SOURCES = 12;
/** Of the role description (content/programme/role-description.yaml). */
const DUTIES = 13;

/** What a module is, apart from its screens and questions, and how its test asks. */
export interface DetailsTyped {
  details: ModuleDetails;
  settings: TestSettings;
}

/** What the form knows beside the files. */
export interface DetailsKnown {
  /** Names of what the screens give as sources. */
  law: readonly string[];
  duties: readonly RoleDuty[];
  /** That an average reader takes, as far as they can be counted. */
  minutes: number | undefined;
}

export function detailsFields(files: ModuleFiles, { law, duties, minutes }: DetailsKnown): readonly Field[] {
  const { objectives, sources } = readDetails(textOf(files, 'module.yaml'));
  const screens = screensOf(files);
  const aim = (nth: number): Field[] => [
    line(
      `aim${nth}`,
      said('When you have finished, you can …'),
      said('For example: say what the rule is and where it stands'),
    ),
    {
      as: 'folded',
      legend: said('Screens that teach it'),
      isOpen: false,
      fields: screens.map(({ id, number, title }) => tick(`aim${nth}-${id}`, `${number}. ${title}`)),
    },
  ];
  const source = (nth: number): Field[] => [
    line(`source${nth}-title`, said('Title')),
    line(`source${nth}-url`, said('Address'), said('It begins with https://')),
    {
      as: 'day',
      name: `source${nth}-read`,
      label: said('When did somebody last read it? (optional)'),
      hint: said('The day on which somebody looked whether it still says so'),
    },
  ];
  return [
    line('title', said('Title of the module')),
    text('summary', said('Summary'), said('One or two sentences: what is in it for a councillor'), 3),
    {
      as: 'number',
      name: 'minutes',
      label: said('How many minutes does it take?'),
      hint:
        minutes === undefined
          ? said('12 to 20')
          : w`12 to 20. What is written now takes an average reader about ${Math.round(minutes)}: write that here when all is written`,
    },
    tick('core', said('It is a core skill: every member must have it')),
    ...fieldsFor(MOST_AIMS, objectives).map((nth): Field =>
      nth <= Math.max(2, objectives.length + 1)
        ? group(w`Aim ${nth}`, ...aim(nth))
        : { as: 'folded', legend: w`Aim ${nth}`, isOpen: false, fields: aim(nth) },
    ),
    group(
      said('Final test'),
      { as: 'number', name: 'passMark', label: said('Pass mark, in per cent') },
      { as: 'number', name: 'draw', label: said('How many questions does each try ask?'), hint: said('10 is usual') },
      {
        as: 'number',
        name: 'attempts',
        label: said('How many tries? (optional)'),
        hint: said('Empty: as many as people want'),
      },
      line('testTitle', said('Title of the test')),
      text('intro', said('What stands before it'), undefined, 3),
    ),
    group(
      said('Law and review'),
      line('law', said('Which law does it follow?'), said('For example: the law in England')),
      {
        as: 'day',
        name: 'reviewed',
        label: said('When did somebody last look whether it is right?'),
        hint: said('For example 14 12 2026'),
      },
      { as: 'day', name: 'reviewBy', label: said('By when is it looked at again?'), hint: said('A year is usual') },
    ),
    {
      as: 'folded',
      legend: said('Duties of a councillor that it serves'),
      isOpen: false,
      fields: duties.map(({ number, title }) => tick(`duty${number}`, `${number}. ${title}`)),
    },
    ...fieldsFor(MOST_SOURCES, sources).map((nth): Field =>
      nth <= Math.max(1, sources.length + 1)
        ? group(w`Source ${nth}`, ...source(nth))
        : { as: 'folded', legend: w`Source ${nth}`, isOpen: false, fields: source(nth) },
    ),
    ...(law.length > 0
      ? [
          {
            as: 'folded' as const,
            legend: said('Sources on the screens: when was each last read?'),
            id: 'lawRead',
            isOpen: false,
            fields: law.map((name) => ({
              as: 'day' as const,
              name: lawField(name),
              label: name,
              hint: said('The day on which somebody looked whether it still says so'),
            })),
          },
        ]
      : []),
    line('version', said('Version, as learners read it'), said('For example: 1.0')),
  ];
}

/** A field is called by what it is about: screens change while somebody types. */
const lawField = (name: string): string => `law-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

export function detailsValues(files: ModuleFiles): Fields {
  const details = readDetails(textOf(files, 'module.yaml'));
  const { settings } = readQuestions(textOf(files, 'questions.yaml'));
  return {
    title: details.title,
    summary: details.summary,
    minutes: String(details.minutes),
    core: details.core ? 'yes' : '',
    passMark: String(details.passMark),
    version: details.version,
    law: details.law,
    draw: String(settings.draw),
    attempts: settings.attempts === undefined ? '' : String(settings.attempts),
    testTitle: settings.title,
    intro: settings.intro.trim(),
    ...dayFields('reviewed', details.reviewed),
    ...dayFields('reviewBy', details.reviewBy),
    ...Object.fromEntries(details.duties.map((duty) => [`duty${duty}`, 'yes'])),
    ...Object.fromEntries(
      details.objectives.flatMap(({ text: words, screens }, at) => [
        [`aim${at + 1}`, words],
        ...screens.map((screen) => [`aim${at + 1}-${screen}`, 'yes']),
      ]),
    ),
    ...Object.fromEntries(
      details.sources.flatMap(({ title, url, read }, at) => [
        [`source${at + 1}-title`, title],
        [`source${at + 1}-url`, url],
        ...Object.entries(dayFields(`source${at + 1}-read`, read ?? null)),
      ]),
    ),
    ...Object.assign({}, ...Object.entries(details.lawRead).map(([name, day]) => dayFields(lawField(name), day))),
  };
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
