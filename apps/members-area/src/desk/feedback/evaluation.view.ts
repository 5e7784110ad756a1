import { evaluated, type Evaluated, type Share, type TookPlace } from '@induct/events';
import { britishDate, type Day } from '@induct/platform';
import { type Column, listView } from '../../lists/list';
import { counted, figure } from '../../words/counted';
import { eventHref } from '../programme/session.words';
import { monthsIn, monthsLater, type Span } from '../programme/year-filter';
import { monthName } from '../programme/year-picture';
import { bar, FILLS } from '../progress/picture';
import { evaluation, type EvaluationFilter } from './evaluation-filter';

/** An event with what is known of it, level by level. */
export type EvaluationRow = TookPlace & Evaluated;

export const evaluationRows = (events: readonly TookPlace[]): EvaluationRow[] =>
  events.map((event) => ({ ...event, ...evaluated(event.rounds) }));

const NOTHING = 'No figures';
const options = ({ options: some }: Share): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(some);

/** `Very good: 6 of 11`, and of how many tables that says nothing. */
function shareInWords(share: Share | null): string {
  if (share === null) return NOTHING;
  const without = share.without > 0 ? ` (of ${counted(share.without, 'other question')} nothing can be shown)` : '';
  return `${options(share)}: ${figure(share.first)} of ${figure(share.of)}${without}`;
}

function statedInWords({ stated }: Pick<TookPlace, 'stated'>): string {
  if (!stated) return 'Not stated yet';
  if (stated.reason !== null) return `Not evaluated: ${stated.reason}`;
  const agreed = stated.agreedOn
    ? `Agreed on ${britishDate(stated.agreedOn)}: ${stated.minute}`
    : 'Not agreed by a decision yet';
  return `${stated.priority}: ${stated.contribution}. ${agreed}`;
}

/** @param isOfficer others have no page of an event, and state nothing */
export const evaluationColumns = (isOfficer: boolean): Column<EvaluationRow>[] => [
  {
    head: 'Event',
    cell: ({ title, slug }) =>
      isOfficer
        ? { text: title, href: eventHref(slug), classes: 'induct-breaks' }
        : { text: title, classes: 'induct-breaks' },
    file: ({ title }) => title,
  },
  { head: 'Series', file: ({ series }) => series },
  { head: 'Sessions', cell: ({ sessions }) => figure(sessions), file: ({ sessions }) => sessions },
  { head: 'Feedback', cell: ({ rating }) => shareInWords(rating), file: ({ rating }) => shareInWords(rating) },
  { head: 'Can do it afterwards', cell: ({ now }) => shareInWords(now), file: ({ now }) => shareInWords(now) },
  { head: 'After three months', cell: ({ later }) => shareInWords(later), file: ({ later }) => shareInWords(later) },
  { head: 'Used since', cell: ({ used }) => shareInWords(used), file: ({ used }) => shareInWords(used) },
  {
    head: 'Contribution to a priority',
    cell: (row) =>
      isOfficer
        ? { text: statedInWords(row), classes: 'induct-breaks', more: undefined }
        : { text: statedInWords(row), classes: 'induct-breaks' },
    file: statedInWords,
  },
];

interface Facts {
  filter: EvaluationFilter;
  span: Span;
  rows: readonly EvaluationRow[];
  today: Day;
  isOfficer: boolean;
}

/** The months as a picture with its figures, and event by event. */
export function evaluationView({ filter, span, rows, today, isOfficer }: Facts) {
  const all = evaluated(rows.flatMap(({ rounds }) => rounds));
  const stated = rows.filter((row) => row.stated?.contribution).length;
  const near = monthsIn({ from: monthsLater(today.slice(0, 7), -35), to: today.slice(0, 7) });
  const months = [...new Set([...near, span.from, span.to])].toSorted();
  const choice = (chosen: string) =>
    months.map((value) => ({ value, text: monthName(value), selected: value === chosen }));
  return {
    filter,
    span: `${monthName(span.from)} to ${monthName(span.to)}`,
    isEmpty: rows.length === 0,
    fields: { from: choice(span.from), to: choice(span.to) },
    levels: [
      { heading: 'What people said', says: levelInWords([all.rating]), silent: silentInWords(all.silent) },
      { heading: 'What they can do, and have done since', says: levelInWords([all.now, all.later, all.used]) },
      {
        heading: 'What it contributed to a priority',
        says: rows.length > 0 ? `Stated of ${figure(stated)} of ${counted(rows.length, 'event')}.` : 'No data.',
      },
    ],
    picture: pictureOf(all),
    unstated: isOfficer
      ? rows.map(({ title, slug, stated: known }) => ({
          title,
          href: `${eventHref(slug)}/evaluation`,
          isStated: known !== null,
        }))
      : [],
    list: listView({
      columns: evaluationColumns(isOfficer),
      rows,
      caption: `Events that took place, ${monthName(span.from)} to ${monthName(span.to)}`,
      heading: true,
      page: 1,
      per: Math.max(1, rows.length),
      total: rows.length,
      href: () => '',
      file: (kind) => evaluation.address(filter, {}, `/admin/programme/evaluation.${kind}`),
    }),
  };
}

const levelInWords = (shares: readonly (Share | null)[]): string => {
  const known = shares.flatMap((share) => share ?? []);
  return known.length === 0 ? 'No data: of no session is so much published.' : '';
};

const silentInWords = (silent: number): string | undefined =>
  silent > 0
    ? `Of ${counted(silent, 'questionnaire')} nothing is shown: fewer than five people answered, or it is not over.`
    : undefined;

const PICTURED = [
  ['rating', 'All in all'],
  ['now', 'Can do it right afterwards'],
  ['later', 'Can do it after three months'],
  ['used', 'Have used it since'],
] as const;

/** Undefined when there is nothing to draw. */
function pictureOf(all: Evaluated) {
  const bars = PICTURED.flatMap(([level, words]) => {
    const share = all[level];
    if (!share) return [];
    return [
      bar(
        `${words}: ${options(share).toLowerCase()}`,
        [share.first, share.of - share.first],
        [FILLS.completed, FILLS.not_started],
      ),
    ];
  });
  const heads = [
    { text: 'Said so', fill: FILLS.completed },
    { text: 'Said otherwise', fill: FILLS.not_started },
  ];
  return bars.length > 0 ? { heads, bars } : undefined;
}
