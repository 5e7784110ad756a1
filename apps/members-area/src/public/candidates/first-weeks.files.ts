import { type ElectionToCount, STAGE_NAMES } from '@induct/handbook';
import { type CalendarEntry, calendarFile, readerDate, readersLanguage, w } from '@induct/platform';
import type { Column } from '../../lists/list';
import { countedFrom } from '../../words/first-weeks';
import type { DatedStep } from './first-weeks.view';

/** What is to be done after an election, as CSV and JSON have it. */
export const FIRST_WEEKS_LIST: readonly Column<DatedStep>[] = [
  { head: 'When', file: ({ step }) => STAGE_NAMES[step.stage] },
  { head: 'What', file: ({ step }) => step.title },
  { head: 'What in Welsh', file: ({ step }) => step.titleCy },
  { head: 'By', file: ({ due }) => due[0]?.on },
  { head: 'Counted', file: ({ rule, due: [first] }) => first && countedFrom(rule!, first.from) },
  { head: 'Or by', file: ({ due }) => due[1]?.on },
  { head: 'Or counted', file: ({ rule, due: [, second] }) => second && countedFrom(rule!, second.from) },
  { head: 'The day is', file: stateOfDay },
  { head: 'Law', file: ({ step }) => step.law },
  { head: 'About', file: ({ step }) => (step.isDayShown ? step.about : null) },
  { head: 'Form', file: ({ step }) => step.formTitle },
  { head: 'Where the form is', file: ({ step }) => step.formUrl },
];

/** For programs, too: a day that is not there says why. */
function stateOfDay({ step, rule, due: [first] }: DatedStep): string {
  if (rule === null) return 'none';
  if (!step.isDayShown) return 'not confirmed: ask Democratic Services';
  return first!.isAssumed ? 'proposed' : 'certain';
}

/** What an officer has written: in Welsh where somebody has, for whoever reads it. */
const inTheirs = (english: string, welsh: string | null): string => (readersLanguage() === 'cy' && welsh) || english;

/**
 * The days for calendars, each a whole day, by the earlier reading. What has no day is not in it.
 * @param url of the page that says more
 */
export function firstWeeksCalendar(
  { poll }: ElectionToCount,
  dated: readonly DatedStep[],
  { url, madeAt }: { url: string; madeAt: Date },
): string {
  const { host } = new URL(url);
  const entries = dated.flatMap(({ step, rule, due: [first, second] }): CalendarEntry[] =>
    first
      ? [
          {
            uid: `first-step-${step.stepId}-${poll}@${host}`,
            sequence: step.number,
            on: first.on,
            from: null,
            to: null,
            title: inTheirs(step.title, step.titleCy),
            about: [
              inTheirs(step.about, step.aboutCy),
              first.isAssumed ? w`Proposed: ${countedFrom(rule!, first.from)}.` : `${countedFrom(rule!, first.from)}.`,
              second ? w`Or ${readerDate(second.on)}: ${countedFrom(rule!, second.from)}.` : '',
              step.law ?? '',
            ]
              .filter(Boolean)
              .join('\n'),
            url,
            isFree: true,
          },
        ]
      : [],
  );
  return calendarFile(entries, { product: 'First weeks', method: 'PUBLISH', madeAt });
}
