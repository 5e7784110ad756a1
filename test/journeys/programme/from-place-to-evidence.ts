import assert from 'node:assert/strict';
import { inDays } from '../accreditation/forms';
import { doesNotSay, member, says, type Stage } from '../accreditation/stage';
import { step } from '../step';
import { calendarOf } from './letters';
import { addEvent, planSession, PLACE, soon, wednesday } from './planning';

const EVENT = { title: 'Reading a budget', page: '/programme/reading-a-budget' };
const TOPIC = 'Local government finance';
/** Has the only place, and gives it up. */
const FIRST = 'Winifred Hussain';
/** Has shown nothing yet, and was at a workshop that can be answered now. */
const NEXT = 'Catrin Hargreaves';
const WORKSHOP = 'Speaking in the chamber';
/** What was said about it is shown, and somebody who was there. */
const BRIEFING = 'Who may see what';
const HEARER = 'Victor Kowalska';
const CHANGED = 'You wanted it recorded. The next one is, and the recording lies in the library.';

/** A member waits, is promoted, comes on a date that suits better, and what they need is met: no module is opened. */
export async function fromPlaceToEvidence(stage: Stage): Promise<void> {
  const { ruth } = stage;
  const event = await step('an officer plans an event with one place', async () => {
    const made = await addEvent(ruth, EVENT.title);
    await planSession(ruth, made, { on: wednesday(35), from: '10am', to: '12pm', topic: TOPIC, places: 1 });
    await ruth.shoot('a-session-with-one-place');
    return made;
  });
  const winifred = await member(stage, FIRST);
  const catrin = await member(stage, NEXT);
  await step('the first member books it in two presses', async () => {
    await winifred.open(EVENT.page);
    await winifred.shoot('one-place-left');
    await winifred.pressAt('a[href^="/bookings/new/"]');
    await winifred.shoot('book-a-place');
    await winifred.press('Book this place');
    await winifred.shoot('booked');
    await says(winifred, 'You have a place. We have sent you an email.');
    const entry = await calendarOf(winifred, FIRST, `You have a place: ${EVENT.title}`);
    assert.match(entry, /METHOD:REQUEST/);
  });
  await step('it is full, and the next one waits', async () => {
    await catrin.open(EVENT.page);
    await catrin.shoot('full');
    await says(catrin, 'Full: you would be 1st on the waiting list');
    await catrin.pressAt('a[href^="/bookings/new/"]');
    await catrin.shoot('join-the-waiting-list');
    await catrin.press('Join the waiting list');
    await catrin.shoot('first-on-the-list');
    await says(catrin, 'You are 1st on the waiting list.');
  });
  await step('the first one cancels, and the place is the next one’s', async () => {
    await winifred.open('/bookings');
    await winifred.press(EVENT.title);
    await winifred.press('Cancel my place');
    await winifred.shoot('cancel-my-place');
    await winifred.pressAt('form[action$="/cancel"] button');
    await winifred.shoot('cancelled-by-self');
    const entry = await calendarOf(winifred, FIRST, `Cancelled: ${EVENT.title}`);
    assert.match(entry, /METHOD:CANCEL/);
    assert.match(entry, /STATUS:CANCELLED/);
    await catrin.open('/bookings');
    await catrin.press(EVENT.title);
    await catrin.shoot('promoted');
    await says(catrin, 'You have a place');
  });
  const today = await step('there is another date today, and the member changes to it', async () => {
    const session = await planSession(ruth, event, { ...soon(), topic: TOPIC, places: 20 });
    await catrin.press('Change to another date');
    await catrin.choose('to');
    await catrin.shoot('change-to-another-date');
    await catrin.press('Change to this date');
    await catrin.shoot('changed-to-today');
    await says(catrin, 'You have a place');
    return session;
  });
  await step('the letter brings it into the calendar, in the time of London', async () => {
    const entry = await calendarOf(catrin, NEXT, `Moved: ${EVENT.title}`);
    await catrin.shoot('letter-with-its-calendar-entry');
    await says(catrin, PLACE, 'invite.ics');
    assert.match(entry, /METHOD:REQUEST/);
    assert.match(entry, new RegExp(`DTSTART;TZID=Europe/London:${inDays(0).replaceAll('-', '')}T`));
    assert.ok(entry.includes(EVENT.title) && entry.includes(PLACE), entry);
  });
  await step('in the room the member checks in by the code', async () => {
    await ruth.open(`${today}/code`);
    await ruth.shoot('the-code-in-the-room');
    await catrin.open('/check-in');
    await catrin.shoot('check-in');
    await ruth.open(`${today}/code`);
    await catrin.type('code', await ruth.page.$eval('.room-code__letters', (code) => code.textContent!.trim()));
    await catrin.press('I am here');
    await catrin.shoot('checked-in');
    await says(catrin, 'You are checked in', EVENT.title);
    await doesNotSay(catrin, 'check in again');
  });
  await step('it is evidence, without any module', async () => {
    await catrin.open('/standing');
    await catrin.shoot('evidence-by-the-code');
    await says(catrin, 'Met by a session you were at');
    await ruth.open(`${today}/register`);
    await ruth.shoot('register-with-the-code');
    await says(ruth, NEXT);
  });
  await step('of a workshop before, the member says how it was', async () => {
    await catrin.open('/feedback');
    await catrin.shoot('feedback-to-answer');
    await catrin.press(WORKSHOP);
    await catrin.shoot('feedback-form');
    for (const fieldset of await catrin.page.$$('main form fieldset')) await (await fieldset.$('input'))!.click();
    await catrin.press('Send your answer');
    await catrin.shoot('feedback-sent');
    await says(catrin, 'Thank you', 'kept without your name');
  });
  await step('nobody can say what came of it before it is shown', async () => {
    await ruth.open(`${await sessionOf(stage, WORKSHOP)}/results`);
    await ruth.shoot('not-shown-yet');
    await says(ruth, 'shown once, complete, from', 'Once you have read what people said');
  });
  await step(
    'of a briefing before that, an officer says what was changed, and whoever was there reads it',
    async () => {
      await ruth.open(`${await sessionOf(stage, BRIEFING)}/results`);
      await ruth.shoot('what-people-said');
      await ruth.type('changed', CHANGED);
      await ruth.press('Tell them');
      await says(ruth, 'Whoever was there reads it with their feedback.');
      const victor = await member(stage, HEARER);
      await victor.open('/feedback');
      await victor.shoot('what-you-said');
      await says(victor, 'You said, we changed', CHANGED);
      await victor.leave();
    },
  );
  await winifred.leave();
  await catrin.leave();
}

/** The address of the one session of an event, at the desk. */
async function sessionOf({ ruth }: Stage, title: string): Promise<string> {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  await ruth.open(`/admin/programme/events/${slug}`);
  const link = await ruth.page.waitForSelector('main a[href^="/admin/programme/sessions/"]:not([href*="/new"])');
  return link!.evaluate((one) => one.getAttribute('href')!);
}
