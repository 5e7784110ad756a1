import assert from 'node:assert/strict';
import { BY_ELECTION } from '../../../apps/standalone/src';
import { says } from '../accreditation/stage';
import { ShippedModule } from '../shipped-module';
import { step } from '../step';
import { onAPhone, type Stage } from './stage';

const READ_UP_TO = 3;
const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Nobody asks them for an account. */
export async function strangerThinks(stage: Stage): Promise<void> {
  const stranger = await onAPhone(stage);
  await step('a stranger reads what councillors do, and what can be tried', async () => {
    await stranger.open('/thinking-about-it');
    await stranger.shoot('thinking-about-it');
    await says(stranger, 'You need no account', 'Modules to try');
  });
  await step('tries a module, leaves, and goes on where they were', async () => {
    await stranger.pressAt('main a[href^="/taster/"]');
    await stranger.shoot('taster');
    await stranger.press('Start, or go on where you were');
    const module = await ShippedModule.on(stranger.page);
    await module.readUpTo(READ_UP_TO);
    await stranger.shoot('taster-playing');
    await stranger.open('/thinking-about-it');
    await stranger.pressAt('main a[href^="/taster/"]');
    await stranger.press('Start, or go on where you were');
    const again = await ShippedModule.on(stranger.page);
    assert.equal(await again.screen(), READ_UP_TO, 'the place was forgotten');
  });
  await step('reads what to do by when, as the winner of a by-election', async () => {
    await stranger.open('/candidates');
    await stranger.shoot('standing-for-election');
    await stranger.press('What to do in your first day, week and month');
    await stranger.shoot('choose-an-election');
    await stranger.press(inWords.format(new Date(BY_ELECTION.heldOn)));
    await stranger.shoot('first-weeks-of-a-by-election');
    // A leap day: 28 days beginning with it, and two months.
    await says(stranger, /27 March 2024/, /29 April 2024/);
  });
  await stranger.leave();
}
