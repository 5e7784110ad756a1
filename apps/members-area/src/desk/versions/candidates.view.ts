import {
  type CandidateCounts,
  type CandidateRow,
  daysOfPoll,
  going,
  type Going,
  type ProgrammeStanding,
} from '@induct/events';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { dayFields } from '../../forms/day-fields';
import { type Column, listView } from '../../lists/list';
import { counted } from '../../words/counted';
import { programmeHref } from '../../words/programme-versions';

export const PER_PAGE = 50;

const SAYS: Record<Going, string> = {
  'no poll': 'Nobody gets it as long as no poll is set.',
  'not published': 'Nobody gets it before a version is published.',
  'nominations open': 'It goes by itself once nominations are closed.',
  goes: 'It goes by itself: to whoever has not got it, within the next minutes of a working day between 8:00 and 18:00.',
  'poll is over': 'The poll is over: nobody gets it any more.',
};

interface CandidatesFound {
  rows: readonly CandidateRow[];
  counts: CandidateCounts;
  total: number;
  page: number;
}

/** Whom the programme goes to, and when; and that it went. */
export function candidatesView(
  { programme, versions }: ProgrammeStanding,
  { rows, counts, total, page }: CandidatesFound,
  now: Date,
) {
  const { pollOn, slug, title } = programme;
  const isPublished = versions.some(({ state }) => state === 'published');
  const stands = going({ pollOn, isPublished }, now);
  const days = pollOn === null ? undefined : daysOfPoll(pollOn);
  const href = `${programmeHref(slug)}/candidates`;
  return {
    title,
    href,
    up: programmeHref(slug),
    says: SAYS[stands],
    isOpen: stands !== 'no poll' && stands !== 'poll is over',
    facts: [
      ['Poll', pollOn && britishDate(pollOn)],
      ['Nominations close', days && britishTimeAndDate(days.from)],
      ['Have got it', `${counted(counts.sent, 'candidate')} of ${counts.all}`],
      ['Names and addresses are kept until', days && britishDate(days.knownUntil)],
      ['Forgotten', counts.forgotten > 0 && counted(counts.forgotten, 'candidate')],
    ].flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    poll: dayFields('pollOn', pollOn),
    list: listView({
      columns: columnsOf(href, stands, days?.from),
      rows,
      caption: 'Candidates, by name',
      page,
      per: PER_PAGE,
      total,
      href: (nth) => (nth === 1 ? href : `${href}?page=${nth}`),
    }),
    called: { slug: title },
  };
}

const WAITS: Partial<Record<Going, string>> = {
  'not published': 'Waits for a published version',
  goes: 'Goes next',
  'poll is over': 'Not sent',
};

const columnsOf = (href: string, stands: Going, from: Date | undefined): readonly Column<CandidateRow>[] => [
  { head: 'Name', cell: ({ name }) => ({ text: name!, classes: 'induct-breaks' }) },
  { head: 'Email address', cell: ({ email }) => ({ text: email!, classes: 'induct-breaks' }) },
  {
    head: 'The letter',
    cell: ({ sentAt }) => {
      if (sentAt) return { tag: { text: 'Sent', kind: 'done' }, more: britishTimeAndDate(sentAt) };
      return WAITS[stands] ?? (from ? `Will go after ${britishTimeAndDate(from)}` : 'Not sent');
    },
  },
  {
    head: 'Change',
    cell: ({ id, name, sentAt }) => (sentAt ? '' : { text: 'Remove', hidden: name!, href: `${href}/${id}/remove` }),
  },
];
