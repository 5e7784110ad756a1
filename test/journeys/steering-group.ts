import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { correctedPackage } from '../../apps/standalone/src';
import { openRound, publish, upload } from './officer';
import { type Album, Visitor } from './scene';
import { step } from './step';
import { content, leavePreview, openPart, preview, signOff } from './tester';

interface Stage {
  browser: Browser;
  site: string;
  packages: string;
  album: Album;
  /** Name and e-mail address of three testers. */
  testers: readonly { name: string; email: string }[];
  /** Where files may be written. */
  folder: string;
}

const PACKAGE = 'golf-scorm12-18-scos.zip';
const PARTS = 18;
const HALF_WAY = 9;
const GOLF = {
  title: 'Golf in eighteen parts',
  summary: 'A sample of what suppliers send, in eighteen parts.',
  minutes: 18,
  core: false,
};

/** The steering group tests a version, a correction comes, and nobody who was half-way loses anything. */
export async function steeringGroup(stage: Stage): Promise<void> {
  const { browser, site, album } = stage;
  const officer = await Visitor.arrive(browser, site, album);
  await officer.signInAs('Democratic Services officer');
  const testers: Visitor[] = [];
  for (const [at, { email }] of stage.testers.entries()) {
    const tester = await Visitor.arrive(browser, site, album, at === 1 ? 'phone' : 'wide');
    await tester.signInByMail(email);
    testers.push(tester);
  }
  const [first, second, third] = testers as [Visitor, Visitor, Visitor];
  const names = stage.testers.map(({ name }) => name);
  const versionOf = (number: number) => `${module}/versions/${number}`;

  const original = join(stage.packages, PACKAGE);
  let module = '';
  await step('version 1 is tested and published', async () => {
    const version = await upload(officer, original);
    module = version.replace(/\/versions\/.*/, '');
    const round = await openRound(officer, version, {
      testers: names.slice(0, 2),
      quorum: 2,
      focus: 'The first round.',
    });
    for (const tester of [first, second]) {
      await preview(tester, round);
      await leavePreview(tester);
      await signOff(tester, round);
    }
    await publish(officer, version, GOLF);
  });
  const slug = module.split('/').at(-1)!;

  const halfWay = await Visitor.arrive(browser, site, album);
  await step('a member is half-way on version 1', async () => {
    await halfWay.signInAs('A member half-way through a module');
    await halfWay.open(`/modules/${slug}`);
    await halfWay.press('Start');
    await content(halfWay);
    for (let part = 1; part <= HALF_WAY; part++) await openPart(halfWay, part);
    await halfWay.pressAt('[data-exit]');
    await halfWay.shoot('member-half-way');
  });

  const round2 = await step('an officer opens a round on version 2 with three testers', async () => {
    const file = join(stage.folder, 'golf-second.zip');
    writeFileSync(file, await correctedPackage(original, 'The second edition.\n'));
    const version = await upload(officer, file, slug);
    assert.equal(version, versionOf(2));
    return openRound(officer, version, { testers: names, quorum: 2, focus: 'Is every part as good as the first?' });
  });
  const finding = await step('a tester pins a blocking finding at the third part', async () => {
    await preview(first, round2);
    await openPart(first, 3);
    await first.page.click('#severity-blocking');
    await first.page.type('#text', 'The picture of the green is the wrong way round.');
    await first.shoot('finding-in-the-panel');
    await first.page.click('[data-finding-form] [type=submit]');
    await first.page.waitForSelector('::-p-xpath(//*[@data-said][contains(., "ecorded")])');
    await first.shoot('finding-recorded');
    await leavePreview(first);
    await first.press('The picture of the green');
    await first.shoot('finding');
    return first.address;
  });
  await step('publishing version 2 is refused, with the reason', async () => {
    await officer.open(versionOf(2));
    await officer.shoot('version-refused');
    assert.match(await officer.text(), /cannot be published yet/i);
    const reply = await officer.page.goto(`${site}${versionOf(2)}/publish`);
    await officer.shoot('publish-refused');
    assert.ok(reply!.status() >= 200);
    assert.match(await officer.text(), /cannot be published yet/i);
  });
  const round3 = await step('a corrected version is uploaded, the finding marked as fixed in it', async () => {
    await officer.open(round2);
    const file = join(stage.folder, 'golf-third.zip');
    writeFileSync(file, await correctedPackage(original, 'The third edition: the green is right.\n'));
    const version = await upload(officer, file, slug);
    assert.equal(version, versionOf(3));
    await officer.shoot('comparison');
    await officer.open(finding);
    await officer.page.click('::-p-xpath(//summary[contains(., "It is fixed")])');
    await officer.tick('ersion 3');
    await officer.press('Mark as fixed');
    await officer.shoot('marked-as-fixed');
    return openRound(officer, version, { testers: names, quorum: 2, focus: 'Is the green right now?' });
  });
  await step('the finding comes back to its author, at the same place', async () => {
    await first.open('/testing');
    await first.shoot('testing-home');
    await first.open(finding);
    await first.press('Go to this place in a preview');
    await content(first);
    await first.page.waitForSelector('::-p-xpath((//*[@data-open-sco])[3][@aria-current])');
    await first.shoot('back-at-the-place');
    await leavePreview(first);
    await first.open(finding);
    await first.press('Yes, that settles it');
    await first.shoot('finding-settled');
  });
  await step('the quorum is reached, and the round closes', async () => {
    await signOff(first, round3);
    await preview(second, round3);
    await leavePreview(second);
    await signOff(second, round3);
    await third.open(round3);
    await third.shoot('round-closed');
    await officer.open(`${round3}/report`);
    await officer.shoot('report');
  });
  await step('version 3 is published: who is half-way finishes the old one', async () => {
    const refresh = { policy: 'Nothing changes', halfWay: 'Finish the version they began' };
    await publish(officer, versionOf(3), GOLF, refresh);
  });
  await step('the member who was half-way finishes version 1, and the completion stands', async () => {
    await halfWay.open(`/modules/${slug}`);
    await halfWay.press('Continue');
    await content(halfWay);
    for (let part = HALF_WAY + 1; part <= PARTS; part++) await openPart(halfWay, part);
    await halfWay.pressAt('[data-exit]');
    await halfWay.waitForText('You have completed this module');
    await halfWay.shoot('finished-the-old-version');
    await halfWay.open(`/modules/${slug}`);
    assert.match(await halfWay.text(), /Version 1/);
    assert.match(await halfWay.text(), /Completed/);
  });
  await step('a new member gets version 3', async () => {
    const newcomer = await Visitor.arrive(browser, site, album, 'phone');
    await newcomer.signInAs('A new member who has not started yet');
    await newcomer.open(`/modules/${slug}`);
    await newcomer.press('Start');
    await content(newcomer);
    await newcomer.shoot('new-member-on-version-3');
    await newcomer.pressAt('[data-exit]');
    await newcomer.open(`/modules/${slug}`);
    assert.match(await newcomer.text(), /Version 3/);
    assert.doesNotMatch(await newcomer.text(), /Version 1\b/);
  });
}
