import type { Desk } from '../../../../../../test/support/given-desk';
import { UploadedModule } from '../../../../../../test/support/uploaded-module';

let golf: UploadedModule;
let desk: Desk;

beforeAll(async () => {
  golf = await UploadedModule.open(['one', 'two']);
  ({ desk } = golf);
  await golf.upload(['one', 'three']);
});
afterAll(() => golf?.close());

describe('opening a test round', () => {
  const soon = { 'deadline-day': '6', 'deadline-month': '12', 'deadline-year': '2026' };

  it('offers the testers by name, two weeks and the usual checklist', async () => {
    const { text, body } = await desk.get('officer', golf.page(1, '/round'));
    expect(text).toContain('Tess Tester');
    expect(text).toContain('Tom Tester');
    expect(text).toContain('It is written in plain English');
    expect(body).toContain('value="6"');
  });

  it('shows the form again with what was typed, and says what is wrong', async () => {
    const typed = {
      testers: golf.testers[1]!,
      ...soon,
      'deadline-day': '31',
      quorum: '2',
      focus: 'Gifts <b>',
      checklist: '',
    };
    const { status, text, body } = await desk.post('officer', golf.page(1, '/round'), typed);
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: ');
    expect(text).toContain('Enter at least one line of the checklist');
    expect(body).toContain('Gifts &lt;b&gt;');
    expect(body).toMatch(new RegExp(`value="${golf.testers[1]}" checked`));
  });

  it('opens it and leads to its page; the version is in testing then', async () => {
    const given = { testers: golf.testers, ...soon, quorum: '2', focus: '', checklist: 'Is it right?' };
    const { status, headers } = await desk.post('officer', golf.page(1, '/round'), given);
    expect([status, String(headers.location)]).toEqual([
      303,
      expect.stringMatching(/^\/testing\/rounds\/[\w-]{36}\?done=opened$/),
    ]);
    const { text } = await desk.get('officer', golf.page(1));
    expect(text).toContain('Testers are looking at it.');
    expect(text).toContain('0 of the 2 sign-offs that are needed');
    expect((await desk.get('officer', golf.page(1, '/round'))).headers.location).toBe(golf.page(1));
    expect((await desk.post('officer', golf.page(1, '/round'), given)).status).toBe(409);
  });

  it('refuses somebody who is no tester', async () => {
    const given = {
      testers: [await desk.who('member'), golf.testers[1]!],
      ...soon,
      quorum: '2',
      focus: '',
      checklist: 'Is it right?',
    };
    const { status, body } = await desk.post('officer', golf.page(2, '/round'), given);
    expect(status).toBe(400);
    expect(body).toContain('<title>Error: ');
  });
});
