import { type ModuleFiles, readDetails, readQuestions, type RoleDuty, screensOf, textOf } from '@induct/authoring';
import { said, w } from '@induct/platform';
import { dayFields } from '../../../forms/day-fields';
import type { Fields } from '../../../forms/form-problems';
import { type Field, group, line, numbers, text, tick } from '../frame/fields';

/** So many fields a form has; more where a folder that was brought in has more: what has no field would be lost when it is saved. */
export const fieldsFor = (usual: number, there: readonly unknown[]): number[] => numbers(Math.max(usual, there.length));
export const MOST_AIMS = 6;
export const MOST_SOURCES = 12;
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
export const lawField = (name: string): string => `law-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

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
