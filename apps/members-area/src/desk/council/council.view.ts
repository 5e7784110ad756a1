import { BODY_KIND_NAMES, BODY_KINDS, periodInWords, SUBSTITUTES_NAMES } from '@induct/people';
import { britishDate, type Day, isDay } from '@induct/platform';
import { type Cell, type Column, listView } from '../../lists/list';
import { counted } from '../../words/counted';
import type { BodyOnDay, InOffice, OtherBody } from './council.queries';

/** The day that an address asks for, or what is wrong with it. */
export function dayAsked(on: unknown, today: Day): { day: Day; problem?: string; typed: string } {
  const typed = typeof on === 'string' ? on.trim() : '';
  if (typed === '') return { day: today, typed: today };
  return isDay(typed) ? { day: typed, typed } : { day: today, typed, problem: 'Enter a real day, like 2024-02-29' };
}

interface CouncilOnDay {
  asked: ReturnType<typeof dayAsked>;
  today: Day;
  members: readonly InOffice[];
  bodies: readonly BodyOnDay[];
  others: readonly OtherBody[];
}

/** Everything the page of the council shows. */
export function councilView({ asked, today, members, bodies, others }: CouncilOnDay) {
  const { day, problem, typed } = asked;
  const query = day === today ? '' : `?on=${day}`;
  return {
    on: typed,
    isToday: day === today,
    day: britishDate(day),
    message: problem ? { on: { text: problem } } : {},
    errors: problem && [{ href: '#on', text: problem }],
    isEmpty: members.length + bodies.length + others.length === 0,
    kinds: BODY_KINDS.map((kind) =>
      listOf(
        bodies.filter((body) => body.kind === kind),
        kind,
        query,
      ),
    ).filter(({ total }) => total > 0),
    others: others.map(({ id, name, ...period }) => ({
      href: bodyHref(id),
      text: `${name}, ${periodInWords(period)}`,
    })),
    inOffice: counted(members.length, 'member'),
    members: listView({
      columns: MEMBERS,
      rows: members,
      caption: `${counted(members.length, 'member')} in office`,
      heading: true,
      page: 1,
      per: members.length || 1,
      total: members.length,
      href: () => `/admin/council${query}`,
    }),
  };
}

const bodyHref = (id: string) => `/admin/council/bodies/${id}`;

const MEMBERS: readonly Column<InOffice>[] = [
  {
    head: 'Name',
    cell: ({ personId, name }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
  },
  { head: 'Division', speaks: true, cell: ({ division }) => division },
  {
    head: 'Political group',
    speaks: true,
    cell: ({ group, groupColour }) => ({ text: group ?? '–', mark: groupColour }),
  },
  {
    head: 'In office since',
    cell: ({ takesOfficeOn, kind }) => ({
      text: britishDate(takesOfficeOn),
      ...(kind === 'by_election' && { detail: 'By-election' }),
    }),
  },
];

const KIND_HEADINGS = {
  council: 'Council',
  committee: 'Committees',
  panel: 'Panels',
  group: 'Political groups',
} as const;

function listOf(rows: readonly BodyOnDay[], kind: (typeof BODY_KINDS)[number], query: string) {
  const isGroup = kind === 'group';
  const columns: Column<BodyOnDay>[] = [
    {
      head: BODY_KIND_NAMES[kind],
      cell: ({ id, name }) => ({ text: name, href: `${bodyHref(id)}${query}`, classes: 'induct-breaks' }),
    },
    { head: isGroup ? 'Leader' : 'Chair', cell: ({ chairs }) => chairs ?? '–' },
  ];
  if (kind !== 'council') columns.push({ head: isGroup ? 'Members' : 'Seats', cell: ({ seats }) => String(seats) });
  if (kind === 'committee' || kind === 'panel') columns.push({ head: 'Who stands in', cell: standsIn });
  return listView({
    columns,
    rows,
    caption: KIND_HEADINGS[kind],
    heading: true,
    page: 1,
    per: rows.length || 1,
    total: rows.length,
    href: () => '/admin/council',
  });
}

const standsIn = ({ rule, substitutes }: BodyOnDay): string | Cell => {
  if (rule === 'named') return counted(substitutes, 'named substitute');
  return rule === 'group' ? 'The same group' : { text: SUBSTITUTES_NAMES.none, speaks: true };
};
