import assert from 'node:assert/strict';
import type { Page } from 'puppeteer';
import { MEMBERS, PERSONAS } from '../../../apps/standalone/src';
import type { Visitor } from '../scene';
import { step } from '../step';
import { content } from '../tester';
import { onAPhone, type Stage } from './stage';

/** Pages of the site that somebody sees between a way in and the playing module. */
const MOST_PAGES = 2;
const LET_IN = 'form[action*="/sign-in/link/"] button';
const BY_LETTER = MEMBERS[PERSONAS.newcomer.member]!;
const BY_COUNCIL = MEMBERS[PERSONAS.halfWay.member]!;

export async function waysIn(stage: Stage): Promise<void> {
  const member = await onAPhone(stage);
  await step('a member opens the letter, and plays', async () => {
    await member.askForALink(BY_LETTER.email);
    const seen = pagesSeen(member.page, stage.site);
    await member.openTheLetter(BY_LETTER.email);
    // The demonstration's mailbox stands for a mail program.
    seen.clear();
    seen.add(member.page.url());
    await member.shoot('letter-opened');
    await member.pressAt(LET_IN);
    await member.shoot('home-after-a-letter');
    await play(member, 'playing-after-a-letter');
    few(seen, 'from a letter');
  });
  await passkey(stage, member);
  await member.leave();
  await councilAccount(stage);
}

async function passkey(stage: Stage, member: Visitor): Promise<void> {
  await step('adds a passkey', async () => {
    await withAuthenticator(member.page);
    await member.open('/account');
    await member.pressAt('#add-passkey');
    await member.shoot('passkey-added');
    await member.press('Sign out');
  });
  await step('comes back with the passkey, and plays', async () => {
    const seen = pagesSeen(member.page, stage.site);
    // The device says yes by itself, and would to the field before anybody presses.
    await member.page.evaluateOnNewDocument(
      `PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)`,
    );
    seen.clear();
    await member.open('/sign-in');
    await member.page.waitForSelector('#passkey', { visible: true });
    await member.shoot('with-a-passkey');
    await member.pressAt('#passkey');
    await play(member, 'playing-after-a-passkey');
    few(seen, 'with a passkey');
  });
}

async function councilAccount(stage: Stage): Promise<void> {
  const { directory, site } = stage;
  directory.accounts.set('subject-of-a-member', {
    name: BY_COUNCIL.name,
    preferred_username: BY_COUNCIL.email,
    email: BY_COUNCIL.email,
  });
  directory.who = 'subject-of-a-member';
  const member = await onAPhone(stage);
  await step('another member comes by the council’s sign-in for the first time: one letter links it', async () => {
    await member.open('/sign-in');
    await member.pressAt('a[href^="/sign-in/council"]');
    await member.shoot('council-account-once');
    await member.type('email', BY_COUNCIL.email);
    await member.pressAt('form[action="/sign-in/council/account"] button');
    await member.open(`/mailbox?to=${encodeURIComponent(BY_COUNCIL.email)}`);
    await member.pressAt('main table a[href^="/mailbox/"]');
    await member.pressAt('a[href*="/sign-in/link/"]');
    await member.shoot('letter-that-links');
    await member.pressAt(LET_IN);
    await member.press('Sign out');
  });
  await step('and from then on with it alone, and plays', async () => {
    const seen = pagesSeen(member.page, site);
    await member.open('/sign-in');
    await member.pressAt('a[href^="/sign-in/council"]');
    await member.shoot('home-after-the-council-sign-in');
    await play(member, 'playing-after-the-council-sign-in');
    few(seen, 'with the council account');
  });
  await member.leave();
}

/** What home offers first. */
async function play(member: Visitor, picture: string): Promise<void> {
  await member.pressAt('.induct-next form button');
  await content(member);
  await member.waitForText('Saved');
  await member.shoot(picture);
}

/** Addresses of the site that were shown, from now on. */
function pagesSeen(page: Page, site: string): Set<string> {
  const seen = new Set<string>();
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url().startsWith(site)) seen.add(frame.url());
  });
  return seen;
}

function few(seen: ReadonlySet<string>, way: string): void {
  const pages = [...seen];
  assert.ok(pages.length > 0 && pages.length <= MOST_PAGES, `${way} one sees ${pages.join(', ')}`);
  console.log(`    ${pages.length} pages ${way}`);
}

/** A device that has passkeys and says yes. */
async function withAuthenticator(page: Page): Promise<void> {
  const device = await page.createCDPSession();
  await device.send('WebAuthn.enable', { enableUI: false });
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
