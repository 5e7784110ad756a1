import { createHash } from 'node:crypto';
import { RoleRules } from '@induct/sign-in';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

/** Nothing answers there. */
const NOWHERE = 'http://127.0.0.1:9';
const SECRET = 'council-sign-in-of-a-browser-in-a-test-1234';
const LONG = `Anastasia Featherstonehaugh-Cholmondeley (${'anastasia.featherstonehaugh.'.repeat(4)}@northmoor.example)`;
const EMAIL = 'amara@northmoor.example';

let site: SiteInBrowser;
let amara: string;
beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/members-area', {
    DEMO: 'true',
    OIDC_ISSUER: NOWHERE,
    OIDC_CLIENT_ID: 'induct',
    OIDC_CLIENT_SECRET: 'a-secret-of-tests',
    OIDC_LABEL: 'Sign in with your Northmoor account',
  });
  amara = await site.desk.given.aPerson({ name: 'Amara Whitfield', persona: 'Has not begun' });
  await site.desk.database.source.query('update person set email = $2 where id = $1', [amara, EMAIL]);
});
afterAll(() => site?.close());

const rows = <T>(sql: string, parameters: unknown[] = []) => site.desk.database.source.query<T[]>(sql, parameters);

/** An account that was proved in this browser, and that nobody here has. */
async function proved(): Promise<void> {
  const until = new Date(site.desk.clock.now().getTime() + 15 * 60_000);
  await rows(
    `insert into council_account (browser_hash, issuer, subject, account, email, told, next_path, until)
     values ($1, $2, 'x', $3, $4, '{"claims": {}, "omitted": []}', '/modules', $5)`,
    [createHash('sha256').update(SECRET).digest(), NOWHERE, LONG, EMAIL, until],
  );
  await site.page.browserContext().setCookie({ name: 'induct-council', value: SECRET, domain: 'localhost', path: '/' });
}

it('the sign-in page begins with the council’s button, and what is typed wrongly does not take it away', async () => {
  await site.signInAs(undefined);
  await site.expectUsable('council-sign-in', () => site.goTo('/sign-in?next=/modules'));
  await site.press('main form button');
  expect(await site.page.$eval('main a.govuk-button', (link) => link.textContent.trim())).toBe(
    'Sign in with your Northmoor account',
  );
});

it('a council that does not answer leads to a letter, and to where one wanted to go', async () => {
  await site.signInAs(undefined);
  await site.goTo('/sign-in?next=/programme');
  await site.expectUsable('council-away', () => site.press('main a.govuk-button'));
  expect(new URL(site.page.url()).search).toBe('?why=away&next=%2Fprogramme');
  await site.expectUsable('council-left', () => site.goTo('/sign-in/council/failed?why=left'));
});

it('an unknown account is linked by a letter, which can be used by whoever reads it', async () => {
  await site.signInAs(undefined);
  await proved();
  await site.expectUsable('council-account', () => site.goTo('/sign-in/council/account'));
  await site.page.$eval('#email', (field) => field.setAttribute('value', ''));
  await site.expectUsable('council-account-error', () => site.press('main form button'));
  await site.page.type('#email', EMAIL);
  await site.press('main form button');
  const [{ path }] = (await rows<{ path: string }>(
    `select substring(body_text from '/sign-in/link/[[:alnum:]_-]+') as path from mail where recipient = $1`,
    [EMAIL],
  )) as [{ path: string }];
  await site.expectUsable('council-link', () => site.goTo(path));
  await site.press('main form button');
  await site.expectUsable('council-linked', () => site.goTo('/account'));
  expect(await site.page.$eval('main', (main) => main.textContent)).toContain(LONG);
});

it('the rules are usable with none, with many and long ones, and with one that waits', async () => {
  await site.signIn('administrator');
  await site.expectUsable('role-rules-none', () => site.goTo('/admin/role-rules'));
  await site.desk.who('officer');
  const rules = site.desk.app.get(RoleRules, { strict: false });
  const by = await site.desk.who('administrator');
  await rules.add({ claim: 'c'.repeat(100), value: 'v'.repeat(200), role: 'champion' }, by);
  for (const role of ['member', 'auditor', 'tester'] as const)
    await rules.add({ claim: 'roles', value: `Members.${role}`, role }, by);
  await rows(`insert into role_by_rule (person_id, role) values ($1, 'member')`, [amara]);
  await site.expectUsable('role-rules', () => site.goTo('/admin/role-rules?done=waiting'));
  await site.expectUsable('role-rules-error', () => site.press('form[action="/admin/role-rules"] button'));
  await site.signIn('officer');
  await site.goTo('/admin/people/waiting');
  await site.expectUsable('role-rule-agree', () => site.press('main a[href^="/admin/people/waiting/"]'));
  expect(await site.page.$eval('h1', (heading) => heading.textContent)).toContain('Give the role Tester');
});
