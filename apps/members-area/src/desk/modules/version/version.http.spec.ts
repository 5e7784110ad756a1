import type { Desk } from '../../../../../../test/support/given-desk';
import { UploadedModule } from '../../../../../../test/support/uploaded-module';

let golf: UploadedModule;
let desk: Desk;

beforeAll(async () => {
  golf = await UploadedModule.open(['one', 'two']);
  ({ desk } = golf);
});
afterAll(() => golf?.close());

describe('the page of a version', () => {
  it('says where it stands, why it cannot be published, and what was found at upload', async () => {
    const { text, body } = await desk.get('officer', golf.page(1));
    expect(text).toContain('It has not been tested.');
    expect(text).toContain('Nobody has tested this version.');
    expect(text).toContain('This is the first version of the module.');
    expect(text).toContain('What was noticed at upload');
    expect(body).toContain(`href="${golf.page(1, '/round')}"`);
    expect(body).not.toContain(`href="${golf.page(1, '/publish')}"`);
  });

  it('compares it with the version before, or with another one', async () => {
    await golf.upload(['one', 'two', 'three']);
    await golf.upload(['one', 'three']);
    expect((await desk.get('officer', golf.page(2))).text).toContain('1 part added: “Part three”.');
    const { text } = await desk.get('officer', golf.page(3));
    expect(text).toContain('Compared with version 2');
    expect(text).toContain('1 part removed: “Part two”.');
    expect((await desk.get('officer', golf.page(3, '?with=1'))).text).toContain(
      '1 part added: “Part three”. 1 part removed',
    );
  });

  it('says what was done, and nothing to an address that somebody made up', async () => {
    const said = async (done: string) => (await desk.get('officer', golf.page(1, `?done=${done}`))).body;
    expect(await said('withdrawn')).toContain('govuk-notification-banner');
    for (const done of ['__proto__', 'constructor', 'published', ''])
      expect(await said(done)).not.toContain('govuk-notification-banner');
  });

  it('is there for programs too', async () => {
    const { body } = await desk.get('officer', golf.page(2), 'application/json');
    expect(JSON.parse(body)).toMatchObject({
      number: 2,
      state: 'draft',
      mayPublish: false,
      refusals: [{ code: 'no_round' }],
      comparison: { with: 1, same: false, scos: { added: [{ id: 'three' }], kept: 2 } },
    });
  });

  it('is not there for what does not exist', async () => {
    for (const path of [golf.page(9), golf.page(0), `${golf.href}/versions/x`, '/admin/modules/nothing/versions/1']) {
      expect([path, (await desk.get('officer', path)).status]).toEqual([path, 404]);
    }
  });

  it('opens a preview in the player for an officer', async () => {
    const { status, headers } = await desk.post('officer', golf.page(1, '/preview'), {});
    expect([status, String(headers.location)]).toEqual([303, expect.stringMatching(/\/preview\/[\w-]{43}$/)]);
    expect(await golf.rows('select from registration')).toEqual([]);
  });
});

it.each(['member', 'tester', 'auditor', 'champion'] as const)('refuses a %s', async (role) => {
  for (const more of ['', '/round', '/publish', '/override', '/override/confirm']) {
    expect([more, (await desk.get(role, golf.page(1, more))).status]).toEqual([more, 403]);
  }
  for (const more of ['/round', '/publish', '/preview', '/override', '/override/confirm', '/override/withdraw']) {
    expect([more, (await desk.post(role, golf.page(1, more), {})).status]).toEqual([more, 403]);
  }
});
