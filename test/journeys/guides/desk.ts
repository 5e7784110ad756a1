import { STAFF } from '../../../apps/standalone/src';
import type { Visitor } from '../scene';
import { step } from '../step';
import { type GuideStage, somebody } from './guide-stage';

const OFFICER = 'Democratic Services officer';
const SECOND_OFFICER = STAFF.find(({ persona, roles }) => !persona && roles.includes('officer'))!;

export async function officerOf(stage: GuideStage): Promise<Visitor> {
  const officer = await somebody(stage);
  await officer.signInAs(OFFICER);
  return officer;
}

export async function overviewAndProgress(officer: Visitor): Promise<void> {
  await step('an officer reads how members stand', async () => {
    await officer.open('/admin');
    await officer.shoot('overview');
    await officer.open('/admin/progress?search=Donnelly&status=in_progress');
    await officer.shoot('progress');
    await officer.press('Una Donnelly');
    await officer.shoot('a-member');
  });
}

export async function people(officer: Visitor): Promise<void> {
  await step('an officer adds a member, and sees how one is deactivated', async () => {
    await officer.open('/admin/people/new');
    await officer.type('name', 'Rosalind Achterberg');
    await officer.type('email', 'rosalind.achterberg@northmoor.example');
    await officer.type('group', 'Independents');
    await officer.tickIn('roles', 'Member');
    await officer.shoot('add-a-person');
    await officer.press('Add this person');
    await officer.shoot('a-person');
    await officer.press('Deactivate');
    await officer.shoot('deactivate');
    await officer.press('Deactivate this person');
    await officer.shoot('deactivated');
  });
}

export async function looks(officer: Visitor): Promise<void> {
  await step('the officer looks at completions that were made in a hurry', async () => {
    for (let looked = 0; ; looked++) {
      await officer.open('/admin/members/waiting');
      await officer.shoot('completions-to-look-at');
      if (!(await officer.page.$('::-p-text(Say whether it counts)'))) {
        if (looked === 0) throw new Error('Nothing waited for a look');
        return;
      }
      await officer.press('Say whether it counts');
      await officer.tickIn('decision', 'I have looked: this counts');
      await officer.type('words', 'Asked the member, who had read it at a briefing: a demonstration.');
      await officer.shoot('say-whether-it-counts');
      await officer.press('Put on record');
    }
  });
}

/** One officer proposes, a second one reads the reason. */
export async function revoking(stage: GuideStage, officer: Visitor, number: string): Promise<void> {
  await step('an officer proposes to revoke a certificate, a second one confirms', async () => {
    await officer.open('/admin/certificates');
    await officer.shoot('register');
    await officer.open(`/admin/certificates/${number}`);
    await officer.shoot('certificate');
    await officer.press('Revoke');
    await officer.type('reason', 'Awarded to the wrong person: a demonstration.');
    await officer.shoot('revoke');
    await officer.press('Propose to revoke it');
    const second = await somebody(stage);
    await second.signInByMail(SECOND_OFFICER.email);
    await second.open(`/admin/certificates/${number}`);
    await second.press('Decide');
    await second.choose('decision');
    await second.shoot('decide-on-revoking');
    await second.press('Continue');
    await second.leave();
  });
}

/** Nobody has done anything with it yet, so it may go. */
export async function deletedDraft(officer: Visitor): Promise<void> {
  await step('an officer deletes a draft', async () => {
    await officer.open('/admin/uploads/new');
    const field = await officer.page.$('input[type=file]');
    await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      'dist/content/scrutiny-2004.zip',
    );
    await officer.page.click('form[data-upload] .govuk-button');
    await officer.waitForText('Go on to testing', 60_000);
    await officer.press('Go on to testing');
    await officer.press('Delete this draft');
    await officer.shoot('delete-a-draft');
    await officer.press('Delete it');
  });
}
