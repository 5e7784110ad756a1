import { bankHolidayOn, type Day, daysLater, electionDays, weekday } from '@induct/platform';
import { isTwiceOrNever } from '../programme/parts';
import type { CalendarNow } from './calendar-now';
import { dayAndMonth, fullDay, weekdayNamed } from './day-words';
import { type Remark, keep, LEAVE_OUT, type Remedy } from './remark';
import { type Cells, IMPORT_FIELD_NAMES, type ImportField } from './import-field';
import type { ReadRow } from './read-row';
import { meant, writtenList, writtenNames } from './written-lists';

/** Of a cell, in characters. What is read of a file is one more. */
const LONGEST_CELL = 2000;
export const LONGEST_TITLE = 200;

/** The law that counts the days before a poll is that of local elections: it says nothing of those for Parliament. */
const NOT_LOCAL = /\bparliament|\bgeneral election\b|\breferendum\b/i;

const on = (day: Day, key = 'date'): Remedy => ({ key, text: `It is ${fullDay(day)}`, cells: { date: day } });
const look = (key: string, says: string, ...remedies: Remedy[]): Remark => ({ key, weight: 'look', says, remedies });
const mend = (key: string, says: string, ...remedies: Remedy[]): Remark => ({ key, weight: 'mend', says, remedies });

/** A poll, and from when on publicity is restrained before it. */
export interface PollSeen {
  on: Day;
  title: string;
  from: Day;
}

export const pollsSeen = (fixed: CalendarNow['fixed']): PollSeen[] =>
  fixed
    .filter(({ kind }) => kind === 'poll')
    .map(({ on: poll, title }) => ({
      on: poll,
      title,
      from: NOT_LOCAL.test(title) ? poll : electionDays(poll).noticeBy,
    }));

/** What is to be said of a row by itself. @param raw as it was typed, before an apostrophe was taken off */
export function checkRow(row: ReadRow, raw: Cells, calendar: CalendarNow, polls: readonly PollSeen[]): Remark[] {
  return [
    ...unfit(raw),
    ...dateOf(row),
    ...timeOf(row),
    ...(row.day !== null && row.what !== 'fixed' ? days(row.day, polls) : []),
    ...words(row, calendar),
  ];
}

function unfit(raw: Cells): Remark[] {
  return (Object.entries(raw) as [ImportField, string][]).flatMap(([field, text]) => {
    const name = IMPORT_FIELD_NAMES[field];
    const without: Remedy = { key: 'without', text: `Import it without “${name}”`, cells: { [field]: '' } };
    if (/^\s*[=＝]|^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)/.test(text))
      return [
        mend(`formula:${field}`, `“${name}” holds a formula or an error: write what it shows.`, without, LEAVE_OUT),
      ];
    const most = field === 'title' ? LONGEST_TITLE : LONGEST_CELL;
    if (text.length <= most) return [];
    const says = `“${name}” is longer than ${most} characters: shorten it.`;
    const shorter = field === 'title' ? shortened(text, raw.about) : [];
    return [mend(`long:${field}`, says, ...shorter, without, LEAVE_OUT)];
  });
}

/** A title that is a description begins with what it is, as a rule: the rest is what it is about. */
function shortened(text: string, about: string | undefined): Remedy[] {
  const [head = '', rest = ''] = /^(.+?)(?:\.\s+|:\s+|\s+[–—-]\s+)(.+)$/su.exec(text)?.slice(1) ?? [];
  if (head === '' || head.length > LONGEST_TITLE || about !== undefined) return [];
  const cells = { title: head, about: rest };
  return [{ key: 'shorter', text: `Call it “${head}”, and say the rest of what it is about`, cells }];
}

function dateOf({ date, day, isBelowUnread, title, cells }: ReadRow): Remark[] {
  const open: Remedy[] =
    title === '' ? [] : [{ key: 'open', text: 'Its date is to be confirmed', cells: { date: 'tbc' } }];
  if (typeof date === 'object' && 'problem' in date)
    return [
      mend(`date:${cells.date}`, `${date.problem}.`, ...date.days.map((one) => on(one, one)), ...open, LEAVE_OUT),
    ];
  if (isBelowUnread)
    return [
      mend('above', 'Its date is that of the row above, which cannot be read: mend that one.', ...open, LEAVE_OUT),
    ];
  if (day === null && title === '') return [mend('nothing', 'It says neither when nor what.', LEAVE_OUT)];
  if (day === null && date === undefined)
    return [mend('undated', 'It has no date, and there is none above it.', ...open, LEAVE_OUT)];
  if (typeof date !== 'object' || day === null) return [];
  const taken: Remark[] =
    date.taken === undefined
      ? []
      : [look(`month:${cells.date}`, `“${cells.date}” is taken for ${fullDay(day)}.`, on(day), LEAVE_OUT)];
  return [...taken, ...wrongWeekday(day, date.weekday)];
}

