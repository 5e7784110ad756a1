import { type BodyKind, BODY_KIND_NAMES, onDay, periodInWords, seatsOn, SUBSTITUTES_NAMES } from '@induct/people';
import { britishDate, type Day, daysLater } from '@induct/platform';
import { type Column, listView } from '../../../lists/list';
import { counted } from '../../../words/counted';
import { capacityName } from '../../../words/held-seats';
import type { dayAsked } from '../council.view';
import type { BodyFacts, BodyQueries, BodyRuleRow, BodySeat } from './body.queries';

const BODY_DONE = {
  added: 'It was added.',
  changed: 'The details were put right.',
  rule: 'The rule about substitutes was recorded.',
  joined: 'The membership was recorded.',
  ended: 'The end of the membership was recorded.',
  corrected: 'The membership was put right. What was said before stays to be seen.',
  withdrawn: 'The membership was taken back. What was said before stays to be seen.',
} as const;

interface BodyOnDay {
  body: BodyFacts;
  asked: ReturnType<typeof dayAsked>;
  today: Day;
  seats: readonly BodySeat[];
  rules: readonly BodyRuleRow[];
  groups: Awaited<ReturnType<BodyQueries['groups']>>;
  done?: unknown;
}

/** Everything the page of a body shows. */
export function bodyView({ body, asked, today, seats, rules, groups, done }: BodyOnDay) {
  const { day, problem, typed } = asked;
  const there = seatsOn({ memberships: seats, rules }, groups, day);
  const byPerson = new Map(seats.filter((seat) => onDay(seat, day)).map((seat) => [seat.personId, seat]));
  const sitting = there.seats.map(({ personId }) => byPerson.get(personId)!);
  const substitutes = seats.filter((seat) => seat.capacity === 'substitute' && onDay(seat, day));
  const takesSubstitutes = body.kind === 'committee' || body.kind === 'panel';
  const table = (rows: readonly BodySeat[], caption: string, isPast = false) =>
    listView({
      columns: columnsOf(body.kind, isPast),
      rows,
      caption,
      heading: true,
      page: 1,
      per: rows.length || 1,
      total: rows.length,
      href: () => '',
    });
  return {
    body: { ...body, href: `/admin/council/bodies/${body.id}` },
    kind: BODY_KIND_NAMES[body.kind],
    banner: Object.hasOwn(BODY_DONE, String(done)) ? BODY_DONE[done as keyof typeof BODY_DONE] : undefined,
    on: typed,
    isToday: day === today,
    day: britishDate(day),
    isThere: onDay(body, day),
    during: periodInWords(body),
    message: problem ? { on: { text: problem } } : {},
    errors: problem && [{ href: '#on', text: problem }],
    takesSubstitutes,
    seats: table(
      sitting,
      body.kind === 'council'
        ? 'Chair and vice-chair'
        : counted(sitting.length, body.kind === 'group' ? 'member' : 'seat'),
    ),
    rule: SUBSTITUTES_NAMES[there.substitutes],
    substitutes: takesSubstitutes && table(substitutes, counted(substitutes.length, 'named substitute')),
    doNotCount: there.substitutes !== 'named' && substitutes.length > 0,
    pool: there.substitutes === 'group' ? poolInWords(there.mayStandIn, groups) : undefined,
    rules: rules.map(({ substitutes: who, ...period }) => `${SUBSTITUTES_NAMES[who]}, ${periodInWords(period)}`),
    past: table(
      seats.filter(({ until }) => until !== null && until <= day),
      'Past members',
      true,
    ),
    coming: table(
      seats.filter(({ from }) => from > day),
      'Still to come',
      true,
    ),
  };
}

/** `Green Valleys: Ann Baker, Bob Cole` */
function poolInWords(ids: readonly string[], groups: BodyOnDay['groups']): string[] {
  const may = new Set(ids);
  const byGroup = new Map<string, string[]>();
  for (const { group, name } of groups.filter(({ personId }) => may.has(personId)))
    byGroup.set(group, [...(byGroup.get(group) ?? []), name]);
  return [...byGroup].map(([group, names]) => `${group}: ${names.join(', ')}`).toSorted();
}

const columnsOf = (kind: BodyKind, isPast: boolean): Column<BodySeat>[] => [
  {
    head: 'Name',
    cell: ({ personId, name }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
  },
  { head: 'As', cell: ({ capacity }) => capacityName(capacity, kind) },
  ...(kind === 'group' ? [] : [{ head: 'Political group', cell: ({ group }: BodySeat) => group ?? '–' }]),
  { head: 'Since', cell: ({ from }) => britishDate(from) },
  ...(isPast
    ? [{ head: 'Last day', cell: ({ until }: BodySeat) => (until ? britishDate(daysLater(until, -1)) : '–') }]
    : []),
  {
    head: 'Record',
    cell: ({ id, wasPutRight, until }) => ({
      text: 'Change or end',
      href: `/admin/council/memberships/${id}`,
      ...(wasPutRight && { detail: 'Was changed' }),
      ...(!isPast && until && { more: `Last day ${britishDate(daysLater(until, -1))}` }),
    }),
  },
];
