import assert from 'node:assert/strict';
import type { Visitor } from '../scene';
import { inDays, select, typeDay } from '../accreditation/forms';
import { says } from '../accreditation/stage';

export const PLACE = 'Committee room 4';

/** @returns the address of the event's page at the desk */
export async function addEvent(officer: Visitor, title: string): Promise<string> {
  await officer.open('/admin/programme/events/new');
  await officer.type('title', title);
  await select(officer, 'kind', 'Training');
  await officer.press('Add it');
  return officer.address;
}

/** @returns the address of the session's page at the desk */
export async function planSession(
  officer: Visitor,
  event: string,
  { on, from, to, topic, places }: { on: string; from: string; to: string; topic: string; places?: number },
): Promise<string> {
  await officer.open(event);
  await officer.press('Plan a session');
  await typeDay(officer, 'on1', on);
  await officer.type('from1', from);
  await officer.type('to1', to);
  await officer.page.click('details summary');
  // It is ticked already where the session before was about it.
  if (!(await isTicked(officer, topic))) await officer.tickIn('topics1', topic);
  assert.ok(await isTicked(officer, topic), `“${topic}” is not ticked`);
  await officer.type('place', PLACE);
  if (places) await officer.type('places-room-member', String(places));
  await officer.tickIn('state', 'Confirmed');
  await officer.press('Put it in the programme');
  await says(officer, 'The session is in the programme.');
  return officer.address;
}

const isTicked = (officer: Visitor, topic: string): Promise<boolean> =>
  officer.page.$$eval(
    'input[name="topics1"]:checked + label',
    (labels, words) => labels.some((label) => label.textContent?.includes(words)),
    topic,
  );

/** A Wednesday in about so many days. */
export function wednesday(inAbout: number): string {
  const day = new Date(`${inDays(inAbout)}T12:00:00Z`).getUTCDay();
  return inDays(inAbout + ((10 - day) % 7));
}

/**
 * From a quarter of an hour from now, for an hour, in London: people book it and are already let in. It ends before midnight,
 * so that the last quarter of a day is no time for it.
 */
export function soon(): { on: string; from: string; to: string } {
  const inMinutes = (minutes: number) =>
    new Date(Date.now() + minutes * 60_000).toLocaleTimeString('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      minute: '2-digit',
    });
  const [from, to] = [inMinutes(15), inMinutes(75)];
  return { on: inDays(0), from, to: to > from ? to : '23:59' };
}

/** Two presses, from the page of an event. */
export async function book(member: Visitor, event: string): Promise<void> {
  await member.open(event);
  await member.pressAt('a[href^="/bookings/new/"]');
  await member.pressAt('form[action^="/bookings/new/"] button.govuk-button');
}
