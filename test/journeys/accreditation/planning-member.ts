import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../../support/pdf';
import { step } from '../step';
import { inDays, typeDay } from './forms';
import { acceptClaim, fillClaim, paperOf } from './papers';
import { member, says, type Stage } from './stage';

const NAME = 'Leonard Rahman';
const CONDUCT = { slug: 'the-code-of-conduct', title: 'The code of conduct' };

/** Somebody is put on the Planning Committee, and may not sit until a certificate from elsewhere is accepted. */
export async function planningMember(stage: Stage): Promise<void> {
  const { ruth, daniel } = stage;
  const leonard = await member(stage, NAME);
  await step('an officer records that a member is appointed to the Planning Committee', async () => {
    await ruth.open('/admin/council');
    await ruth.press('Planning Committee');
    await ruth.press('Record a membership');
    await ruth.type('who', NAME);
    await ruth.tickIn('capacity', 'Member');
    await typeDay(ruth, 'from', inDays(0));
    await ruth.shoot('record-a-membership');
    await ruth.press('Record the membership');
    await ruth.shoot('planning-committee');
    await says(ruth, NAME);
  });
  await step('the member is told that they may not sit yet, why, and what to do', async () => {
    await leonard.open('/standing');
    await leonard.shoot('what-is-asked-of-me');
    await leonard.press('May I sit on my committees?');
    await leonard.shoot('may-not-sit-yet');
    await says(leonard, 'Planning Committee', 'Not yet', CONDUCT.title, 'See the ways to show it');
  });
  await step('sends in a certificate from elsewhere, with its file', async () => {
    const file = await paperOf(stage, NAME, 'The code of conduct for members of planning committees');
    await fillClaim(leonard, CONDUCT.slug, {
      kind: 'A certificate from elsewhere',
      words: 'The course of the Planning Training Council, one day, with a test.',
      daysAgo: 12,
      file,
    });
    await leonard.shoot('a-certificate-from-elsewhere');
    await leonard.press('Send it in');
    await leonard.shoot('sent-in');
    await says(leonard, 'It is sent. An officer looks at it');
  });
  await step('one officer accepts it: that is not enough', async () => {
    await acceptClaim(ruth, NAME, CONDUCT.title, 'It names the accredited course.', 'claim-first-officer');
    await ruth.shoot('claim-waits-for-a-second-officer');
    await says(ruth, 'when a second officer accepts it too');
    await leonard.open('/standing/may-i-sit');
    await says(leonard, 'Not yet');
  });
  await step('a second officer accepts it, and the member may sit', async () => {
    await acceptClaim(daniel, NAME, CONDUCT.title, 'I have seen the paper.', 'claim-second-officer');
    await says(daniel, 'the member gets a letter');
    await leonard.open('/standing/may-i-sit');
    await leonard.shoot('may-sit');
    await says(leonard, 'Planning Committee', 'Yes', `You have shown: ${CONDUCT.title}`);
  });
  await step('the clerk prints who may sit on one sheet of A4', async () => {
    await ruth.open('/admin/sit');
    await ruth.shoot('who-may-sit');
    await says(ruth, NAME);
    await ruth.press('One page to print');
    await ruth.shoot('who-may-sit-on-paper');
    await ruth.page.emulateMediaType('print');
    const sheet = await ruth.page.pdf({ preferCSSPageSize: true, format: 'A4' });
    await ruth.page.emulateMediaType('screen');
    const { pages, text, png, collisions } = await readPdf(sheet, 2);
    writeFileSync(join(stage.pictures, 'who-may-sit-a4.png'), png);
    assert.equal(pages, 1, 'the sheet is one page');
    assert.deepEqual(collisions, []);
    assert.match(text.replace(/\s+/g, ' '), new RegExp(`${NAME} Member Yes`));
  });
  await leonard.leave();
}
