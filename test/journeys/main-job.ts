import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { readPdf } from '../support/pdf';
import { goToResult, playGolf } from './golf';
import { openRound, publish, upload } from './officer';
import { type Album, Visitor } from './scene';
import { ShippedModule, type Tutor } from './shipped-module';
import { step } from './step';
import { leavePreview, preview, signOff } from './tester';

interface Stage {
  browser: Browser;
  site: string;
  /** Folder of the sample packages. */
  packages: string;
  album: Album;
  tutor: Tutor;
  testers: readonly { name: string; email: string }[];
}

const HALF_WAY = 5;
const GOLF = [
  { file: 'golf-scorm12-basic-calls.zip', title: 'Golf for committee chairs' },
  { file: 'golf-scorm2004-3rd-basic-calls.zip', title: 'Golf for everybody else' },
];

/** From an uploaded package to a certificate anyone can check. */
export async function mainJob(stage: Stage): Promise<void> {
  const { browser, site, album } = stage;
  const officer = await Visitor.arrive(browser, site, album);
  await step('the officer signs in', () => officer.signInAs('Democratic Services officer'));
  const testers: Visitor[] = [];
  await step('two members of the steering group sign in', async () => {
    for (const { email } of stage.testers) {
      const tester = await Visitor.arrive(browser, site, album);
      await tester.signInByMail(email);
      testers.push(tester);
    }
  });
  for (const golf of GOLF) {
    await step(`${golf.file} is uploaded, tested and published`, () => uploadAndPublish(officer, testers, stage, golf));
  }

  const member = await Visitor.arrive(browser, site, album);
  await step('a new member signs in and sees what is due', async () => {
    await member.signInAs('A member who has one core module left');
    await member.shoot('home-new-member');
    for (const { title } of GOLF) assert.match(await member.text(), new RegExp(title));
  });
  const place = await step('the member starts the code of conduct; the tab is closed without warning', () =>
    readHalf(member),
  );
  const phone = await Visitor.arrive(browser, site, album, 'phone');
  await step('the member resumes on a phone at the same place', () => resume(phone, place));
  await step('fails the test once, then passes', () => failThenPass(phone, stage.tutor));
  for (const { title } of GOLF) {
    await step(`completes “${title}”`, () => completeGolf(member, title));
  }
  await step('nobody reads three modules in a minute: the member is told that an officer has to look', async () => {
    await member.open('/certificates');
    await member.shoot('certificates-waiting-for-a-look');
    assert.match(await member.text(), /officer/i);
    assert.equal(await member.page.$('a[href$="/pdf"]'), null);
  });
  await step('the officer looks, and says that the completions count', () => lookAtCompletions(officer));
  const certificate = await step('the certificate arrives within 5 s', () => receiveCertificate(member));
  const qr = await step('the QR code of the printed certificate opens the verification page', async () => {
    const pdf = await readPdf(await member.download(`/certificates/${certificate}/pdf`));
    writeFileSync(join('.data/screenshots', 'certificate.png'), pdf.png);
    const address = pdf.qr ?? '';
    assert.ok(address.startsWith(`${site}/verify/${certificate}`), `the QR code says “${address}”`);
    return address;
  });
  const stranger = await Visitor.arrive(browser, site, album, 'phone');
  await step('a stranger reads that it is valid', async () => {
    await stranger.open(qr);
    await stranger.shoot('verify-valid');
    assert.match(await stranger.text(), /\bvalid\b/i);
  });
  await step('the officer proposes to revoke it', () => proposeRevocation(officer, certificate));
  await step('a stranger still reads that it is valid', async () => {
    await stranger.open(qr);
    assert.doesNotMatch(await stranger.text(), /\brevoked\b/i);
  });
  const second = await Visitor.arrive(browser, site, album);
  await step('a second officer confirms', () => confirmRevocation(second, certificate));
  await step('a stranger reads that it is revoked', async () => {
    await stranger.open(qr);
    await stranger.shoot('verify-revoked');
    assert.match(await stranger.text(), /\brevoked\b/i);
  });
}

/** A package through the gate: uploaded, tested by two, published. */
export async function uploadAndPublish(
  officer: Visitor,
  testers: readonly Visitor[],
  stage: Pick<Stage, 'packages' | 'testers'>,
  golf: { file: string; title: string },
): Promise<void> {
  const version = await upload(officer, join(stage.packages, golf.file));
  const names = stage.testers.map(({ name }) => name);
  const round = await openRound(officer, version, {
    testers: names,
    quorum: 2,
    focus: 'Does it open, and does it end?',
  });
  for (const tester of testers) {
    await preview(tester, round);
    await leavePreview(tester);
    await signOff(tester, round);
  }
  const summary = 'A sample of what suppliers send: how golf is played, and how to enjoy it.';
  await publish(officer, version, { title: golf.title, summary, minutes: 10, core: true });
}

