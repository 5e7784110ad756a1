import { FixedDates } from '@induct/events';
import { Elections } from '@induct/people';
import { Desk } from '../../../../../test/support/given-desk';

const STEPS = '/admin/first-steps';
const FIELDS = {
  stage: 'first_month',
  position: '10',
  title: 'Register <your> interests',
  titleCy: 'Cofrestru’ch buddiannau',
  about: 'Work and land',
  aboutCy: '',
  anchor: 'poll',
  otherAnchor: 'office',
  count: '28',
  unit: 'days',
  first: 'yes',
  closed: 'stay',
  law: 'Localism Act 2011, section 30',
  formTitle: 'The form',
  formTitleCy: '',
  formUrl: 'https://example.org/form',
};

let desk: Desk;
let [second, id, election] = ['', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const send = (to: string, fields: Record<string, string | readonly string[]>) => desk.post('officer', to, fields);

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2025-01-10T09:00:00Z');
  await desk.who('officer');
  second = await desk.given.aPerson({ name: 'Sam Second', roles: ['officer'], since: new Date('2024-01-01') });
  election = await of(Elections).hold({ kind: 'by_election', heldOn: '2024-02-29', division: 'Kelderby', by: second });
});
afterAll(() => desk?.close());

it('offers the usual steps where there are none, once', async () => {
  expect((await desk.get('officer', STEPS)).text).toContain('There is none yet: the public is told to ask');
  const { status, headers } = await send(`${STEPS}/usual`, {});
  expect([status, headers['location']]).toEqual([303, `${STEPS}?done=usual`]);
  const { text } = await desk.get('officer', `${STEPS}?done=usual`);
  expect(text).toContain('The usual steps are added');
  expect(text).toMatch(
    /Register your interests Your first month 28 days beginning with the day of the poll, or counted from the day of coming into office .* To be confirmed/,
  );
  expect(text).not.toContain('Add the usual steps');
  expect((await send(`${STEPS}/usual`, {})).status).toBe(409);
});

it.each([
  [{ stage: '' }, 'stage', 'Choose when somebody meets it'],
  [{ title: ' ' }, 'title', 'Enter what there is to do'],
  [{ position: '0' }, 'position', 'The order must be a number from 1 to 999'],
  [{ count: 'many' }, 'count', 'Enter how many days or months'],
  [{ count: '0' }, 'count', 'Enter 1 or more: the first day counts'],
  [{ unit: '' }, 'unit', 'Choose days or months'],
  [{ first: '' }, 'first', 'Choose whether the first day counts'],
  [{ closed: '' }, 'closed', 'Choose what happens when offices are closed'],
  [{ otherAnchor: 'poll' }, 'otherAnchor', 'The other reading must count from another day'],
  [{ anchor: '' }, 'anchor', 'Choose what the first reading counts from'],
  [{ formUrl: 'javascript:alert(1)' }, 'formUrl', 'The address must begin with https://'],
  [{ formUrl: '//evil.example' }, 'formUrl', 'The address must begin with https://'],
  [{ formUrl: '' }, 'formUrl', 'Enter where the form is'],
  [{ formTitle: '' }, 'formTitle', 'Enter what the form is called'],
  [{ about: 'x'.repeat(1501) }, 'about', 'must be 1,500 characters or fewer'],
])('says at the field what is wrong, and keeps what was typed: %j', async (change, field, says) => {
  const { status, text, body } = await send(STEPS, { ...FIELDS, ...change });
  expect([status, text]).toEqual([400, expect.stringContaining(says)]);
  expect(body).toContain(`href="#${field}"`);
  expect(body).toContain('value="Localism Act 2011, section 30"');
});

it('adds a step, whose day another officer confirms', async () => {
  const added = await send(STEPS, FIELDS);
  id = String(added.headers['location']).split(/[/?]/)[3]!;
  expect([added.status, added.headers['location']]).toEqual([303, `${STEPS}/${id}?done=added`]);
  const page = await desk.get('officer', `${STEPS}/${id}`);
  expect(page.text).toContain('You wrote it: another officer has to confirm its day');
  expect(page.text).toContain('By-election in Kelderby, 29 February 2024: 27 March 2024 or 31 March 2024 (proposed)');
  expect(page.body).toContain('Register &lt;your&gt; interests');
  expect((await send(`${STEPS}/${id}/confirm`, { seen: '1' })).status).toBe(403);
  const confirmed = await desk.postAs(second, `${STEPS}/${id}/confirm`, { seen: '1' });
  expect([confirmed.status, confirmed.headers['location']]).toEqual([303, `${STEPS}/${id}?done=confirmed`]);
  const after = await desk.getAs(second, `${STEPS}/${id}?done=confirmed`);
  expect(after.text).toMatch(/The day is confirmed.*Written by Olive Officer.*Confirmed by Sam Second/);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'first-step.confirmed', actor: second, subject: id });
});