function wrongWeekday(day: Day, written: number | null): Remark[] {
  if (written === null || written === weekday(day)) return [];
  const ahead = (written - weekday(day) + 7) % 7;
  const nearest = daysLater(day, ahead <= 3 ? ahead : ahead - 7);
  const name = weekdayNamed(written);
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const isOfYearBefore = !day.endsWith('-02-29') && weekday(yearBefore) === written;
  const says = isOfYearBefore
    ? `${dayAndMonth(day)} is a ${weekdayNamed(weekday(day))}; it was a ${name} in ${yearBefore.slice(0, 4)}: copied from last year?`
    : `${dayAndMonth(day)} is a ${weekdayNamed(weekday(day))}, not a ${name}.`;
  const move: Remedy = { key: 'nearest', text: `Move it to ${fullDay(nearest)}`, cells: { date: nearest } };
  return [look(`weekday:${day}`, says, move, keep(`It is ${fullDay(day)}`), LEAVE_OUT)];
}

function timeOf({ times, day, cells, runs, halves }: ReadRow): Remark[] {
  const without: Remedy = { key: 'without-time', text: 'Import it without a time', cells: { time: '' } };
  if (!Array.isArray(times)) return [mend(`time:${cells.time}`, `${times.problem}.`, without, LEAVE_OUT)];
  const wrong = times.find(({ from }, at) => at > 0 && from < (times[at - 1]!.to ?? times[at - 1]!.from));
  if (wrong)
    return [
      mend(`order:${cells.time}`, `${wrong.from} is before what stands before it has ended.`, without, LEAVE_OUT),
    ];
  const isTwice = times.some(({ from, to }) => day !== null && [from, to].some((at) => at && isTwiceOrNever(day, at)));
  if (isTwice)
    return [
      mend(`twice:${day}`, 'The clocks change in that hour: its time comes twice or not at all.', without, LEAVE_OUT),
    ];
  if (halves === null) return [];
  const says = `${halves} are announced, and there are ${times.length} times. It is taken for ${runs.length === 1 ? 'one session' : `${runs.length} sessions`}.`;
  return [look(`halves:${halves}`, says, keep('That is right'), LEAVE_OUT)];
}

function days(day: Day, polls: readonly PollSeen[]): Remark[] {
  const holiday = bankHolidayOn(day);
  const found = holiday
    ? [
        look(
          `holiday:${day}`,
          `${fullDay(day)} is a bank holiday: ${holiday.name}.`,
          keep('It takes place all the same'),
          LEAVE_OUT,
        ),
      ]
    : [];
  for (const { on: poll, title, from } of polls) {
    const stays = keep('It takes place all the same');
    if (poll === day) {
      found.push(look(`poll:${day}`, `${fullDay(day)} is the day of a poll: ${title}.`, stays, LEAVE_OUT));
    } else if (day >= from && day < poll) {
      const says = `${fullDay(day)} is in the period before the poll of ${fullDay(poll)} (${title}), which begins on ${fullDay(from)}.`;
      found.push(look(`before-poll:${poll}`, says, stays, LEAVE_OUT));
    }
  }
  return found;
}

function words({ cells, kind, state, fixedKind }: ReadRow, { bodies, topics }: CalendarNow): Remark[] {
  const found: Remark[] = [];
  if (cells.kind !== undefined && kind === null && fixedKind === null)
    found.push(
      look(
        `kind:${cells.kind}`,
        `“${cells.kind}” is no kind of event that is known: it becomes an event.`,
        keep('Import it as an event'),
      ),
    );
  if (cells.state !== undefined && state === null)
    found.push(look(`state:${cells.state}`, `“${cells.state}” is no state that is known.`, keep('Import it without')));
  if (state === 'cancelled')
    found.push(look('cancelled', 'It says that it is cancelled.', LEAVE_OUT, keep('It takes place')));
  if (cells.link !== undefined && !/^https?:\/\/\S+$/i.test(cells.link))
    found.push(
      mend(
        `link:${cells.link}`,
        `“${cells.link}” is no address that can be opened: it begins with https://.`,
        { key: 'without-link', text: 'Import it without a link', cells: { link: '' } },
        LEAVE_OUT,
      ),
    );
  if (audienceOf(cells.audience, bodies) === undefined)
    found.push(
      look(
        `audience:${cells.audience}`,
        `There is no “${cells.audience}” among the council’s bodies.`,
        keep('Import it for everyone'),
      ),
    );
  const { unknown } = topicsOf(cells.topics, topics);
  if (unknown.length > 0)
    found.push(
      look(
        `topics:${unknown.join(';')}`,
        `${unknown.map((one) => `“${one}”`).join(', ')}: no requirement is called so.`,
        keep('Import it without'),
      ),
    );
  return found;
}

/** Whose members it is for. Null: for everyone; undefined: that body is not known. */
export function audienceOf<T extends { name: string }>(
  written: string | undefined,
  bodies: readonly T[],
): T | null | undefined {
  if (
    written === undefined ||
    /^(?:everyone|everybody|all(?: elected)?(?: members)?|all councillors|members)$/i.test(written)
  )
    return null;
  return meant([written.replace(/^(?:the )?members of (?:the )?/i, '')], bodies, ({ name }) => [name]).things[0];
}

/** The requirements that are named by slug or title. */
export function topicsOf(written: string | undefined, topics: CalendarNow['topics']) {
  const names = ({ slug, title }: CalendarNow['topics'][number]) => [slug, title];
  const whole = meant(writtenList(written), topics, names);
  return whole.unknown.length === 0 ? whole : meant(writtenNames(written), topics, names);
}
