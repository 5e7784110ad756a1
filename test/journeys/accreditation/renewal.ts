import assert from 'node:assert/strict';
import { britishDate } from '@induct/platform';
import { step } from '../step';
import { inDays } from './forms';
import { certificateComes, issueByHand } from './issuing';
import { believe, take } from './modules';
import { adoptedScheme } from './scheme-change';
import { member, says, type Stage, until } from './stage';

const NAME = 'Harold Zielinski';
const SCHEME = 'Chairing';
const MODULE = { slug: 'chairing-a-meeting', course: 'chairing-a-meeting' };

/** A certificate in its renewal window: the module is taken anew, and the new period follows the old last day. */
export async function renewal(stage: Stage): Promise<void> {
  const { ruth } = stage;
  await step('a member has a certificate that can be renewed from its first day on', async () => {
    const lines = [{ what: 'Chairing a meeting' }];
    await adoptedScheme(stage, SCHEME, { lines, lasting: { months: 1, opens: 1 } });
    await issueByHand(stage, { name: NAME, scheme: SCHEME });
  });
  const harold = await member(stage, NAME);
  const today = inDays(0);
  const [first, second] = [later(today, 1), later(later(today, 1), 1)].map(britishDate);
  await step('the member reads until when it is valid, and what renews it', async () => {
    await certificateComes(harold, SCHEME);
    await says(harold, `Valid until ${first}`);
    await harold.open('/standing');
    await harold.shoot('can-be-renewed');
    await says(harold, 'You can renew it', `Valid until ${first}.`, 'Show anew', 'Only what you show from');
  });
  await step('takes the module anew, and an officer looks at it', async () => {
    await take(harold, MODULE.slug, MODULE.course);
    await believe(ruth, 'officer-looks-at-the-retake');
  });
  await step('the new period follows the old last day, and the old certificate stays', async () => {
    await until(harold, '/certificates', new RegExp(`Valid until ${second}`));
    await certificateComes(harold, SCHEME, { many: 2 });
    await harold.shoot('renewed');
    await says(harold, `Valid until ${first}`, `Valid until ${second}`);
    await harold.open('/standing');
    await harold.shoot('renewed-standing');
    await says(harold, `Valid until ${second}.`);
  });
  await harold.leave();
  assert.notEqual(first, second);
}

/** The same day some months on, or the last of a month that is shorter. */
function later(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
