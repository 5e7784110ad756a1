import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { correctedPackage, MEMBERS, PERSONAS, STEERING_GROUP } from '../../../apps/standalone/src';
import { openRound, publish, upload } from '../officer';
import type { Visitor } from '../scene';
import { step } from '../step';
import { content, leavePreview, preview, signOff } from '../tester';
import { type GuideStage, somebody } from './guide-stage';

const MODULE = { slug: 'local-government-finance', file: 'dist/content/local-government-finance.zip' };
const TESTERS = STEERING_GROUP.slice(1, 4).map((member) => MEMBERS[member]!);

/** A new version of a module: uploaded, tested, published, and taken again. @param folder where a file may be written */
export async function newVersion(stage: GuideStage, officer: Visitor, folder: string): Promise<void> {
  const file = join(folder, 'local-government-finance-corrected.zip');
  writeFileSync(file, await correctedPackage(MODULE.file, 'The figures of this year.\n'));
  const round = await step('an officer uploads a new version and opens a round', async () => {
    await officer.open('/admin/uploads');
    const version = await upload(officer, file, MODULE.slug);
    await officer.open(`${version}/hosts`);
    await officer.shoot('other-websites');
    const testers = TESTERS.map(({ name }) => name);
    return openRound(officer, version, { testers, quorum: 2, focus: 'Are the figures of this year right?' });
  });
  const [first, second] = await Promise.all(TESTERS.map(({ email }) => testerOf(stage, email)));
  await step('a tester reports what is wrong', () => report(first!, round));
  await step('the officer answers, and runs the round', () => answer(officer, round));
  await step('two testers sign it off', async () => {
    await signOff(first!, round);
    await preview(second!, round);
    await leavePreview(second!);
    await signOff(second!, round);
    await printed(officer, `${round}/report`);
    await officer.shoot('report');
  });
  await step('the officer publishes it: it is to be taken again', async () => {
    const what = {
      title: 'Local government finance',
      summary: 'Where the council’s money comes from, where it goes, and how the budget is set.',
      minutes: 20,
      core: true,
    };
    await publish(officer, `/admin/modules/${MODULE.slug}/versions/2`, what, {
      policy: 'They take it again',
      halfWay: 'Finish the version they began',
      changeNote: 'The figures are those of this year’s budget.',
      retakeBy: inDays(90),
    });
  });
  await step('a member is asked to take it again', async () => {
    const member = await somebody(stage);
    await member.signInAs(PERSONAS.certified.says);
    await member.shoot('take-again');
    await member.leave();
  });
}

async function testerOf(stage: GuideStage, email: string): Promise<Visitor> {
  const tester = await somebody(stage);
  await tester.signInByMail(email);
  return tester;
}

async function report(tester: Visitor, round: string): Promise<void> {
  await tester.open('/testing');
  await tester.shoot('testing');
  await preview(tester, round);
  await tester.page.click('#severity-should_fix');
  await tester.page.type('#text', 'The sum on this screen is last year’s.');
  await tester.page.waitForFunction(`document.querySelector('[data-place]').textContent.includes(' at ')`);
  await tester.page.$eval('#text', (field) => (field as unknown as { blur(): void }).blur());
  await tester.shoot('record-a-finding');
  await tester.page.click('[data-finding-form] [type=submit]');
  await tester.page.waitForSelector('::-p-xpath(//*[@data-said][contains(., "ecorded")])');
  await leavePreview(tester);
  await tester.shoot('round-with-a-finding');
}

async function answer(officer: Visitor, round: string): Promise<void> {
  await officer.open(round);
  await officer.shoot('run-the-round');
  await officer.press('The sum on this screen');
  await officer.shoot('finding');
  await officer.page.click('::-p-xpath(//summary[contains(., "It will not be fixed")])');
  await officer.type(
    'will-not-fix-reason',
    'It is this year’s: the table says so below. We make that clearer next time.',
  );
  await officer.press('Record it');
}

/** Opens a report when its PDF is there. */
async function printed(officer: Visitor, address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await officer.open(address);
    if (await officer.page.$('a[href$="report.pdf"]')) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The report was not printed');
}

/** The demo's own round: a version that cannot be published yet. */
export async function refusedVersion(officer: Visitor): Promise<void> {
  await step('a version that is not signed off is refused', async () => {
    await officer.open('/admin/modules/using-the-members-area/versions/2');
    await officer.shoot('not-yet');
  });
}

/** Somebody who tests opens a part of the demo's round and says that they could not finish. */
export async function couldNotFinish(stage: GuideStage): Promise<void> {
  await step('a tester could not finish', async () => {
    const tester = await testerOf(stage, MEMBERS[STEERING_GROUP[0]!]!.email);
    await tester.open('/testing');
    await tester.press('Using the Members Area');
    await tester.shoot('a-round');
    await tester.press('Start the preview');
    await content(tester);
    await leavePreview(tester);
    await tester.page.click('::-p-xpath(//summary[contains(., "I could not finish")])');
    await tester.type('why', 'It stopped at the third screen.');
    await tester.shoot('could-not-finish');
    await tester.leave();
  });
}

/** @returns day, month and year as a form asks for them */
function inDays(days: number): { day: string; month: string; year: string } {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  return { day: String(Number(day)), month: String(Number(month)), year: year! };
}
