import { FirstSteps } from '@induct/handbook';
import { Elections, Terms } from '@induct/people';
import { Desk } from '../../../../../test/support/given-desk';

const PAGE = '/first-weeks';
let desk: Desk;
let [ann, interests] = ['', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2025-05-06T09:00:00Z');
  const officer = await desk.who('officer');
  const second = await desk.given.aPerson({ name: 'Sam', roles: ['officer'], since: new Date('2024-01-01') });
  await of(FirstSteps).addUsual(officer);
  const { rows } = await of(FirstSteps).page({ limit: 100, offset: 0 });
  interests = rows.find(({ title }) => title === 'Register your interests')!.stepId;
  await of(FirstSteps).confirm(interests, { seen: 1, by: second });
  ann = await desk.given.aPerson({ name: 'Ann Baker' });
  const electionId = await of(Elections).hold({ kind: 'ordinary', heldOn: '2025-05-01', by: officer });
  const term = {
    personId: ann,
    electionId,
    division: 'Kelderby',
    takesOfficeOn: '2025-05-06',
    until: null,
    by: officer,
  };
  await of(Terms).elect(term);
});
afterAll(() => desk?.close());

it('says that no term is on record, to whoever has none', async () => {
  const { status, text } = await desk.get('member', PAGE);
  expect([status, text]).toEqual([200, expect.stringContaining('No term of office is on record for you')]);
  expect((await desk.get('member', '/')).text).not.toContain('In your first weeks');
});

it('shows one’s own days, and the next on the home page', async () => {
  const { text } = await desk.getAs(ann, PAGE);
  expect(text).toContain('You come into office on Tuesday 6 May 2025. This is your own list');
  expect(text).toContain('6 steps of 6 still to do');
  expect(text).toContain('By Wednesday 28 May 2025: 28 days beginning with the day of the poll');
  expect(text).toContain('By when: ask Democratic Services. Nobody has confirmed this day yet.');
  expect((await desk.getAs(ann, '/')).text).toContain(
    'In your first weeks: Register your interests , by Wednesday 28 May 2025',
  );
});

it('is ticked, and taken back', async () => {
  const { status, headers } = await desk.postAs(ann, `${PAGE}/${interests}`, {});
  expect([status, headers['location']]).toEqual([303, `${PAGE}?done=yes#step-${interests}`]);
  const after = await desk.getAs(ann, `${PAGE}?done=yes`);
  expect(after.text).toMatch(/A letter is your receipt.*5 steps of 6 still to do.*You said so at 10:00 on 6 May 2025/);
  expect((await desk.getAs(ann, '/')).text).not.toContain('In your first weeks');
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'first-step.done', actor: ann, subject: interests });
  await desk.postAs(ann, `${PAGE}/${interests}`, { done: 'no' });
  expect((await desk.getAs(ann, PAGE)).text).toContain('6 steps of 6 still to do');
});

it('answers what no form of ours sends', async () => {
  for (const id of ['x', ann]) expect((await desk.postAs(ann, `${PAGE}/${id}`, {})).status).toBe(404);
  expect((await desk.post('member', `${PAGE}/${interests}`, {})).status).toBe(404);
  expect((await desk.postAs(ann, `${PAGE}/${interests}`, { done: ['a', 'b'] })).status).toBe(303);
  for (const role of ['officer', 'auditor'] as const) expect((await desk.get(role, PAGE)).status).toBe(403);
});

it('speaks of the day of coming into office as past once it is', async () => {
  desk.clock.advance(24 * 3_600_000);
  expect((await desk.getAs(ann, PAGE)).text).toContain('You came into office on Tuesday 6 May 2025.');
});
