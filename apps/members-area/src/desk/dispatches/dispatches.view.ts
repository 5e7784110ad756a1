import type { Dispatched, DispatchDayEntity, DispatchState, PublishedCourse } from '@induct/course';
import { britishDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { Column } from '../../lists/list';
import { wholeListView } from '../../lists/list';
import { counted, figure } from '../../words/counted';
import type { Tag } from '../../words/tag';

const STATES: Record<DispatchState, Tag> = {
  open: { text: 'Can be opened', kind: 'done' },
  revoked: { text: 'Revoked', kind: 'bad' },
  withdrawn: { text: 'Module withdrawn', kind: 'bad' },
  over: { text: 'Over', kind: 'todo' },
  full: { text: 'Used up', kind: 'todo' },
};

const hrefOf = (id: string) => `/admin/dispatches/${id}`;
const openedWords = ({ launches, mostLaunches }: Dispatched): string =>
  mostLaunches === null ? figure(launches) : `${figure(launches)} of ${figure(mostLaunches)}`;

export const DISPATCHES: readonly Column<Dispatched>[] = [
  {
    head: 'For',
    cell: ({ id, partner }) => ({ text: partner, href: hrefOf(id), classes: 'induct-breaks' }),
  },
  {
    head: 'Module',
    cell: ({ courseTitle, number }) => ({
      text: courseTitle,
      detail: `Version ${number}`,
      classes: 'induct-breaks',
    }),
  },
  { head: 'State', cell: ({ state }) => ({ tag: STATES[state] }) },
  { head: 'Last day', cell: ({ endsOn }) => britishDate(endsOn), classes: 'desk-moment' },
  { head: 'Opened', cell: (row) => ({ text: openedWords(row), classes: 'desk-number' }) },
];

const DAYS: readonly Column<DispatchDayEntity>[] = [
  { head: 'Day', cell: (row) => britishDate(row.day), classes: 'desk-moment' },
  { head: 'Opened', cell: ({ launches }) => ({ text: figure(launches), classes: 'desk-number' }) },
  { head: 'For the first time', cell: ({ begun }) => ({ text: figure(begun), classes: 'desk-number' }) },
  { head: 'Completed', cell: ({ completed }) => ({ text: figure(completed), classes: 'desk-number' }) },
];

/** The form to make one. @param modules that members get */
export const newDispatchView = (modules: readonly PublishedCourse[], form: Fields, problems: FormProblems) => ({
  modules: [
    { value: '', text: 'Choose a module' },
    ...modules.map(({ versionId, title }) => ({
      value: versionId,
      text: title,
      selected: form['version'] === versionId,
    })),
  ],
  hasModules: modules.length > 0,
  form,
  ...problems,
});

interface Facts {
  dispatch: Dispatched;
  /** The newest first. */
  days: readonly DispatchDayEntity[];
  madeBy: string;
  revokedBy: string;
}

/** One of them: what was agreed, its zips, and how it is used. */
export function dispatchView({ dispatch, days, madeBy, revokedBy }: Facts, form: Fields, problems: FormProblems) {
  const { id, partner, courseTitle, number, publishedNumber, slug, state, endsOn, sites, zips } = dispatch;
  const href = hrefOf(id);
  const newer = publishedNumber !== null && publishedNumber > number ? publishedNumber : undefined;
  return {
    partner,
    href,
    called: { id: partner },
    tag: STATES[state],
    module: { title: courseTitle, href: `/admin/modules/${slug}`, number },
    newer,
    endsOn: britishDate(endsOn),
    opened: openedWords(dispatch),
    sites,
    made: `${madeBy}, ${britishDate(dispatch.madeAt)}`,
    revoked: dispatch.revokedAt && `${revokedBy}, ${britishDate(dispatch.revokedAt)}`,
    mayGoOn: dispatch.revokedAt === null,
    zips:
      zips === 0 ? 'No zip was downloaded yet.' : `${counted(zips, 'zip')} ${zips === 1 ? 'was' : 'were'} downloaded.`,
    days:
      days.length > 0
        ? wholeListView(DAYS, days, 'How it was used, the newest day first', { heading: false })
        : undefined,
    form,
    ...problems,
  };
}

/** A name that every file system takes: `Code of conduct, SCORM 1.2.zip`. */
export function zipName(title: string, edition: 'scorm_12' | 'scorm_2004'): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/[^\w .-]+/g, '')
    .trim()
    .slice(0, 80);
  return `${plain || 'Module'} SCORM ${edition === 'scorm_12' ? '1.2' : '2004'}.zip`;
}
