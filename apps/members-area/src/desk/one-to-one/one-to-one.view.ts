import { createHash } from 'node:crypto';
import { type OneToOneDay, type PlannedSession, slotsOf } from '@induct/events';
import { britishDate } from '@induct/platform';
import { dayFields } from '../../forms/day-fields';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';
import { clockTime } from '../../words/session-times';
import { TALK_MINUTES } from './one-to-one.form';

/** What the talks of a form would be, so that nobody plans other ones than were shown. */
export const shownAs = (day: OneToOneDay): string =>
  createHash('sha256').update(JSON.stringify(day)).digest('base64url').slice(0, 16);

/** What is known of the day already. */
export function dayOf({ event, place, parts }: PlannedSession): Fields {
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    title: event?.title ?? '',
    about: event?.about ?? '',
    hosts: event?.facilitator ?? '',
    ...(first && dayFields('on', first.on)),
    hours: first?.from && last?.to ? `${first.from} to ${last.to}` : '',
    place: place ?? '',
  };
}

export function oneToOneView(form: Fields, problems: FormProblems, before?: { day: OneToOneDay; members: number }) {
  return {
    minutes: TALK_MINUTES.map((value) => ({
      value: String(value),
      text: `${value} minutes`,
      selected: form['minutes'] === undefined ? value === 20 : form['minutes'] === String(value),
    })),
    talks: before && talks(before.day, before.members),
    form,
    ...problems,
  };
}

function talks(day: OneToOneDay, members: number) {
  const slots = slotsOf(day);
  const all = slots.length * day.hosts.length;
  return {
    heading: `${counted(all, 'talk')} on ${britishDate(day.on)}`,
    times: slots.map(({ from, to }) => `${clockTime(from)} to ${clockTime(to)}`),
    hosts: day.hosts,
    tooFew:
      all < members ? `There are ${members} members: ${members - all} of them can have none on that day.` : undefined,
    shown: shownAs(day),
  };
}
