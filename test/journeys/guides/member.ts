import { MEMBERS, PERSONAS } from '../../../apps/standalone/src';
import type { Visitor } from '../scene';
import { ShippedModule, tutor } from '../shipped-module';
import { step } from '../step';
import { content } from '../tester';
import { type GuideStage, somebody } from './guide-stage';

const newcomer = MEMBERS[PERSONAS.newcomer.member]!;

/** A new member: signs in, begins a module, stops, goes on elsewhere. */
export async function newMember(stage: GuideStage): Promise<void> {
  const member = await somebody(stage);
  await step('a new member signs in by a letter', async () => {
    await member.signInByMail(newcomer.email);
    await member.shoot('home');
  });
  await step('begins a module, and stops', async () => {
    await member.press('Your role as a councillor');
    await member.shoot('module');
    await member.press('Start');
    const module = await ShippedModule.on(member.page);
    await module.readUpTo(3);
    await member.waitForText('Saved');
    await member.shoot('player');
    await member.pressAt('[data-exit]');
    await member.shoot('stopped');
    await member.open('/');
    await member.shoot('home-continue');
  });
  const phone = await somebody(stage, 'phone');
  await step('opens the letter on a phone, with the code of the computer', async () => {
    const computer = await somebody(stage);
    await computer.askForALink(newcomer.email);
    const code = await computer.page.$eval('.induct-code', (shown) => shown.textContent!.replace(/\D/g, ''));
    await phone.openTheLetter(newcomer.email);
    await phone.type('code', code);
    await phone.shoot('sign-in-code');
    await phone.pressAt('form[action*="/sign-in/link/"] button');
    await phone.press('Continue');
    await content(phone);
    await phone.waitForText('Saved');
    await phone.shoot('player-phone');
    await computer.leave();
  });
  await step('looks where they are signed in', async () => {
    await member.open('/account');
    await member.shoot('account');
  });
}

/** Somebody with one core module left, whose certificate waits for an officer's look. @returns who */
export async function nearlyThere(stage: GuideStage): Promise<Visitor> {
  const member = await somebody(stage);
  await member.signInAs(PERSONAS.nearlyThere.says);
  await step('a member completes a module', () => complete(member, 'chairing-a-meeting', 'Chairing a meeting'));
  await step('fails the last core module, and passes it', async () => {
    await member.open('/');
    await member.press('The code of conduct');
    await member.press('Start');
    const module = await ShippedModule.on(member.page);
    const knows = await tutor('code-of-conduct');
    await module.readUpToTheTest();
    await module.takeTest(knows, 5);
    await member.shoot('test-failed');
    await module.takeTest(knows, 0);
    await member.shoot('test-passed');
    await member.pressAt('[data-exit]');
    await member.shoot('finished');
    await member.open('/certificates');
    await member.shoot('certificate-waits');
  });
  return member;
}

async function complete(member: Visitor, course: string, title: string): Promise<void> {
  await member.open('/');
  await member.press(title);
  await member.press('Start');
  const module = await ShippedModule.on(member.page);
  await module.readUpToTheTest();
  await module.takeTest(await tutor(course), 0);
  await member.pressAt('[data-exit]');
}

/** The certificate is there, and a stranger checks it. */
export async function certificate(stage: GuideStage, member: Visitor): Promise<string> {
  return step('the certificate comes, and a stranger checks it', async () => {
    const number = await certificateOf(member);
    await member.shoot('certificates');
    const stranger = await somebody(stage);
    await stranger.open('/verify');
    await stranger.type('number', number);
    await stranger.shoot('check-a-certificate');
    await stranger.press('Check the number');
    await stranger.shoot('certificate-is-valid');
    await stranger.leave();
    return number;
  });
}

async function certificateOf(member: Visitor): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    await member.open('/certificates');
    const link = await member.page.$('a[href$="/pdf"]');
    if (link) return (await link.evaluate((made) => made.getAttribute('href')!)).split('/').at(-2)!;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('No certificate came');
}
