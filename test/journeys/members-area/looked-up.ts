import { MEMBERS } from '../../../apps/standalone/src';
import { says } from '../accreditation/stage';
import { step } from '../step';
import { onAPhone, type Stage } from './stage';

/** Something was told to this district since the printed edition. */
const OF_MOORBRIDGE = MEMBERS.find(({ district, roles }) => district === 'Moorbridge' && roles.length === 1)!;

export async function lookedUp(stage: Stage): Promise<void> {
  const member = await onAPhone(stage);
  await member.signInByMail(OF_MOORBRIDGE.email);
  await step('a member opens the handbook at what is said to their district', async () => {
    await member.open('/handbook');
    await member.shoot('handbook');
    await says(member, 'For Moorbridge');
    await member.pressAt('section[aria-labelledby=own] a');
    await member.shoot('handbook-own-district');
    await says(member, 'In Moorbridge', 'Old Station');
  });
  await step('holds the printed copy against it', async () => {
    await member.open('/handbook');
    await member.press('What has changed since your printed copy');
    await member.shoot('handbook-changes');
    await says(member, 'Compared with your printed copy', 'two months');
  });
  await step('looks into the library', async () => {
    await member.open('/library');
    await member.shoot('library');
    await member.pressAt('main a[href^="/library/"]');
    await member.shoot('library-resource');
  });
  await step('searches, also with a word typed wrong', async () => {
    await member.open('/search?q=expenses');
    await member.shoot('search');
    await member.open('/search?q=expences');
    await member.shoot('search-suggests');
    await says(member, /Did you mean expenses|This is for “expenses”/);
  });
  await member.leave();
}
