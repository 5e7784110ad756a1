import { Proposals } from '@induct/people';
import { Desk } from '../../../../../test/support/given-desk';

const PAGE = '/admin/role-rules';
const RULE = { claim: 'groups', value: 'all-members', role: 'member' };

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.who('officer');
});
afterAll(() => desk?.close());

const page = async (done = '') => (await desk.get('administrator', PAGE + done)).text;
const add = (rule: Record<string, string>) => desk.post('administrator', PAGE, rule);

it('says when there is no rule, and that none counts before the council’s sign-in is set up', async () => {
  const text = await page();
  expect(text).toContain('There is no rule');
  expect(text).toContain('is not set up');
});

it('adds a rule, shows who made it, and removes it', async () => {
  const { status, headers } = await add(RULE);
  expect([status, headers.location]).toEqual([303, `${PAGE}?done=added`]);
  expect(await page('?done=added')).toMatch(
    /The rule is there\. .*Member, where “groups” says “all-members” By Adam Administrator, 22 November 2026/,
  );
  const [, remove] = /action="(\/admin\/role-rules\/[\w-]{36}\/remove)"/.exec(
    (await desk.get('administrator', PAGE)).body,
  )!;
  expect((await desk.post('administrator', remove!, {})).headers.location).toBe(`${PAGE}?done=removed`);
  expect(await page()).toContain('There is no rule');
  expect((await desk.post('administrator', remove!, {})).status).toBe(404);
  const administrator = await desk.who('administrator');
  expect((await desk.audited()).slice(-2)).toEqual(
    ['council.rule-added', 'council.rule-removed'].map((action) => ({
      action,
      actor: administrator,
      subject: 'rule',
      detail: RULE,
    })),
  );
});

it('waits for a second person where a role confirms, and several rules may wait', async () => {
  for (const role of ['tester', 'officer']) {
    expect((await add({ ...RULE, role })).headers.location).toBe(`${PAGE}?done=waiting`);
    desk.clock.advance(1000);
  }
  const text = await page();
  expect(text).toContain('Waiting for a second person Tester, where “groups” says “all-members”');
  expect(text).toContain('There is no rule');
  const again = await add({ ...RULE, role: 'tester' });
  expect([again.status, again.text]).toEqual([400, expect.stringContaining('already waits for a second person')]);
  const proposals = desk.app.get(Proposals, { strict: false });
  const [first] = await proposals.waiting();
  const decide = `/admin/people/waiting/${first!.id}`;
  expect((await desk.get('officer', decide)).text).toMatch(
    /Give the role Tester to whoever’s council account says “all-members” in “groups”.*Whoever looks after the council’s accounts/,
  );
  expect((await desk.post('administrator', decide, { decision: 'agree' })).status).toBe(403);
  expect((await desk.post('officer', decide, { decision: 'agree' })).status).toBe(303);
  expect(await page()).toContain('Proposed by Adam Administrator, agreed by Olive Officer, 22 November 2026');
  const twice = await add({ ...RULE, role: 'tester' });
  expect([twice.status, twice.text]).toEqual([400, expect.stringContaining('There is a rule like this already')]);
});

it.each([
  [{ ...RULE, claim: '' }, 'Enter the claim'],
  [{ ...RULE, claim: 'two words' }, 'The claim must be one word'],
  [{ ...RULE, value: ' ' }, 'Enter what it says'],
  [{ ...RULE, value: 'x'.repeat(201) }, 'What it says must be 200 characters or fewer'],
  [{ claim: 'roles', value: 'Boss' }, 'Select the role'],
  [{ ...RULE, role: 'administrator' }, 'Select the role'],
])('keeps what was typed when it cannot be: %j', async (rule, words) => {
  const { status, text, body } = await add(rule as Record<string, string>);
  expect([status, text.includes(words)]).toEqual([400, true]);
  expect(body).toContain(`value="${rule.value.trim() === '' ? ' ' : rule.value}"`);
});

it.each(['member', 'tester', 'officer', 'auditor'] as const)('refuses a %s', async (role) => {
  expect((await desk.get(role, PAGE)).status).toBe(403);
  expect((await desk.post(role, PAGE, RULE)).status).toBe(403);
});
