import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEMBERS, PERSONAS } from '../../../apps/standalone/src';
import { hand, inDays, typeDay } from '../accreditation/forms';
import { until } from '../accreditation/stage';
import type { Visitor } from '../scene';
import { step } from '../step';
import { type GuideStage, somebody } from './guide-stage';

const HALF_WAY = MEMBERS[PERSONAS.halfWay.member]!;

/** Somebody with claims and days, and somebody with certificates. */
export async function asked(stage: GuideStage): Promise<void> {
  await step('a member reads what is asked, and whether they may sit', async () => {
    const member = await somebody(stage);
    await member.signInAs(PERSONAS.halfWay.says);
    await member.open('/standing');
    await member.shoot('asked-of-me');
    await member.page.click('a[href$="/claim"]');
    await member.page.waitForSelector('#words');
    await member.tick('A recording you watched');
    await typeDay(member, 'done', inDays(-9));
    await member.type(
      'words',
      'The recording of the evening with the Local Government Association. I watched all of it.',
    );
    await member.shoot('send-in');
    await member.open('/standing/may-i-sit');
    await member.shoot('may-i-sit');
    await member.leave();
  });
  await step('another opens the ways to keep and show a certificate', async () => {
    const member = await somebody(stage);
    await member.signInAs(PERSONAS.certified.says);
    await until(member, '/certificates', /Download certificate/);
    await member.page.click('main details summary');
    await member.shoot('more-ways');
    await member.open('/certificates/shown');
    await member.shoot('who-sees-my-name');
    await member.leave();
  });
}

/** The rooms of accreditation as the demo council has them. */
export async function accreditationAtTheDesk(officer: Visitor): Promise<void> {
  await step('an officer looks into claims, mandates and schemes', async () => {
    await officer.open('/admin/claims');
    await officer.press(HALF_WAY.name);
    await officer.shoot('claim');
    await officer.open('/admin/mandates');
    await officer.shoot('mandates');
    await officer.open('/admin/mandates/overdue');
    await officer.shoot('overdue');
    await officer.open('/admin/schemes/core-skills');
    await officer.shoot('scheme');
    await officer.open('/admin/schemes/core-skills/draft');
    await officer.shoot('draft-a-version');
    await officer.open('/admin/schemes/core-skills/effects');
    await officer.shoot('what-would-change');
  });
  await step('looks at what certificates say, who signs them and what arms they bear', async () => {
    await officer.open('/admin/templates');
    await officer.shoot('templates');
    await officer.open('/admin/templates/3/draft');
    await officer.shoot('draft-a-template');
    await until(officer, '/admin/templates/2', /(download it[^]*){3}/);
    await officer.shoot('a-template');
    await officer.open('/admin/signatories');
    await officer.shoot('who-signs');
    await officer.open('/admin/council-mark');
    await officer.shoot('arms');
  });
  await step('issues in a batch, by hand, in another name; suspends', async () => {
    await officer.open('/admin/batches');
    await officer.tickIn('scheme', 'Planning');
    await officer.press('Show what would be done');
    await officer.shoot('dry-run');
    await officer.open(`/admin/by-hand/new?q=${encodeURIComponent('Khadija')}`);
    await officer.press('Khadija');
    await officer.shoot('by-hand');
    await officer.open('/admin/names');
    await officer.pressAt('main a[href^="/admin/names/"]');
    await officer.shoot('name-to-correct');
    await officer.open('/admin/certificates?state=valid');
    await officer.pressAt('main table a[href^="/admin/certificates/"]');
    await officer.press('Suspend');
    await officer.type('reason', 'The test may have been taken by somebody else: we are asking.');
    await officer.shoot('suspend');
  });
  await step('asks who may sit, and who could', async () => {
    await officer.open('/admin/sit');
    await officer.shoot('who-may-sit');
    await officer.open(`/admin/as-of?on=${inDays(-60)}`);
    await officer.shoot('then-and-now');
    await officer.open('/admin/register');
    await officer.shoot('bodies-ask');
  });
}

const LIST = [
  'Name,Name,Committee,Role,From,Until',
  'Bernard Gallagher,Mrs Ames,Planing Committee,Member,1 June 2027,',
  'Catrin Adeyemi,Mr Best,Standards Committee,Member,1 June 2027,1 May 2027',
  'Zoe Osei,Mr Best,Standards Committee,Member,1 June 2027,',
  'Imogen Okonkwo,Mrs Ames,Licensing Committee,Substitute,1 June 2027,',
];

/** A list with two columns of one name, and two rows that cannot be right. @param folder where a file may be written */
export async function importedList(officer: Visitor, folder: string): Promise<void> {
  await step('an officer looks at a list of members, row by row', async () => {
    const path = join(folder, 'committees-2027.csv');
    writeFileSync(path, LIST.join('\r\n'));
    await officer.open('/admin/memberships/import');
    await hand(officer, 'list', path);
    await officer.press('Upload and look at it');
    await officer.page.select('#column-0', 'name');
    await officer.shoot('two-columns');
    await officer.press('Look at every row');
    await officer.shoot('rows-of-a-list');
    await officer.press('Discard this list');
  });
}
