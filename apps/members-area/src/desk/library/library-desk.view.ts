import {
  AUDIENCE_NAMES,
  AUDIENCES,
  type Freeze,
  isBroken,
  LANGUAGE_NAMES,
  LANGUAGES,
  type LibraryAttention,
  RESOURCE_KIND_NAMES,
  RESOURCE_KINDS,
  RESOURCE_STATES,
  type ResourceState,
  type ResourceVersion,
  REVIEW_WITHIN_DAYS,
  TOPIC_NAMES,
  TOPICS,
} from '@induct/handbook';
import { britishDate, type Day, daysLater } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { type Column, listView } from '../../lists/list';
import type { Tag } from '../../words/tag';
import { DESK, deskLibrary, type LibraryDeskFilter } from './library-desk-filter';

export const PER_PAGE = 25;
export const deskHref = (id: string) => `${DESK}/${id}`;

export const STATE_TAGS: Record<ResourceState, Tag> = {
  draft: { text: 'Draft', kind: 'going' },
  published: { text: 'Published', kind: 'done' },
  withdrawn: { text: 'Withdrawn', kind: 'todo' },
};

/** How it stands with the review of one that is shown; nothing while there is time. */
export function reviewTag(
  { state, reviewBy }: Pick<ResourceVersion, 'state' | 'reviewBy'>,
  today: Day,
): Tag | undefined {
  if (state !== 'published') return undefined;
  if (reviewBy < today) return { text: 'Overdue', kind: 'bad' };
  return reviewBy <= daysLater(today, REVIEW_WITHIN_DAYS) ? { text: 'Due soon', kind: 'warning' } : undefined;
}

/** What is known of its address; nothing of one that works, or was not looked at. */
export function linkTag(resource: Pick<ResourceVersion, 'outcome' | 'checkedAt' | 'failingSince'>): Tag | undefined {
  if (isBroken(resource)) return { text: 'Link broken', kind: 'bad' };
  if (resource.failingSince) return { text: 'Link failed once', kind: 'warning' };
  return undefined;
}

const columns = (today: Day): readonly Column<ResourceVersion>[] => [
  {
    head: 'Title',
    cell: ({ resourceId, title }) => ({ text: title, href: deskHref(resourceId), classes: 'induct-breaks' }),
  },
  { head: 'Kind', speaks: true, cell: ({ kind }) => RESOURCE_KIND_NAMES[kind] },
  { head: 'Who may read it', cell: ({ audience }) => AUDIENCE_NAMES[audience] },
  { head: 'Looked after by', cell: ({ owner }) => ({ text: owner, classes: 'induct-breaks' }) },
  {
    head: 'Next review',
    cell: (resource) => {
      const [tag, by] = [reviewTag(resource, today), britishDate(resource.reviewBy)];
      return tag ? { tag, more: by } : by;
    },
  },
  {
    head: 'State',
    cell: (resource) => {
      const link = resource.state === 'published' ? linkTag(resource) : undefined;
      return { tag: link ?? STATE_TAGS[resource.state] };
    },
  },
];

const selected = <T extends { value: string }>(items: readonly T[], value: string) =>
  items.map((item) => ({ ...item, selected: item.value === value }));
const named = <T extends string>(values: readonly T[], names: Record<T, string>) =>
  values.map((value) => ({ value, text: names[value] }));

export function deskListView(
  filter: LibraryDeskFilter,
  {
    rows,
    total,
    attention,
    today,
  }: {
    rows: readonly ResourceVersion[];
    total: number;
    attention: LibraryAttention;
    today: Day;
  },
) {
  const any = (text: string) => ({ value: '', text });
  return {
    filter,
    attention,
    isFiltered: deskLibrary.isFiltered(filter, ['q', 'kind', 'audience', 'state', 'wants']),
    choices: {
      kinds: selected([any('All kinds'), ...named(RESOURCE_KINDS, RESOURCE_KIND_NAMES)], filter.kind),
      audiences: selected([any('Anybody'), ...named(AUDIENCES, AUDIENCE_NAMES)], filter.audience),
      states: selected(
        [any('All'), ...RESOURCE_STATES.map((value) => ({ value, text: STATE_TAGS[value].text }))],
        filter.state,
      ),
      wants: selected(
        [
          any('Anything'),
          { value: 'review', text: `A review within ${REVIEW_WITHIN_DAYS} days` },
          { value: 'overdue', text: 'A review that is overdue' },
          { value: 'link', text: 'Another address: the link is broken' },
        ],
        filter.wants,
      ),
    },
    list: listView({
      columns: columns(today),
      rows,
      caption: filter.wants === '' ? 'Resources, by title' : 'Resources, the first to be reviewed first',
      page: filter.page,
      per: PER_PAGE,
      total,
      href: (page) => deskLibrary.address(filter, { page }),
    }),
  };
}

/** What is said where something that the public reads is changed while that is frozen. */
export const frozenWords = (freeze: Freeze | null): string | undefined =>
  freeze
    ? `A poll is on ${britishDate(freeze.until)}: what the public reads stays as it was when ${britishDate(freeze.from)} began. What is changed now in a resource that is for everybody, they are shown from ${britishDate(daysLater(freeze.until, 1))} on; members see it at once.`
    : undefined;

/** A field that two people have written differently. */
export interface Difference {
  label: string;
  now: string;
  yours: string;
}

export function resourceFormView(
  about: {
    name: string | undefined;
    to: string;
    back: string;
    seen?: number;
    freeze: Freeze | null;
    theirs?: { who: string; when: string; differences: Difference[] } | undefined;
  },
  form: Fields,
  problems: FormProblems,
) {
  const { freeze, ...rest } = about;
  return {
    ...rest,
    isFrozen: frozenWords(freeze),
    kinds: RESOURCE_KINDS.map((value) => ({
      value,
      text: RESOURCE_KIND_NAMES[value],
      hint: { text: KIND_HINTS[value] },
    })),
    audiences: named(AUDIENCES, AUDIENCE_NAMES),
    topics: selected([{ value: '', text: 'Choose a topic' }, ...named(TOPICS, TOPIC_NAMES)], text(form['topic'])),
    languages: named(LANGUAGES, LANGUAGE_NAMES),
    form,
    ...problems,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const KIND_HINTS = {
  document: 'A file to read: you add it in the next step',
  how_to: 'Steps to follow: written here, as a file, or on a website',
  link: 'A page of another website',
  film: 'On YouTube, or a file of your own. It needs captions and a transcript before it can be published',
};

const LABELS: Record<string, string> = {
  kind: 'What is it?',
  title: 'Title',
  about: 'What it is about',
  topic: 'Topic',
  audience: 'Who may read it',
  language: 'Language',
  body: 'Steps',
  url: 'Address',
  transcript: 'Transcript',
  captioned: 'Captions',
  owner: 'Looked after by',
  review: 'Next review',
  ends: 'Last day',
};

/** Where what somebody typed is not what the resource says by now. */
export function differences(form: Fields, now: Record<string, string>): Difference[] {
  const shown = (fields: Fields, name: string): string =>
    name === 'review' || name === 'ends'
      ? ['day', 'month', 'year']
          .map((box) => text(fields[`${name}-${box}`]).trim())
          .join(' ')
          .trim()
      : text(fields[name]).replaceAll('\r\n', '\n').trim();
  return Object.entries(LABELS).flatMap(([name, label]) => {
    const [theirs, yours] = [shown(now, name), shown(form, name)];
    return theirs === yours ? [] : [{ label, now: theirs || 'Nothing', yours: yours || 'Nothing' }];
  });
}
