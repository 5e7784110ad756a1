import { Transactions } from '@induct/platform';
import { Devices } from '@induct/sign-in';
import type { CDPSession } from 'puppeteer';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/members-area';

let site: SiteInBrowser;
let device: CDPSession;
let authenticatorId: string;
let member: string;

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  await site.desk.given.aModule({ title: 'The code of conduct', core: true });
  member = await site.desk.given.aPerson({ name: 'Bernard Osei-Featherstonehaugh' });
  device = await site.page.createCDPSession();
  await device.send('WebAuthn.enable', { enableUI: false });
  const options = {
    protocol: 'ctap2' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  ({ authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options }));
});
afterAll(() => site?.close());

const words = () => site.page.$eval('main', (main) => main.textContent.replace(/\s+/g, ' '));
const keys = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;

/** In a browser that offers no passkeys in fields: the device says yes by itself, and would to the field before anybody presses. */
async function signInByPress(path: string, picture: string): Promise<void> {
  const { page } = site;
  const withoutField = await page.evaluateOnNewDocument(
    `PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)`,
  );
  await site.expectUsable(picture, () => site.goTo(path));
  await page.waitForSelector('#passkey', { visible: true });
  await site.press('#passkey');
  await page.removeScriptToEvaluateOnNewDocument(withoutField.identifier);
}

it('a passkey is added by one press, signs in by one press, and is chosen in the field for the address', async () => {
  const { page } = site;
  await site.signInAs(member);
  await site.expectUsable('account-no-passkey', () => site.goTo('/account'));
  await site.press('#add-passkey');
  expect(await words()).toContain('The passkey is added');
  expect(await keys()).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
  await site.expectUsable('account-passkey', () => site.goTo('/account'));

  await site.signInAs(undefined);
  await signInByPress('/sign-in?next=/modules/the-code-of-conduct', 'sign-in-passkey');
  expect(page.url()).toBe(`${site.origin}/modules/the-code-of-conduct`);

  // Among what the browser fills in: nothing is pressed.
  await site.signInAs(undefined);
  await Promise.all([
    page.waitForFunction(`location.pathname === '/modules'`),
    page.goto(`${site.origin}/sign-in?next=/modules`),
  ]);
  expect(await page.$eval('.induct-header__person', (person) => person.textContent)).toContain('Bernard');
});

it('a device that says no, or whose key was removed, is told so, and the letter is there', async () => {
  const { page } = site;
  await site.signInAs(member);
  await site.goTo('/account');
  await site.press('form[action$="/remove"] button');
  await site.signInAs(undefined);
  await signInByPress('/sign-in', 'sign-in-passkey-shown');
  await site.expectUsable('sign-in-passkey-removed', () => Promise.resolve());
  expect(await words()).toContain('We do not know this passkey, or it was removed');
  expect(await page.title()).toMatch(/^Error: /);

  const saysNo = await page.evaluateOnNewDocument(
    `navigator.credentials.get = () => Promise.reject(new DOMException('Not now', 'NotAllowedError'))`,
  );
  await site.goTo('/sign-in');
  await page.waitForSelector('#passkey', { visible: true });
  await page.click('#passkey');
  await page.waitForSelector('[data-passkey-trouble]:not([hidden])');
  expect(await words()).toContain('No passkey was used. Try again, or have a letter sent instead.');
  expect(await page.$('#email')).not.toBeNull();
  await page.removeScriptToEvaluateOnNewDocument(saysNo.identifier);
});

it('without JavaScript there is the letter, and nothing that could not be pressed', async () => {
  await site.signInAs(undefined);
  const plain = await site.browser.newPage();
  await plain.setJavaScriptEnabled(false);
  await plain.goto(`${site.origin}/sign-in`);
  expect(await plain.$$eval('main button', (buttons) => buttons.filter((one) => one.checkVisibility()).length)).toBe(1);
  await site.signInAs(member);
  await plain.goto(`${site.origin}/account`);
  expect(await plain.$eval('main', (main) => main.textContent)).toContain('This browser cannot add a passkey here');
  expect(await plain.$eval('#add-passkey', (button) => button.checkVisibility())).toBe(false);
  await plain.close();
});

it('whoever is asked once more sees why, and what they can do', async () => {
  const { page } = site;
  await site.signInAs(member);
  const value = await site.desk.signIn(member, 'device');
  await page.browserContext().setCookie({ name: 'induct', value, domain: 'localhost', path: '/', httpOnly: true });
  await site.expectUsable('sign-in-again', () => site.goTo('/account'));
  expect(page.url()).toBe(`${site.origin}/sign-in/again?next=%2Faccount`);
  expect(await words()).toContain('This device is remembered');
  await site.expectUsable('sign-in-again-key', () => site.goTo('/sign-in/again?next=%2Fadmin&asks=key'));
  expect(await words()).toContain('At the desk your council asks for more than a letter');
});

it('whoever said that a device is theirs sees at once that one press lets them in, and how to have it forgotten', async () => {
  const { desk, page } = site;
  // Else the field for the address lets them in by itself.
  await device.send('WebAuthn.clearCredentials', { authenticatorId });
  await site.signInAs(undefined);
  const devices = desk.app.get(Devices, { strict: false });
  const value = await desk.app.get(Transactions).run((tx) => devices.remember(tx, member, {}));
  await page
    .browserContext()
    .setCookie({ name: 'induct-device', value: value!, domain: 'localhost', path: '/', httpOnly: true });
  await site.expectUsable('continue-as', () => site.goTo('/sign-in?next=/modules'));
  expect(await words()).toContain('This device is remembered until');
  await site.press('form[action="/sign-in/device"] button');
  expect(page.url()).toBe(`${site.origin}/modules`);
});
