import { Elections, Terms } from '@induct/people';
import { Desk } from '../../../../../../test/support/given-desk';

const HERE = '/admin/council/divisions';

let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk?.close());

it('says when there are none', async () => {
  expect((await desk.get('officer', HERE)).text).toContain('No term of office is recorded yet');
});

it('puts a name right in every term that says it, and keeps what was said before', async () => {
  const by = await desk.who('officer');
  const [ann, bob] = [await desk.given.aPerson({ name: 'Ann Baker' }), await desk.given.aPerson({ name: 'Bob Cole' })];
  const electionId = await desk.app
    .get(Elections, { strict: false })
    .hold({ kind: 'ordinary', heldOn: '2021-05-06', division: null, by });
  const terms = desk.app.get(Terms, { strict: false });
  for (const [personId, division] of [
    [ann, 'Dunsey Twon'],
    [bob, 'Dunsey Twon'],
  ] as const)
    await terms.elect({ personId, electionId, division, by });

  expect((await desk.get('officer', HERE)).text).toContain('Dunsey Twon 2 terms of office');
  const asked = await desk.get('officer', `${HERE}/change?division=Dunsey+Twon`);
  expect(asked.body).toContain('value="Dunsey Twon"');
  const send = (more: Record<string, string>) =>
    desk.post('officer', `${HERE}/change`, { division: 'Dunsey Twon', to: 'Dunsey Town', reason: 'Misspelt', ...more });
  expect((await send({ reason: '' })).text).toContain('Enter why it is put right');
  expect((await send({ division: 'Nowhere' })).text).toContain('No term of office names this division');
  const [before] = await desk.database.source.query<{ count: number }[]>('select count(*)::int as count from term');
  expect((await send({})).headers['location']).toBe(`${HERE}?done=changed`);
  expect((await desk.get('officer', HERE)).text).toContain('Dunsey Town 2 terms of office');
  const rows = await desk.database.source.query<{ division: string; said: boolean }[]>(
    'select division, superseded_at is null as said from term order by recorded_at, division',
  );
  expect(rows).toHaveLength(2 * before!.count);
  expect(rows.filter(({ said }) => said).map(({ division }) => division)).toEqual(['Dunsey Town', 'Dunsey Town']);
  expect((await desk.get('officer', `/admin/people/${ann}`)).text).toContain('Dunsey Town');
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'term.corrected', actor: by });
});

it('is the desk’s to do', async () => {
  expect((await desk.get('member', HERE)).status).toBe(403);
  expect((await desk.post('member', `${HERE}/change`, { division: 'a', to: 'b', reason: 'c' })).status).toBe(403);
});
