import assert from 'node:assert/strict';
import { MEMBERS, PERSONAS } from '../../../apps/standalone/src';
import { doesNotSay } from '../accreditation/stage';
import type { Visitor } from '../scene';
import { step } from '../step';
import { content } from '../tester';
import { onAPhone, type Stage } from './stage';

const MEMBER = MEMBERS[PERSONAS.newcomer.member]!;

/** A page of the way, and what its picture is called. */
const PAGES: readonly (readonly [path: string, picture: string])[] = [
  ['/', 'home'],
  ['/modules', 'modules'],
  ['/minutes?minutes=15', 'fits'],
  ['/standing', 'asked-of-me'],
  ['/first-weeks', 'first-weeks'],
  ['/programme', 'programme'],
  ['/handbook', 'handbook'],
  ['/handbook/changes', 'handbook-changes'],
  ['/library', 'library'],
  ['/search?q=expences', 'search-suggests'],
  ['/certificates', 'certificates'],
  ['/account', 'account'],
];

/** Words of the site that no English text of the council's has. */
const SAID_BY_THE_SITE = ['Your first day', 'Your first week', 'Pages of this site', 'Due by a day', 'Not started'];

/** The main steps, by somebody who reads Welsh. */
export async function inWelsh(stage: Stage): Promise<void> {
  const member = await onAPhone(stage);
  await step('a stranger changes to Welsh, and reads on', async () => {
    await member.open('/thinking-about-it');
    await member.pressAt('button[name=language][value=cy]');
    await welsh(member, 'Thinking about being a councillor');
    await member.shoot('cy-thinking-about-it');
    await member.open('/candidates/first-weeks');
    await member.shoot('cy-choose-an-election');
    await welsh(member, 'Your first weeks');
  });
  await step('comes in by a letter, goes, and comes by another: it is in Welsh', async () => {
    await letter(member);
    await member.shoot('cy-home-after-a-letter');
    await member.pressAt('form[action="/sign-out"] button');
    await letter(member, 'cy-letter');
  });
  await step('goes through the members area', async () => {
    for (const [path, picture] of PAGES) {
      await member.open(path);
      await welsh(member);
      await doesNotSay(member, ...SAID_BY_THE_SITE);
      await member.shoot(`cy-${picture}`);
    }
  });
  await step('and plays', async () => {
    await member.open('/');
    await member.pressAt('.induct-next form button');
    await content(member);
    await welsh(member);
    await member.shoot('cy-playing');
  });
  await member.leave();
}

/** In by a letter. @param picture of the letter */
async function letter(member: Visitor, picture?: string): Promise<void> {
  await member.open('/sign-in');
  await member.type('email', MEMBER.email);
  await member.shoot('cy-in-by-letter');
  await member.pressAt('form[action="/sign-in"] button');
  await welsh(member, 'Check your email');
  await member.open(`/mailbox?to=${encodeURIComponent(MEMBER.email)}`);
  await member.pressAt('main table a[href^="/mailbox/"]');
  await member.page.waitForSelector('a[href*="/sign-in/link/"]');
  if (picture) {
    await member.shoot(picture);
    assert.match(await member.text(), /Annwyl|Helo/);
  }
  await member.pressAt('a[href*="/sign-in/link/"]');
  await welsh(member, 'Sign in');
  await member.pressAt('form[action*="/sign-in/link/"] button');
}

/** That the page says of itself that it is in Welsh. @param english its heading in English */
async function welsh(member: Visitor, english?: string): Promise<void> {
  const [language, heading] = await member.page.$eval('html', (html) => [
    html.getAttribute('lang'),
    html.querySelector('h1')?.textContent?.trim(),
  ]);
  assert.equal(language, 'cy', `${member.address} is not in Welsh`);
  if (english) assert.notEqual(heading, english, `${member.address} has an English heading`);
}
