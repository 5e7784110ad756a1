import { step } from '../step';
import { inDays, typeDay } from './forms';
import { says, type Stage } from './stage';

/** Has shown what the Planning Committee asks for, and is not on it. */
const LATE = 'Harold Aziz';

/** A seat is recorded ten days late: what was known then stands beside what is known now. */
export async function asKnown({ ruth, daniel }: Stage): Promise<void> {
  const yesterday = inDays(-1);
  const planning = await step('an officer asks who could sit yesterday', async () => {
    await daniel.open('/admin/as-of');
    const body = await daniel.page.$eval('#body', (field) => (field as unknown as { value: string }).value);
    await daniel.open(`/admin/as-of?body=${body}&on=${yesterday}`);
    await daniel.shoot('as-of-before');
    await says(daniel, 'Planning Committee', 'It is known now as it was then.');
    return body;
  });
  await step('another officer records a seat that is ten days old', async () => {
    await ruth.open(`/admin/council/bodies/${planning}/join`);
    await ruth.type('who', LATE);
    await ruth.tickIn('capacity', 'Member');
    await typeDay(ruth, 'from', inDays(-10));
    await ruth.press('Record the membership');
    await says(ruth, LATE);
  });
  await step('then: not on it; now: yes; and the list says who differs', async () => {
    await daniel.open(`/admin/as-of?body=${planning}&on=${yesterday}`);
    await daniel.shoot('as-of-after');
    await says(daniel, 'One person is known otherwise now.');
    const row = await daniel.page.waitForSelector(`::-p-xpath(//tr[contains(normalize-space(.), "${LATE}")])`);
    const text = (await row!.evaluate((one) => one.textContent!)).replace(/\s+/g, ' ');
    if (!/Known otherwise now.*Not on it.*Yes/.test(text)) throw new Error(`The row says “${text}”`);
  });
}
