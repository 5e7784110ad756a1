import { step } from '../step';
import { says, type Stage, stranger } from './stage';

const HOLDER = 'Joseph Osei';

/** Two officers suspend a certificate, everybody who checks it is told, and one officer lets it count again. */
export async function suspension(stage: Stage): Promise<void> {
  const { ruth, daniel } = stage;
  const checks = await stranger(stage);
  const address = await step('an officer proposes to suspend a certificate', async () => {
    await ruth.open(`/admin/certificates?state=valid&q=${encodeURIComponent(HOLDER)}`);
    await ruth.shoot('register');
    await ruth.pressAt('main table a[href^="/admin/certificates/"]');
    const found = ruth.address;
    await ruth.press('Suspend');
    await ruth.type('reason', 'The test may have been taken by somebody else: we are asking.');
    await ruth.shoot('suspend');
    await ruth.press('Propose to suspend it');
    await ruth.shoot('suspension-proposed');
    await says(ruth, 'You proposed', 'until a second officer confirms');
    return found;
  });
  const number = address.split('/').at(-1)!;
  await step('until a second officer confirms, it counts', async () => {
    await checks.open(`/verify/${number}`);
    await says(checks, 'This certificate is valid');
  });
  await step('a second officer confirms', async () => {
    await daniel.open(address);
    await daniel.press('Decide whether it is suspended');
    await daniel.tick('Yes, suspend it');
    await daniel.shoot('decide-on-suspending');
    await daniel.press('Continue');
    await daniel.shoot('suspended');
    await says(daniel, 'Suspended since');
  });
  await step('whoever checks it reads that it is suspended, and not why', async () => {
    await checks.open(`/verify/${number}`);
    await checks.shoot('verify-suspended');
    await says(checks, /suspended/i, /^(?!.*somebody else: we are asking)/);
  });
  await step('one officer lifts it, and it counts again', async () => {
    await ruth.open(address);
    await ruth.press('Lift the suspension');
    await ruth.type('why', 'We have asked: it was the member who took the test.');
    await ruth.shoot('lift-a-suspension');
    await ruth.press('Lift the suspension');
    await ruth.shoot('suspension-lifted');
    await checks.open(`/verify/${number}`);
    await checks.shoot('verify-valid-again');
    await says(checks, 'This certificate is valid');
  });
  await checks.leave();
}
