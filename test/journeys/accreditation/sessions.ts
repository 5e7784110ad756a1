import type { Visitor } from '../scene';
import { inDays, select, typeDay } from './forms';
import { says } from './stage';

/** Where sessions of the journeys take place. */
export const PLACE = 'The committee room';

/** An event and the one session of it, which took place yesterday evening. Its page is open then. */
export async function sessionYesterday(
  officer: Visitor,
  { title, topic }: { title: string; topic: string },
): Promise<void> {
  await officer.open('/admin/programme/events/new');
  await officer.type('title', title);
  await select(officer, 'kind', 'Training');
  await officer.press('Add it');
  await officer.press('Plan a session');
  await typeDay(officer, 'on1', inDays(-1));
  await officer.type('from1', '6pm');
  await officer.type('to1', '8pm');
  await officer.page.click('details summary');
  await officer.tickIn('topics1', topic);
  await officer.type('place', PLACE);
  await officer.tickIn('state', 'Confirmed');
  await officer.shoot('a-session-is-planned');
  await officer.press('Put it in the programme');
  await says(officer, 'The session is in the programme.');
}

/** Ticks a member in the register of the session that is open, and leaves it unsaved. */
export async function tickPresent(officer: Visitor, name: string): Promise<void> {
  await officer.press('Who was there');
  const row = `//tr[contains(., "${name}")]`;
  const choice = await officer.page.waitForSelector(`::-p-xpath(${row}//label[contains(., "Present")])`);
  await choice!.click();
}
