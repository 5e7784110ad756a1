import {
  type Attender,
  type AttendanceValue,
  type GuestsCounted,
  type PlannedSession,
  placesInAll,
  type RegisterRow,
  type Saved,
} from '@induct/events';
import type { Person } from '@induct/people';
import { britishTime, britishTimeAndDate } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { byInitial } from './by-initial';
import { comesOfIt, partWords, titleOf, whenAndWhere } from './session-words';
import { asSeen, type Ticks } from './ticks.form';

export const VALUE_NAMES: Record<AttendanceValue, string> = {
  present: 'Present',
  absent: 'Absent',
  apologies: 'Apologies',
};
/** So many are seen at once. */
const SHORT = 12;
const VALUES = Object.entries(VALUE_NAMES).map(([value, text]) => ({ value, text }));

export interface RegisterPage {
  session: PlannedSession;
  attenders: readonly Attender[];
  register: readonly RegisterRow[];
  /** Of partners. */
  guests: GuestsCounted;
  /** The officer: their own row another ticks. */
  reader: string;
  titles: ReadonlyMap<string, string>;
  now: Date;
  /** Of a page that was sent and comes back. */
  ticks?: Ticks | undefined;
  saved?: Saved | undefined;
  found?: readonly Person[] | undefined;
}

/** Everybody who may be ticked, with what is ticked: what was sent stands before what is written down, unless that was overtaken. */
export function registerView(page: RegisterPage) {
  const { session, attenders, register, reader, ticks, now } = page;
  const marksOf = new Map(register.map(({ id, marks }) => [id, marks]));
  const isOvertaken = (personId: string, part: number) =>
    page.saved?.overtaken.some((one) => one.personId === personId && one.part === part) ?? false;
  const rows = attenders.map(({ id, name, politicalGroup, hasPlace }) => {
    const marks = marksOf.get(id) ?? [];
    const written = session.parts.map(({ number }) => marks.find(({ part }) => part === number));
    const refused = page.saved?.refused.find(({ personId }) => personId === id);
    return {
      id,
      name,
      group: politicalGroup,
      hasPlace,
      isOwn: id === reader,
      refused: refused?.why,
      // What was seen first is compared until it is saved: a search in between is no look at what others have done.
      seen: (page.saved ? undefined : ticks?.seen.get(id)) || asSeen(written.map((mark) => mark?.value)),
      parts: session.parts.map(({ number }, at) => {
        const mark = written[at];
        const tick = ticks?.ticked.get(id)?.get(number);
        const overtaken = isOvertaken(id, number);
        return {
          number,
          value: overtaken ? mark?.value : (tick ?? mark?.value),
          now: mark && VALUE_NAMES[mark.value],
          code: mark?.how === 'code' ? `By the code, ${britishTime(mark.recordedAt)}` : undefined,
          overtaken:
            overtaken && tick ? `Somebody else ticked this meanwhile. You had ticked: ${VALUE_NAMES[tick]}` : undefined,
        };
      }),
    };
  });
  return {
    base: `/admin/programme/sessions/${session.id}`,
    title: titleOf(session),
    when: whenAndWhere(session),
    parts: session.parts.map((part) => ({
      number: part.number,
      head: session.parts.length === 1 ? 'Attendance' : `Part ${part.number}`,
      times: partWords(part, session),
      count: headCount(part.number, register),
      over: moreThanPlaces(session, presentAt(part.number, register).length + page.guests.there),
    })),
    values: VALUES,
    comesOfIt: comesOfIt(session, page.titles),
    takesPlace: session.state === 'confirmed' || session.state === 'delivered',
    closed: session.registerClosedAt && britishTimeAndDate(session.registerClosedAt),
    /** It is over, and nobody has said that it took place. */
    isToSay: session.state === 'confirmed' && session.endsAt !== null && session.endsAt <= now,
    mayClose: session.registerClosedAt === null && session.endsAt !== null && session.endsAt <= now,
    rows,
    groups: groupsOf(rows),
    letters: lettersOf(rows, new Set(page.found?.map(({ id }) => id))),
    guests: page.guests.booked > 0 ? counted(page.guests.booked, 'guest') : undefined,
    result: page.saved && resultOf(page.saved),
    q: ticks?.q ?? '',
    found: page.found?.map(({ id, name, group, email }) => ({
      id,
      name,
      says: [group, email].filter(Boolean).join(', '),
      isHere: attenders.some((one) => one.id === id),
    })),
    form: { reason: ticks?.reason ?? '' },
  };
}

interface Ticked {
  id: string;
  name: string;
  hasPlace: boolean;
  refused: unknown;
  parts: readonly { value: unknown; overtaken: string | undefined }[];
}

/** Where nobody has a place everybody may come: by their initials, for whoever ticks on a phone. @param found whom somebody looks for */
function lettersOf<Row extends Ticked>(rows: readonly Row[], found: ReadonlySet<string>) {
  if (rows.length <= SHORT || rows.some(({ hasPlace }) => hasPlace)) return undefined;
  return byInitial(rows, SHORT).map(({ name, rows: here }) => {
    const ticked = here.filter(({ parts }) => parts.some(({ value }) => value !== undefined)).length;
    return {
      name,
      says: `${counted(here.length, 'person', 'people')}${ticked > 0 ? `, ${figure(ticked)} ticked` : ''}`,
      isOpen: here.some(
        ({ id, refused, parts }) => found.has(id) || refused !== undefined || parts.some((part) => part.overtaken),
      ),
      rows: here,
    };
  });
}

/** Whoever has a place, and whoever has come without one; where nobody has a place, all of them alike. */
function groupsOf<Row extends { hasPlace: boolean }>(
  rows: readonly Row[],
): { head: string | undefined; rows: Row[] }[] {
  const [booked, others] = [rows.filter(({ hasPlace }) => hasPlace), rows.filter(({ hasPlace }) => !hasPlace)];
  if (booked.length === 0) return [{ head: undefined, rows: others }];
  return [
    { head: 'Have a place', rows: booked },
    { head: 'Came without a place', rows: others },
  ].filter((group) => group.rows.length > 0);
}

/** `82 present, 40 of them by the code`: to be compared with the heads in the room. */
export function headCount(part: number, register: readonly RegisterRow[]): string {
  const present = presentAt(part, register);
  const byCode = present.filter(({ how }) => how === 'code').length;
  return `${figure(present.length)} present${byCode > 0 ? `, ${figure(byCode)} of them by the code` : ''}`;
}

/** `3 more than its 20 places`, of members and guests; undefined where all have had one. */
export function moreThanPlaces(session: Parameters<typeof placesInAll>[0], there: number): string | undefined {
  const places = placesInAll(session);
  return places === undefined || there <= places
    ? undefined
    : `${figure(there - places)} more than its ${counted(places, 'place')}`;
}

export const presentAt = (part: number, register: readonly RegisterRow[]): RegisterRow['marks'] =>
  register.flatMap((row) => row.marks.filter((mark) => mark.part === part && mark.value === 'present'));

function resultOf({ changed, overtaken, refused }: Saved) {
  return {
    text: `${sentence(counted(changed.length, 'person was', 'people were'))} changed.`,
    overtaken:
      overtaken.length > 0
        ? `${sentence(counted(overtaken.length, 'tick was', 'ticks were'))} left out, because somebody else has ticked meanwhile. Below stands what is written down now: tick again what is to be changed.`
        : undefined,
    refused:
      refused.length > 0
        ? `${sentence(counted(refused.length, 'person', 'people'))} could not be changed: see below.`
        : undefined,
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
