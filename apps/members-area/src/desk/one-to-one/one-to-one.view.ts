import { createHash } from 'node:crypto';
import { type OneToOneDay, slotsOf } from '@induct/events';
import { britishDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';
import { clockTime } from '../../words/session-times';
import { TALK_MINUTES } from './one-to-one.form';

/** What the talks of a form would be, so that nobody plans other ones than were shown. */
export const shownAs = (day: OneToOneDay): string =>
  createHash('sha256').update(JSON.stringify(day)).digest('base64url').slice(0, 16);

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
