import assert from 'node:assert/strict';
import { sessionYesterday, tickPresent } from '../accreditation/sessions';
import { doesNotSay, member, says, type Stage } from '../accreditation/stage';
import { step } from '../step';
import { calendarOf } from './letters';
import { addEvent, book, planSession, soon, wednesday } from './planning';

const CANCELLED = { title: 'Reading a contract', page: '/programme/reading-a-contract' };
const CANCELLED_TOPIC = 'Commissioning';
const CORRECTED = { title: 'Prevention in practice', topic: 'Equality and diversity' };
const NAME = 'Rashid Hussain';
const ILL = 'The speaker is ill';
const MIXED_UP = 'Another member of the same surname was in the room';

/** What the council takes back: a date, and what was written down of who was there. */
export async function cancelledAndCorrected(stage: Stage): Promise<void> {
  const { ruth } = stage;
  const rashid = await member(stage, NAME);
  const session = await step('a member has a place today; there is another date', async () => {
    const event = await addEvent(ruth, CANCELLED.title);
    const today = await planSession(ruth, event, { ...soon(), topic: CANCELLED_TOPIC, places: 20 });
    await book(rashid, CANCELLED.page);
    await says(rashid, 'You have a place');
    await planSession(ruth, event, {
      on: wednesday(42),
      from: '2pm',
      to: '4pm',
      topic: CANCELLED_TOPIC,
      places: 20,
    });
    return today;
  });
  const uid = await step('their calendar has it', async () => {
    const entry = await calendarOf(rashid, NAME, `You have a place: ${CANCELLED.title}`);
    return /^UID:(.+)$/m.exec(entry)![1]!;
  });
  await step('the council cancels it, and says why', async () => {
    await ruth.open(`${session}/cancel`);
    await ruth.type('reason', ILL);
    await ruth.shoot('cancel-a-session');
    await ruth.pressAt('form[action$="/cancel"] button');
    await ruth.shoot('session-cancelled');
    await says(ruth, 'The session is cancelled.', ILL);
  });
  await step('whoever had a place is told, and the same entry of their calendar is cancelled', async () => {
    const entry = await calendarOf(rashid, NAME, `Cancelled: ${CANCELLED.title}`);
    await rashid.shoot('letter-of-a-cancelled-session');
    await says(rashid, 'The council has cancelled this', ILL, 'Other dates');
    assert.match(entry, /METHOD:CANCEL/);
    assert.match(entry, /STATUS:CANCELLED/);
    assert.ok(entry.includes(`UID:${uid}`), entry);
    assert.ok(Number(/^SEQUENCE:(\d+)/m.exec(entry)?.[1]) > 0, entry);
  });
  await step('and another date is offered', async () => {
    await rashid.open('/bookings?show=cancelled');
    await rashid.shoot('bookings-cancelled');
    await says(rashid, CANCELLED.title);
    await rashid.open(CANCELLED.page);
    await rashid.shoot('another-date');
    await says(rashid, ILL);
    await book(rashid, CANCELLED.page);
    await says(rashid, 'You have a place');
  });
  await step('another session took place: the member is ticked, and has shown its topic', async () => {
    await sessionYesterday(ruth, CORRECTED);
    await tickPresent(ruth, NAME);
    await ruth.press('Save what is ticked');
    await ruth.press('Close the register');
    await ruth.shoot('register-closed');
    await says(ruth, 'The register was closed at');
    await rashid.open('/standing');
    await says(rashid, 'Met by a session you were at');
  });
  await step('it was somebody else: the correction has a reason, and keeps what stood there', async () => {
    const row = `//tr[contains(., "${NAME}")]`;
    const choice = await ruth.page.waitForSelector(`::-p-xpath(${row}//label[contains(., "Absent")])`);
    await choice!.click();
    await ruth.type('reason', MIXED_UP);
    await ruth.press('Save the corrections');
    await ruth.shoot('what-counts-no-more');
    await says(ruth, 'What counts no more', NAME, 'Present', 'Absent', MIXED_UP);
  });
  await step('the evidence is withdrawn', async () => {
    await rashid.open('/standing');
    await rashid.shoot('evidence-withdrawn');
    await doesNotSay(rashid, 'Met by a session you were at');
  });
  await rashid.leave();
}