async function readHalf(member: Visitor): Promise<{ screen: number; heading: string }> {
  await member.press('The code of conduct');
  await member.shoot('module');
  await member.press('Start');
  const course = await ShippedModule.on(member.page);
  await member.shoot('player-first-screen');
  await course.readUpTo(HALF_WAY);
  const place = { screen: await course.screen(), heading: await course.heading() };
  await member.shoot('player-half-way');
  // As a crash or a closed lid would: no leave-taking.
  const home = await member.page.browserContext().newPage();
  await member.page.close({ runBeforeUnload: false });
  await member.continueOn(home);
  return place;
}

async function resume(phone: Visitor, place: { screen: number; heading: string }): Promise<void> {
  await phone.signInAs('A member who has one core module left');
  await phone.shoot('home-half-way-phone');
  await phone.press('Continue');
  const course = await ShippedModule.on(phone.page);
  await phone.shoot('player-resumed-phone');
  assert.deepEqual({ screen: await course.screen(), heading: await course.heading() }, place);
}

async function failThenPass(phone: Visitor, tutor: Tutor): Promise<void> {
  const course = await ShippedModule.on(phone.page);
  await course.readUpToTheTest();
  await course.takeTest(tutor, 5);
  await phone.shoot('test-failed-phone');
  await course.takeTest(tutor, 0);
  await phone.shoot('test-passed-phone');
  await phone.press('Exit');
  await phone.waitForText('ompleted');
  await phone.shoot('finished-phone');
}

async function completeGolf(member: Visitor, title: string): Promise<void> {
  await member.open('/');
  await member.press(title);
  await member.press('Start');
  await member.page.waitForSelector('#sco');
  await member.shoot('player-golf');
  await playGolf(member.page);
  await goToResult(member.page);
  await member.shoot('finished-golf');
}

async function lookAtCompletions(officer: Visitor): Promise<void> {
  await officer.open('/admin');
  await officer.shoot('desk-with-completions-to-look-at');
  for (let looked = 0; ; looked++) {
    await officer.open('/admin/members/waiting');
    if (looked === 0) await officer.shoot('completions-to-look-at');
    if (!(await officer.page.$('a[href*="/look"], ::-p-text(Say whether it counts)'))) {
      assert.ok(looked > 0, 'nothing waited for a look');
      return officer.shoot('completions-looked-at');
    }
    await officer.press('Say whether it counts');
    await officer.tickIn('decision', 'I have looked: this counts');
    await officer.type('words', 'Asked the member, who read it before the meeting: a demonstration.');
    if (looked === 0) await officer.shoot('say-whether-it-counts');
    await officer.press('Put on record');
  }
}

/** @returns its number */
async function receiveCertificate(member: Visitor): Promise<string> {
  const begun = performance.now();
  for (;;) {
    await member.open('/certificates');
    const link = await member.page.$('a[href$="/pdf"]');
    const took = performance.now() - begun;
    if (link) {
      await member.shoot('certificates');
      const href = await link.evaluate((found) => found.getAttribute('href')!);
      console.log(`    after ${(took / 1000).toFixed(1)} s`);
      return href.split('/').at(-2)!;
    }
    assert.ok(took < 5000, 'no certificate after 5 s');
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function proposeRevocation(officer: Visitor, number: string): Promise<void> {
  await officer.open('/admin/certificates');
  await officer.shoot('register');
  await officer.open(`/admin/certificates/${number}`);
  await officer.shoot('certificate-desk');
  await officer.press('Revoke');
  await officer.type('reason', 'Awarded to the wrong person: a demonstration.');
  await officer.shoot('revoke');
  await officer.press('Propose to revoke it');
  assert.match(await officer.text(), /waits for a second officer/);
  await officer.shoot('revocation-proposed');
}

async function confirmRevocation(officer: Visitor, number: string): Promise<void> {
  await officer.signInByMail('daniel.ferris@northmoor.example');
  await officer.open('/admin/certificates?state=proposed');
  await officer.press(number);
  await officer.press('Decide');
  await officer.choose('decision');
  await officer.shoot('revocation-decided');
  await officer.press('Continue');
  await officer.shoot('revoked');
}
