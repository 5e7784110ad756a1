import { Desk } from '../../../../../test/support/given-desk';

const at = '2026-11-22T14:32:00Z';
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('says that nothing needs attention in an empty council', async () => {
  const { status, text } = await desk.get('officer', '/admin');
  expect(status).toBe(200);
  expect(text).toContain('Nothing: everything is done.');
  expect(text).toContain('No module is published yet.');
});

describe('in a council that has begun', () => {
  beforeAll(async () => {
    const code = await desk.given.aModule({ title: 'The code of conduct', core: true, slug: 'code' });
    for (let nth = 0; nth < 9; nth += 1) {
      const id = await desk.given.aPerson({ name: `Member ${nth}`, group: nth < 7 ? 'Green' : 'Labour' });
      if (nth < 6) {
        await desk.given.aResult(id, code, { at, completion: 'completed', success: 'passed', done: true });
      }
    }
    await desk.database.source.query(
      `insert into package_upload (id, file_name, bytes, state, uploaded_by, created_at)
       values (gen_random_uuid(), 'broken.zip', 10, 'refused', gen_random_uuid(), $1)`,
      [desk.clock.now()],
    );
  });

  it('tells an officer what waits and how members stand', async () => {
    const { text, body } = await desk.get('officer', '/admin');
    expect(text).toContain('1 upload was refused or interrupted in the last week');
    expect(text).toContain('3 times a member has not started a published module');
    expect(text).toContain('6 finished all core modules (67%)');
    expect(text).toMatch(/The code of conduct 6 0 0 3/);
    expect(text).toMatch(/Green 6 0 1 Labour 0 0 2/);
    expect(body).toContain('href="/admin/progress?module=code"');
  });

  it.each(['administrator', 'auditor'] as const)('shows an %s no figure that could point at somebody', async (role) => {
    const { status, text, body } = await desk.get(role, '/admin');
    expect(status).toBe(200);
    expect(text).toMatch(/The code of conduct withheld withheld withheld withheld/);
    expect(text).toMatch(/Labour withheld withheld withheld/);
    expect(body).not.toContain('/admin/progress?');
    expect(body).toContain('href="/testing">What the steering group is testing');
  });

  it.each(['member', 'tester'] as const)('refuses a %s', async (role) => {
    expect((await desk.get(role, '/admin')).status).toBe(403);
  });
});
