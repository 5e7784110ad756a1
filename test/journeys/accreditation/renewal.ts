import assert from 'node:assert/strict';
import { britishDate } from '@induct/platform';
import { step } from '../step';
import { inDays } from './forms';
import { certificateComes } from './issuing';
import { believe, take } from './modules';
import { member, says, type Stage, until } from './stage';

/** Of the demo council: achieved a year before the last day of this month. */
const NAME = 'Farid Begum';
const SCHEME = 'Personal safety';
const MODULE = { slug: 'dealing-with-constituents-issues-and-personal-safety', course: 'constituents-and-safety' };

/** A certificate in its renewal window: the module is taken anew, and the new period follows the old last day. */
export async function renewal(stage: Stage): Promise<void> {
  const { ruth } = stage;
  const farid = await member(stage, NAME);
  const lastDay = lastOfMonth(inDays(0));
  const [first, second] = [lastDay, later(lastDay, 12)].map(britishDate);
  await step('a member reads until when a certificate is valid, and what renews it', async () => {
    await certificateComes(farid, SCHEME);
    await farid.shoot('runs-out-this-month');
    await says(farid, `Valid until ${first}`, 'counted from');
    await farid.open('/standing');
    await farid.shoot('can-be-renewed');
    await says(farid, 'You can renew it', `Valid until ${first}.`, 'Show anew', 'Only what you show from');
  });
  await step('takes the module anew, and an officer looks at it', async () => {
    await take(farid, MODULE.slug, MODULE.course);
    await believe(ruth, 'officer-looks-at-the-retake');
  });
  await step('the new period follows the old last day, and the old certificate stays', async () => {
    await until(farid, '/certificates', new RegExp(`Valid until ${second}`));
    await certificateComes(farid, SCHEME, { many: 2 });
    await farid.shoot('renewed');
    await says(farid, `Valid until ${first}`, `Valid until ${second}`);
    await farid.open('/standing');
    await farid.shoot('renewed-standing');
    await says(farid, `Valid until ${second}.`);
  });
  await farid.leave();
  assert.notEqual(first, second);
}

/** The last day of its month. */
function lastOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The same day some months on, or the last of a month that is shorter. */
function later(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
