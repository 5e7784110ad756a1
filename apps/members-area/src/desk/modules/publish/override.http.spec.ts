import type { Desk } from '../../../../../../test/support/given-desk';
import { DESCRIBED, UploadedModule } from '../../../../../../test/support/uploaded-module';

let golf: UploadedModule;
let desk: Desk;

beforeAll(async () => {
  golf = await UploadedModule.open(['one', 'two']);
  ({ desk } = golf);
  await golf.tested(1, 2);
  await desk.post('officer', golf.page(1, '/publish'), { ...DESCRIBED, confirmed: 'yes' });
  await golf.upload(['one', 'three', 'four']);
});
afterAll(() => golf?.close());

describe('an override', () => {
  const reason = 'The law changed on Monday, and version 1 says the opposite.';

  it('is proposed by an administrator with a reason that others understand', async () => {
    const { text, body } = await desk.get('administrator', golf.page(2));
    expect(text).toContain('Propose to publish it without sign-off');
    expect(body).not.toContain(`href="${golf.page(2, '/round')}"`);
    expect((await desk.get('administrator', golf.page(2, '/override'))).text).toContain(
      'Nobody has tested this version.',
    );
    const short = await desk.post('administrator', golf.page(2, '/override'), { reason: 'urgent <b>' });
    expect(short.status).toBe(400);
    expect(short.body).toContain('urgent &lt;b&gt;');
    expect(short.body).toContain('<title>Error: Propose to publish');
    const { headers } = await desk.post('administrator', golf.page(2, '/override'), { reason });
    expect(headers.location).toBe(golf.page(2, '?done=proposed'));
    expect((await desk.get('administrator', golf.page(2, '?done=proposed'))).text).toContain('You proposed it');
  });

  it('is not for officers to propose, nor for administrators to confirm', async () => {
    expect((await desk.post('officer', golf.page(2, '/override'), { reason })).status).toBe(403);
    expect((await desk.post('administrator', golf.page(2, '/override/confirm'), DESCRIBED)).status).toBe(403);
  });

  it('can be withdrawn, and proposed again', async () => {
    const { headers } = await desk.post('officer', golf.page(2, '/override/withdraw'), {});
    expect(headers.location).toBe(golf.page(2, '?done=withdrawn'));
    expect((await desk.get('officer', golf.page(2, '/override/confirm'))).status).toBe(404);
    expect((await desk.post('officer', golf.page(2, '/override/withdraw'), {})).status).toBe(404);
    await desk.post('administrator', golf.page(2, '/override'), { reason });
  });

  it('publishes when an officer confirms it, after the same check; a banner says so', async () => {
    const { text } = await desk.get('officer', golf.page(2));
    expect(text).toContain('An override waits to be confirmed');
    expect(text).toContain(reason);
    expect((await desk.get('officer', golf.page(2, '/override/confirm'))).text).toContain(
      'Confirm the override of version 2',
    );
    desk.clock.advance(60_000);
    const order = { ...DESCRIBED, policy: 'nothing', halfWay: 'finish_old' };
    const check = await desk.post('officer', golf.page(2, '/override/confirm'), order);
    expect(check.text).toContain('Check before you publish');
    const done = await desk.post('officer', golf.page(2, '/override/confirm'), { ...order, confirmed: 'yes' });
    expect([done.status, done.headers.location]).toEqual([303, golf.page(2, '?done=published')]);
    for (const path of [golf.page(2), golf.href]) {
      const after = await desk.get('officer', path);
      expect(after.text).toContain('Version 2 was published without the steering group’s sign-off');
      expect(after.text).toContain(`Reason: ${reason}`);
    }
    const actions = (await desk.audited()).map(({ action }) => action);
    expect(actions).toContain('course_version.override_confirmed');
  });

  it('keeps its banner until a later round of the module reaches its quorum', async () => {
    desk.clock.advance(60_000);
    await golf.upload(['one', 'four']);
    await golf.tested(3, 1);
    expect((await desk.get('officer', golf.href)).text).toContain('without the steering group’s sign-off');
    desk.clock.advance(60_000);
    await golf.tested(3, 2);
    expect((await desk.get('officer', golf.href)).text).not.toContain('without the steering group');
  });
});
