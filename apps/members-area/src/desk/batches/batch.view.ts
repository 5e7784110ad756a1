import type {
  Batch,
  BatchCame,
  BatchOutcome,
  BatchResult,
  BatchRow,
  BatchScheme,
  MovedRow,
} from '@induct/accreditation';
import { CAPACITIES, CAPACITY_NAMES } from '@induct/people';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { type Column, listView } from '../../lists/list';
import { counted } from '../../words/counted';
import type { Tag } from '../../words/tag';

export const ROWS_PER_PAGE = 50;

const OUTCOMES: Record<BatchOutcome, Tag> = {
  issue: { text: 'Issue', kind: 'going' },
  has_one: { text: 'Has one', kind: 'done' },
  revoked: { text: 'Revoked', kind: 'bad' },
  own: { text: 'Your own', kind: 'todo' },
  not_met: { text: 'Not met', kind: 'todo' },
};
const RESULTS: Record<BatchResult, Tag> = {
  issued: { text: 'Issued', kind: 'done' },
  moved: { text: 'Not issued', kind: 'warning' },
  failed: { text: 'Failed', kind: 'bad' },
};
const CAME: Record<BatchCame, string> = {
  issued: 'Issued',
  not_issued: 'Not issued',
  waiting: 'Still to issue',
};
export const CAME_NAMES = Object.keys(CAME) as BatchCame[];
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as BatchOutcome[];

const NONE_YET = ', and no certificate yet';

const tagOf = ({ outcome, result }: BatchRow) => (result ? RESULTS[result] : OUTCOMES[outcome]);

/** Of a batch's list, as a table and as a file. */
export const BATCH_ROWS: readonly Column<BatchRow>[] = [
  {
    head: 'Member',
    cell: ({ name, personId }) => ({ text: name, href: `/admin/members/${personId}`, classes: 'induct-breaks' }),
    file: ({ name }) => name,
  },
  { head: 'What', cell: (row) => ({ tag: tagOf(row) }), file: (row) => tagOf(row).text },
  { head: 'Why', speaks: true, cell: (row) => ({ text: whyOf(row), classes: 'induct-breaks' }), file: whyOf },
  {
    head: 'Certificate',
    cell: ({ number }) =>
      number ? { text: number, href: `/admin/certificates/${number}`, classes: 'desk-number' } : '–',
    file: ({ number }) => number,
  },
];

/** What the dry run said; once it is issued, that there was none yet is over. */
function whyOf({ detail, why, result }: BatchRow): string {
  if (result === 'issued') return detail.replace(NONE_YET, '');
  return why ? `${detail}. ${why}` : detail;
}

/** Whom it is about, in words. */
function aboutWhom({ politicalGroup, body, capacity, untilDay, onlyWithout }: Batch): string {
  const who = [
    politicalGroup ? `members of ${politicalGroup}` : 'all members',
    ...(body ? [`with a seat on ${body}`] : []),
    ...(capacity ? [`as ${CAPACITY_NAMES[capacity as keyof typeof CAPACITY_NAMES].toLowerCase()}`] : []),
    ...(onlyWithout ? ['without a certificate'] : []),
  ];
  return `${who.join(', ')}: what was shown up to ${britishDate(untilDay)}`;
}

const stateOf = ({ begunAt, finishedAt, toIssue, issued, notIssued }: Batch) => {
  if (!begunAt) return 'Dry run: nothing is issued';
  const done = `${issued} of ${toIssue} issued${notIssued ? `, ${notIssued} not` : ''}`;
  return finishedAt ? `Finished: ${done}` : `Under way: ${done}`;
};

/** A batch in the list. */
export const batchLine = (batch: Batch) => ({
  href: `/admin/batches/${batch.id}`,
  title: batch.scheme,
  about: aboutWhom(batch),
  state: stateOf(batch),
  made: `${batch.madeByName ?? 'Somebody who has left'} at ${britishTimeAndDate(batch.madeAt)}`,
});

interface BatchPage {
  batch: Batch;
  rows: readonly BatchRow[];
  total: number;
  page: number;
  outcome: BatchOutcome | undefined;
  came: BatchCame | undefined;
  /** Since the dry run; then nothing was issued. */
  moved?: readonly MovedRow[];
}