it('changes what was seen, and nothing that somebody has changed since', async () => {
  const form = await desk.get('officer', `${STEPS}/${id}/edit`);
  expect(form.body).toContain('value="28"');
  const change = { ...FIELDS, title: 'Declare your interests', seen: '1' };
  expect((await send(`${STEPS}/${id}`, { ...change, title: '' })).body).toContain('name="seen" value="1"');
  expect((await send(`${STEPS}/${id}`, change)).headers['location']).toBe(`${STEPS}/${id}?done=changed`);
  const late = await desk.postAs(second, `${STEPS}/${id}`, change);
  expect([late.status, late.text]).toEqual([
    409,
    expect.stringContaining('Somebody has changed this step in the meantime'),
  ]);
  expect((await desk.get(undefined, '/candidates')).text).toContain(
    'Register <your> interests'.replaceAll(/[<>]/g, (one) => (one === '<' ? '&lt;' : '&gt;')),
  );
});

it('withdraws a step, and shows it again', async () => {
  expect((await desk.get('officer', `${STEPS}/${id}/withdraw`)).text).toContain('The public is shown it no more');
  expect((await send(`${STEPS}/${id}/withdraw`, { seen: '2' })).headers['location']).toBe(
    `${STEPS}/${id}?done=withdrawn`,
  );
  expect((await desk.get('officer', `${STEPS}/${id}`)).text).toContain('Show it again');
  expect((await desk.get(undefined, '/candidates')).text).not.toContain('your&gt; interests');
});

it('answers what no form of ours sends', async () => {
  const odd = [{}, { seen: 'x' }, { seen: ['1', '2'] }, { seen: '1', title: ['a', 'b'], stage: ['before', 'before'] }];
  for (const fields of odd)
    for (const to of ['', '/confirm', '/withdraw'])
      expect((await send(`${STEPS}/${id}${to}`, fields as Record<string, string>)).status).toBeLessThan(500);
  for (const to of ['/x', `/${second}`, '/x/edit', '/elections/x', `/elections/${second}`])
    expect((await desk.get('officer', STEPS + to)).status).toBe(404);
});

it('records the days of an election', async () => {
  const path = `${STEPS}/elections/${election}`;
  const day = (field: string, [year, month, date]: readonly string[]) => ({
    [`${field}-day`]: date!,
    [`${field}-month`]: month!,
    [`${field}-year`]: year!,
  });
  expect((await desk.get('officer', `${STEPS}/elections`)).text).toContain(
    'Not recorded: counted as 1 March 2024 Proposed: 4 March 2024',
  );
  const early = await send(path, day('declared', ['2024', '2', '28']));
  expect([early.status, early.text]).toEqual([
    400,
    expect.stringContaining('The result is not declared before the day of the poll'),
  ]);
  const days = { ...day('declared', ['2024', '3', '1']), ...day('office', ['2024', '3', '4']) };
  const before = await send(path, { ...days, 'office-day': '29', 'office-month': '2' });
  expect([before.status, before.body]).toEqual([400, expect.stringContaining('href="#office-day"')]);
  expect((await send(path, days)).headers['location']).toBe(`${STEPS}/elections?done=recorded`);
  expect((await desk.get('officer', `${STEPS}/elections?done=recorded`)).text).toContain('1 March 2024 4 March 2024');
  expect((await desk.get('officer', path)).body).toContain('value="2024"');
});

it('says before a poll that changes wait for it, and asks why one cannot', async () => {
  expect((await desk.get('officer', `${STEPS}/new`)).text).not.toContain('Why can it not wait');
  await of(FixedDates).add({ on: '2025-05-01', kind: 'poll', title: 'Everybody' }, second);
  desk.clock.set('2025-04-01T09:00:00Z');
  for (const page of [STEPS, `${STEPS}/${id}`, `${STEPS}/new`, `${STEPS}/${id}/withdraw`])
    expect((await desk.get('officer', page)).text).toContain(
      'A poll is on 1 May 2025: what candidates read stays as it was',
    );
  const atOnceBecause = 'The address was wrong';
  const plain = { ...FIELDS, anchor: '', otherAnchor: '', stage: 'standing', title: 'A talk for everybody' };
  await send(STEPS, plain);
  await send(STEPS, { ...plain, title: 'Put right', atOnceBecause });
  const { text } = await desk.get(undefined, '/candidates');
  expect(text).toContain('Put right');
  expect(text).not.toContain('A talk for everybody');
});

it.each(['member', 'tester', 'administrator', 'auditor', 'champion'] as const)('is nothing for a %s', async (role) => {
  for (const page of [STEPS, `${STEPS}/new`, `${STEPS}/${id}`, `${STEPS}/elections`])
    expect((await desk.get(role, page)).status).toBe(403);
  expect((await desk.post(role, `${STEPS}/${id}/confirm`, { seen: '1' })).status).toBe(403);
});
