import type { Visitor } from '../scene';
import { step } from '../step';
import { type GuideStage, somebody } from './guide-stage';

const IN_TESTING = '/admin/modules/using-the-members-area/versions/2';

/** Roles, the number of sign-offs, and what cannot wait. @param officer the second person */
export async function administrator(stage: GuideStage, officer: Visitor): Promise<void> {
  const admin = await somebody(stage);
  await admin.signInAs('Administrator');
  await step('an administrator proposes a role', async () => {
    await admin.open('/admin/people?search=Amara+Begum');
    await admin.shoot('people');
    await admin.press('Amara Begum');
    await admin.tickIn('roles', 'Officer');
    await admin.shoot('roles');
    await admin.press('Save the roles');
    await admin.shoot('role-waits');
  });
  await step('an officer agrees', async () => {
    await officer.open('/admin/people/waiting');
    await officer.shoot('waits-for-a-second-person');
    await officer.press('Amara Begum');
    await officer.tickIn('decision', 'Yes, I agree');
    await officer.shoot('agree');
    await officer.press('Continue');
    await admin.open('/admin/people?search=Amara+Begum');
    await admin.press('Amara Begum');
    await admin.shoot('role-given');
  });
  await step('proposes how many sign-offs a round asks for', async () => {
    await admin.open('/testing/quorum');
    await admin.type('least', '3');
    await admin.shoot('sign-offs-needed');
  });
  await step('proposes what cannot wait; an officer reads it', async () => {
    await admin.open(`${IN_TESTING}/override`);
    await admin.type(
      'reason',
      'The telephone number for emergencies in version 1 is no longer ours since this morning.',
    );
    await admin.shoot('override');
    await admin.press('Propose the override');
    await officer.open(`${IN_TESTING}/override/confirm`);
    await officer.shoot('confirm-an-override');
    await admin.open(IN_TESTING);
    await admin.shoot('override-waits');
  });
  await step('reads a template that waits to be approved', async () => {
    await admin.open('/admin/templates/2');
    await admin.shoot('approve-a-template');
  });
  await step('looks at failed jobs', async () => {
    await admin.open('/admin/jobs');
    await admin.shoot('failed-jobs');
  });
}