/** The page of one batch: what would be done for whom, or what came of it. */
export function batchPage({ batch, rows, total, page, outcome, came, moved }: BatchPage) {
  const href = `/admin/batches/${batch.id}`;
  const address = (query: Record<string, string | number | undefined>) => {
    const given = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) if (value) given.set(key, String(value));
    return given.size > 0 ? `${href}?${given.toString()}` : href;
  };
  const figure = (count: number, text: string, of: { outcome?: BatchOutcome; came?: BatchCame } = {}) => ({
    count,
    text,
    href: address(of),
  });
  const { issued, notIssued, toIssue } = batch;
  const waiting = toIssue - issued - notIssued;
  return {
    batch: {
      ...batchLine(batch),
      digest: batch.digest,
      mayBegin: !batch.begunAt && batch.toIssue > 0 && !moved,
      isIdle: !batch.begunAt && batch.toIssue === 0,
      button: `Issue ${batch.toIssue}`,
      underWay: batch.begunAt !== null && batch.finishedAt === null,
      begun:
        batch.begunAt &&
        `${batch.begunByName ?? 'Somebody who has left'} had it carried out at ${britishTimeAndDate(batch.begunAt)}.`,
      done: batch.issued + batch.notIssued,
      toIssue: batch.toIssue,
    },
    figures: [
      // What the dry run said is over once it is carried out: then it is said what came of it.
      ...(batch.begunAt
        ? [
            figure(issued, 'issued', { came: 'issued' }),
            ...(notIssued > 0 ? [figure(notIssued, 'not issued', { came: 'not_issued' })] : []),
            ...(waiting > 0 ? [figure(waiting, 'still to issue', { came: 'waiting' })] : []),
          ]
        : [figure(toIssue, 'would be issued', { outcome: 'issue' })]),
      figure(batch.hasOne, batch.hasOne === 1 ? 'has one' : 'have one', { outcome: 'has_one' }),
      figure(batch.notMet, 'not met', { outcome: 'not_met' }),
      ...(batch.others > 0 ? [figure(batch.others, 'revoked, or your own')] : []),
    ],
    shown: came ? CAME[came] : outcome && OUTCOMES[outcome].text,
    all: href,
    again: `/admin/batches?${new URLSearchParams(filterFields(batch)).toString()}`,
    moved: moved && {
      people: moved,
      heading: `Nothing was issued: ${counted(moved.length, 'person has', 'people have')} moved since`,
    },
    list: listView({
      columns: BATCH_ROWS,
      rows,
      caption: `Everybody in this batch, by name`,
      page,
      per: ROWS_PER_PAGE,
      total,
      href: (nth) => address({ outcome, came, page: nth > 1 ? nth : undefined }),
      file: (kind) => `${href}.${kind}`,
    }),
  };
}

/** The same filter once more, as the form has it. */
function filterFields({ schemeId, politicalGroup, bodyId, capacity, untilDay, onlyWithout }: Batch) {
  const [year, month, day] = untilDay.split('-').map(Number);
  return {
    scheme: schemeId,
    group: politicalGroup ?? '',
    body: bodyId ?? '',
    capacity: capacity ?? '',
    'until-day': String(day),
    'until-month': String(month),
    'until-year': String(year),
    without: onlyWithout ? 'yes' : '',
  };
}

interface Choices {
  schemes: readonly BatchScheme[];
  groups: readonly string[];
  bodies: readonly { id: string; name: string }[];
}

/** The first page: whom a batch is for, what was made before, and which schemes wait for officers. */
export function batchesPage(
  { schemes, groups, bodies }: Choices,
  batches: readonly Batch[],
  form: Fields,
  problems: FormProblems,
) {
  const option = (field: string) => (value: string, text: string) => ({ value, text, selected: form[field] === value });
  const issuable = schemes.filter(({ isInEffect }) => isInEffect);
  return {
    schemes: issuable.map(({ id, name }) => ({
      value: id,
      text: name,
      checked: form.scheme === id || issuable.length === 1,
    })),
    groups: [option('group')('', 'Any group'), ...groups.map((name) => option('group')(name, name))],
    bodies: [option('body')('', 'Any body, or none'), ...bodies.map(({ id, name }) => option('body')(id, name))],
    capacities: [
      option('capacity')('', 'Any seat'),
      ...CAPACITIES.map((capacity) => option('capacity')(capacity, CAPACITY_NAMES[capacity])),
    ],
    until: ['day', 'month', 'year'].map((name) => ({
      name,
      value: form[`until-${name}`],
      classes: `govuk-input--width-${name === 'year' ? 4 : 2}${problems.message['until'] ? ' govuk-input--error' : ''}`,
    })),
    without: form.without === 'yes',
    whoIssues: schemes.map(({ id, name, issuedBy }) => ({
      id,
      name,
      words:
        issuedBy === 'system'
          ? 'comes by itself, the moment everything is shown'
          : 'waits for an officer, who issues it in a batch',
      other: issuedBy === 'system' ? 'officer' : 'system',
      button: issuedBy === 'system' ? 'Let officers issue them' : 'Let them come by themselves',
    })),
    batches: batches.map(batchLine),
    form,
    ...problems,
  };
}
